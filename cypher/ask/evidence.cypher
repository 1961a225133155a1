// The evidence between two actors
//
// Every quote behind every relation between the two, with document and paragraph.
// :param first => "Mariano de la Cruz"
// :one first => Entity
// :param second => "Miguel Morales Morales"
// :one second => Entity
// :returns from, type, to, date, modality, document, paragraph, marking, quote
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($first, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($first) DESC, a_fits DESC, a.id LIMIT 1
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($second, "\\", " "), '"', " ") + '"')
YIELD node AS b, score AS b_fits
WITH a, b ORDER BY toLower(b.name) = toLower($second) DESC, b_fits DESC, b.id LIMIT 1
MATCH (a)-[r]-(b)
UNWIND range(0, size(r.quotes) - 1) AS i
WITH *, COLLECT {
  MATCH (:Document {id: r.documents[i]})-[:HAS_PARAGRAPH]->(p:Paragraph)
  WHERE p.start <= r.starts[i]
  RETURN CASE WHEN p.number > "" THEN p.number ELSE "#" + (p.index + 1) END
  ORDER BY p.start DESC LIMIT 1
}[0] AS paragraph
RETURN startNode(r).name AS from, type(r) AS type, endNode(r).name AS to, r.date AS date, r.modality AS modality,
       r.documents[i] AS document, paragraph, r.markings[i] AS marking, r.quotes[i] AS quote
ORDER BY type, date, document, i
