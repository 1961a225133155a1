"""Neo4j: the private server, the connection, loading the network, the Cypher library and Neo4j Browser.

``settings`` and ``connect`` reach any server; ``home``, ``java``, ``install`` and ``server`` run one of our own;
``rows``, ``load`` and ``bulk`` write the network; ``library`` and ``query`` ask it; ``browser`` dresses Neo4j Browser.
"""
