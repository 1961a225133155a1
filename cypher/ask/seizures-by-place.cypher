// Seizures by place
//
// How many seizures were made in each place, of how many kilograms in all.
// :returns place, seizures, kg, first, last
MATCH (seizure:Seizure)-[:SEIZED_IN]->(place:Place)
WITH DISTINCT seizure, place
RETURN place.name AS place, count(seizure) AS seizures, sum(seizure.amount_kg) AS kg, min(seizure.date) AS first,
       max(seizure.date) AS last
ORDER BY kg DESC, place
