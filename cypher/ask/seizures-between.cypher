// Seizures between two dates
//
// Each seizure of a period with what was seized, where, by whom and from whom. A date is a year, a month or a day.
// :param since => "2005"
// :param until => "2007-12"
// :period since, until
// :returns date, seizure, substance, kg, seized_in, seized_by, seized_from
MATCH (seizure:Seizure)
WHERE seizure.date <= $until + "-99" AND split(seizure.date, "/")[-1] + "-99" >= $since
OPTIONAL MATCH (seizure)-[r:SEIZED_IN|SEIZED_BY|SEIZED_FROM]->(other)
WITH seizure, r, other ORDER BY other.name, other.id
RETURN seizure.date AS date, seizure.name AS seizure, seizure.substance AS substance, seizure.amount_kg AS kg,
       collect(DISTINCT CASE type(r) WHEN "SEIZED_IN" THEN other.name END) AS seized_in,
       collect(DISTINCT CASE type(r) WHEN "SEIZED_BY" THEN other.name END) AS seized_by,
       collect(DISTINCT CASE type(r) WHEN "SEIZED_FROM" THEN other.name END) AS seized_from
ORDER BY date, seizure
