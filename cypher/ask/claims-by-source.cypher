// What one source says
//
// The claims that documents attribute to one source; for anonymous ones take the id from anonymous-sources.
// :param source => "source:93eb167c1caba176"
// :returns from, type, to, date, modality, documents, quotes
MATCH (source:Entity {id: $source})
UNWIND source.documents AS document
MATCH (:Document {id: document})-[:HAS_PARAGRAPH]->(:Paragraph)-[:MENTIONS]->(a:Entity)-[r]->(b:Entity)
WHERE source.id IN r.attributed_to
WITH DISTINCT source, a, r, b
WITH a, r, b, [i IN range(0, size(r.quotes) - 1) WHERE r.attributed_to[i] = source.id] AS said
RETURN a.name AS from, type(r) AS type, b.name AS to, r.date AS date, r.modality AS modality,
       [i IN said | r.documents[i]] AS documents, [i IN said | r.quotes[i]] AS quotes
ORDER BY documents, from, type, to, date
