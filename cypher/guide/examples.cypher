// Examples of this graph for the guide
//
// Values for the parameters of the questions that the guide shows, taken from what the database holds; a parameter
// without a value is left out.
// :returns parameter, value
MATCH (a:Actor)
WHERE NOT a:Source AND EXISTS { MATCH (a)-[r]-(:Actor) WHERE NOT r.modality IN ["planned", "denied"] }
WITH a ORDER BY a:Cartel DESC, COUNT { (a)--() } DESC, a.id LIMIT 1
CALL (a) {
  RETURN "name" AS parameter, a.name AS value
  UNION ALL
  RETURN "hops" AS parameter, 2 AS value
  UNION ALL
  MATCH (a)-[r]-(middle:Actor)-[s]-(b:Actor)
  WHERE NOT r.modality IN ["planned", "denied"] AND NOT s.modality IN ["planned", "denied"]
    AND NOT middle.hub AND a <> b AND NOT b:Source AND NOT EXISTS { (a)-[]-(b) }
  WITH DISTINCT a, b LIMIT 100
  WITH a, b ORDER BY b.id LIMIT 1
  UNWIND [["from", a.name], ["to", b.name]] AS pair
  RETURN pair[0] AS parameter, pair[1] AS value
  UNION ALL
  MATCH (person:Actor)-[:DETAINED_IN|ARRESTED_IN]->(case:Case)
  WITH person, case LIMIT 10000
  WITH case, count(DISTINCT person) AS people,
       EXISTS { MATCH (case)-[]-(part)-[r]-(:Entity) WHERE NOT part:Place AND r.date IS NOT NULL } AS dated
  ORDER BY dated DESC, case.named DESC, people DESC, case.id LIMIT 1
  RETURN "case" AS parameter, case.name AS value
  UNION ALL
  MATCH (:Entity)-[r]->(:Entity)
  WHERE r.markings IS NOT NULL
  WITH r LIMIT 10000
  UNWIND r.markings AS marking
  WITH marking, count(*) AS quotes WHERE marking <> "" ORDER BY quotes DESC, marking LIMIT 1
  RETURN "marking" AS parameter, marking AS value
  UNION ALL
  MATCH (document:Document)
  WHERE document.date <> ""
  WITH min(document.date) AS since, max(document.date) AS until
  UNWIND [["since", since], ["until", until]] AS pair
  RETURN pair[0] AS parameter, pair[1] AS value
}
WITH parameter, value WHERE value IS NOT NULL
RETURN parameter, value
