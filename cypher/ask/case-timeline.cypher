// Timeline of a case
//
// What happened in a case in order of date: its own relations that have a date, and those of whoever is part of it.
// :param case => "Maracuya case"
// :all case => Case
// :returns date, from, type, to, modality, documents, quotes
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($case, "\\", " "), '"', " ") + '"')
YIELD node AS case
WHERE case:Case
MATCH (case)-[]-(part:Entity)
WHERE NOT part:Place
WITH DISTINCT case, part
MATCH (part)-[r]-(:Entity)
WHERE r.date IS NOT NULL
WITH DISTINCT r
RETURN r.date AS date, startNode(r).name AS from, type(r) AS type, endNode(r).name AS to, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY date, from, type, to, r.id
