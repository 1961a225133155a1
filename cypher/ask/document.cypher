// What one document says
//
// The relations that have a quote in the document, by paragraph.
// :param document => "09LIMA1667"
// :returns paragraph, from, type, to, date, modality, marking, quote
MATCH (document:Document {id: $document})-[:HAS_PARAGRAPH]->(:Paragraph)-[:MENTIONS]->(a:Entity)
WITH DISTINCT document, a
MATCH (a)-[r]->(b:Entity)
WHERE document.id IN r.documents
UNWIND [i IN range(0, size(r.quotes) - 1) WHERE r.documents[i] = document.id] AS i
WITH *, COLLECT {
  MATCH (:Document {id: r.documents[i]})-[:HAS_PARAGRAPH]->(p:Paragraph)
  WHERE p.start <= r.starts[i]
  RETURN CASE WHEN p.number > "" THEN p.number ELSE "#" + (p.index + 1) END
  ORDER BY p.start DESC LIMIT 1
}[0] AS paragraph
RETURN paragraph, a.name AS from, type(r) AS type, b.name AS to, r.date AS date,
       r.modality AS modality, r.markings[i] AS marking, r.quotes[i] AS quote
ORDER BY r.starts[i], type, from, to, r.id
