// Seizures by year
//
// How many seizures the documents tell of in each year, and how much of each drug in kilograms.
// :returns year, substance, seizures, kg
MATCH (seizure:Seizure)
WHERE seizure.date IS NOT NULL
RETURN left(seizure.date, 4) AS year, seizure.substance AS substance, count(seizure) AS seizures,
       sum(seizure.amount_kg) AS kg
ORDER BY year, substance
