// Timeline of an actor
//
// All relations of a person, group or thing that have a date, in order.
// :param name => "Miguel Morales Morales"
// :one name => Entity
// :returns date, from, type, to, modality, documents, quotes
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($name) DESC, a_fits DESC, a.id LIMIT 1
MATCH (a)-[r]-(:Entity)
WHERE r.date IS NOT NULL
RETURN r.date AS date, startNode(r).name AS from, type(r) AS type, endNode(r).name AS to, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY date, from, type, to, r.id
