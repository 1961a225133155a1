// The best connected actors
//
// Who has relations with the most others, places left out. It is a first look at who bridges groups; with Graph Data
// Science, betweenness says it better.
// :returns name, kind, neighbours, relations, documents
MATCH (actor:Actor)-[r]-(other:Entity)
WHERE r.modality IN ["asserted", "alleged", "attempted"] AND NOT other:Place
WITH actor, count(DISTINCT other) AS neighbours, count(r) AS relations
RETURN actor.name AS name, actor.kind AS kind, neighbours, relations, size(actor.documents) AS documents
ORDER BY neighbours DESC, relations DESC, name, actor.id
