// Actors that bridge the whole graph, by betweenness
//
// On how many of the shortest paths between others an actor stands; in graphs of more than 1000 entities the paths from
// 1000 of them count. Needs Neo4j's Graph Data Science plug-in; without it take best-connected.
// :returns name, kind, betweenness
CALL {
  MATCH (a:Entity)-[r]->(b:Entity)
  WHERE r.modality IN ["asserted", "alleged", "attempted"] AND NOT a:Place AND NOT b:Place
  RETURN gds.graph.project("vinculo-" + randomUUID(), a, b, {}, {undirectedRelationshipTypes: ["*"]}) AS graph
}
CALL gds.betweenness.stream(graph.graphName, {samplingSize: 1000, samplingSeed: 1, concurrency: 1}) YIELD nodeId, score
WITH graph, collect({actor: gds.util.asNode(nodeId), score: score}) AS rows
CALL gds.graph.drop(graph.graphName, false) YIELD graphName
UNWIND rows AS row
WITH row.actor AS actor, row.score AS score
WHERE actor:Actor AND score > 0
RETURN actor.name AS name, actor.kind AS kind, score AS betweenness
ORDER BY betweenness DESC, name, actor.id
