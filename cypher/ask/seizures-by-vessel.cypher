// Seizures by vessel
//
// What was seized on each ship, boat or aircraft.
// :returns vessel, type, flag, seizure, date, modality, documents, quotes
MATCH (seizure:Seizure)-[r:SEIZED_IN]->(vessel:Vessel|Aircraft)
RETURN vessel.name AS vessel, vessel.type AS type, vessel.flag AS flag, seizure.name AS seizure,
       coalesce(r.date, seizure.date) AS date, r.modality AS modality, r.documents AS documents, r.quotes AS quotes
ORDER BY vessel, date, seizure
