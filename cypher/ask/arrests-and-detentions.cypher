// Who was arrested or detained, where and when
//
// All arrests and detentions that have a date, the latest first.
// :returns person, type, where, date, modality, documents, quotes
MATCH (person:Actor)-[r:DETAINED_IN|ARRESTED_IN]->(where)
WHERE r.date IS NOT NULL
RETURN person.name AS person, type(r) AS type, where.name AS where, r.date AS date, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY date DESC, person, where
