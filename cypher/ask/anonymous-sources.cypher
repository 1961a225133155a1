// Anonymous sources
//
// Every redacted or unnamed source: each mask is a source of its own in one document. The id asks for its claims.
// :returns id, name, document, claims
MATCH (source:Source)
UNWIND source.documents AS document
CALL (source, document) {
  MATCH (:Document {id: document})-[:HAS_PARAGRAPH]->(:Paragraph)-[:MENTIONS]->(a:Entity)-[r]->(:Entity)
  WHERE r.attributed_to IS NOT NULL AND source.id IN r.attributed_to
  RETURN count(DISTINCT r) AS claims
}
RETURN source.id AS id, source.name AS name, document, claims
ORDER BY claims DESC, document, id
