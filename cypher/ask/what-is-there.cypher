// What the graph holds
//
// How many entities there are of each kind, how many documents, and how many relations they have.
// :returns kind, nodes, relations
MATCH (entity:Entity)
WITH entity.kind AS kind, count(*) AS nodes, sum(COUNT { (entity)-[]-(:Entity) }) AS relations
RETURN kind, nodes, relations
ORDER BY nodes DESC, kind
UNION ALL
MATCH (document:Document)
RETURN "document" AS kind, count(*) AS nodes, 0 AS relations
