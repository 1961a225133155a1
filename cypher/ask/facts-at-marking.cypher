// Facts that carry a marking
//
// The relations that have a quote of this marking, such as C or SBU, with these quotes only.
// :param marking => "SBU"
// :returns from, type, to, date, modality, documents, quotes
MATCH (a:Entity)-[r]->(b:Entity)
WITH a, r, b, toUpper(trim($marking)) AS marking
WHERE marking IN r.markings
WITH a, r, b, [i IN range(0, size(r.quotes) - 1) WHERE r.markings[i] = marking] AS marked
RETURN a.name AS from, type(r) AS type, b.name AS to, r.date AS date, r.modality AS modality,
       [i IN marked | r.documents[i]] AS documents, [i IN marked | r.quotes[i]] AS quotes
ORDER BY from, type, to, r.id
