// Who was released, by whom and when
//
// Releases from custody with their quotes; the case is named where nobody is said to have done it.
// :returns person, by_or_in, kind, date, modality, documents, quotes
MATCH (a:Entity)-[r:RELEASED|RELEASED_IN]->(b:Entity)
WITH r, CASE type(r) WHEN "RELEASED" THEN [b, a] ELSE [a, b] END AS ends
RETURN ends[0].name AS person, ends[1].name AS by_or_in, ends[1].kind AS kind, r.date AS date, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY date, person, by_or_in, r.id
