// Documents, and which cite which
//
// All documents by date. One that was not imported is there because others cite it in their headers.
// :returns document, date, title, imported, cites, cited_by
MATCH (document:Document)
RETURN document.id AS document, document.date AS date, document.title AS title, document.imported AS imported,
       COLLECT { MATCH (document)-[:REFERS_TO]->(other:Document) RETURN other.id ORDER BY other.id } AS cites,
       COLLECT { MATCH (document)<-[:REFERS_TO]-(other:Document) RETURN other.id ORDER BY other.id } AS cited_by
ORDER BY date, document
