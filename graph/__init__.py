"""Vinculo: documents in, a graph of actors and relationships with a quote behind every edge out.

The packages in the order in which data flows: ``documents`` → ``extract`` → ``casebook`` → ``identify`` →
``network`` → ``paths``, ``view``, ``export``, ``neo``. ``pipeline`` joins them, ``cli`` is the command line.
"""

__version__ = "0.1.0"
