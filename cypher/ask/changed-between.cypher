// What changed between two dates
//
// Relations that documents of the period tell and no earlier document told: what was learnt in it.
// :param since => "2009-11"
// :param until => "2009-11-30"
// :period since, until
// :returns learnt, from, type, to, date, modality, documents, quotes
MATCH (document:Document)
WHERE document.date >= $since AND document.date <= $until + "-99"
MATCH (document)-[:HAS_PARAGRAPH]->(:Paragraph)-[:MENTIONS]->(a:Entity)
WITH DISTINCT document, a
MATCH (a)-[r]->(b:Entity)
WHERE document.id IN r.documents
WITH a, r, b, min(document.date) AS learnt
WHERE NOT EXISTS { MATCH (earlier:Document) WHERE earlier.id IN r.documents AND earlier.date < $since }
RETURN learnt, a.name AS from, type(r) AS type, b.name AS to, r.date AS date, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY learnt, from, type, to, r.id
