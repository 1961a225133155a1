// The least sure relations
//
// Relations whose confidence is at most this: what to check first.
// :param confidence => 0.6
// :range confidence => 0, 1
// :returns confidence, from, type, to, modality, documents, quotes
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.confidence <= $confidence
RETURN r.confidence AS confidence, a.name AS from, type(r) AS type, b.name AS to, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY confidence, from, type, to, r.id
