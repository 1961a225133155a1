// What happened between two dates
//
// Relations with a date of their own in the period. A date is a year, a month or a day.
// :param since => "2007"
// :param until => "2009-06"
// :period since, until
// :returns date, from, type, to, modality, documents, quotes
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.date <= $until + "-99" AND split(r.date, "/")[-1] + "-99" >= $since
RETURN r.date AS date, a.name AS from, type(r) AS type, b.name AS to, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY date, from, type, to, r.id
