// Who was killed, and by whom
//
// Killings with the killer, or with the case where no killer is named, and their quotes.
// :returns person, by_or_in, kind, date, modality, documents, quotes
MATCH (a:Entity)-[r:KILLED|KILLED_IN]->(b:Entity)
WITH r, CASE type(r) WHEN "KILLED" THEN [b, a] ELSE [a, b] END AS ends
RETURN ends[0].name AS person, ends[1].name AS by_or_in, ends[1].kind AS kind, r.date AS date, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY date, person, by_or_in, r.id
