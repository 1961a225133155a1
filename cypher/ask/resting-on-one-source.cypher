// Relations that rest on one source
//
// The relations of an actor for which only one document speaks, and who says so where the document names a source.
// :param name => "Tijuana cartel"
// :one name => Entity
// :returns from, type, to, modality, confidence, document, said_by, quotes
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($name) DESC, a_fits DESC, a.id LIMIT 1
MATCH (a)-[r]-(other:Entity)
WHERE all(document IN r.documents WHERE document = r.documents[0])
OPTIONAL MATCH (source:Entity) WHERE source.id IN r.attributed_to
WITH r, collect(DISTINCT source.name) AS said_by
RETURN startNode(r).name AS from, type(r) AS type, endNode(r).name AS to, r.modality AS modality,
       r.confidence AS confidence, r.documents[0] AS document, said_by, r.quotes AS quotes
ORDER BY from, type, to, r.id
