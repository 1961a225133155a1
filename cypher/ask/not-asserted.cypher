// What is alleged, attempted, planned or denied
//
// Every relation that no document states as fact, with the words that put it so.
// :returns modality, from, type, to, date, documents, quotes
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.modality IN ["alleged", "attempted", "planned", "denied"]
RETURN r.modality AS modality, a.name AS from, type(r) AS type, b.name AS to, r.date AS date,
       r.documents AS documents, r.quotes AS quotes
ORDER BY modality, from, type, to, r.id
