// All relations of an actor
//
// Everything that documents say of a person, group or thing and its direct neighbours.
// :param name => "Miguel Morales Morales"
// :one name => Entity
// :returns from, type, to, date, role, modality, confidence, documents, quotes
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($name) DESC, a_fits DESC, a.id LIMIT 1
MATCH (a)-[r]-(:Entity)
RETURN startNode(r).name AS from, type(r) AS type, endNode(r).name AS to, r.date AS date, r.role AS role,
       r.modality AS modality, r.confidence AS confidence, r.documents AS documents, r.quotes AS quotes
ORDER BY type, from, to, r.id
