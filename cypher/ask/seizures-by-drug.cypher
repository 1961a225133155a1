// Seizures by drug
//
// How much of each drug was seized, in how many seizures, and between when.
// :returns substance, seizures, kg, largest_kg, first, last
MATCH (seizure:Seizure)
WHERE seizure.substance IS NOT NULL
RETURN seizure.substance AS substance, count(seizure) AS seizures, sum(seizure.amount_kg) AS kg,
       max(seizure.amount_kg) AS largest_kg, min(seizure.date) AS first, max(seizure.date) AS last
ORDER BY kg DESC, substance
