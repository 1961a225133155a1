// Agreements and their parties
//
// Each agreement with those who signed it or are party to it; planned signatures are in a column of their own.
// :returns agreement, date, place, parties, planned, documents
MATCH (a:Agreement)
OPTIONAL MATCH (party)-[r:SIGNED|PARTY_TO]->(a)
WITH a, party, r ORDER BY party.name, party.id
RETURN a.name AS agreement, a.date AS date, a.place AS place,
       collect(DISTINCT CASE WHEN r.modality <> "planned" THEN party.name END) AS parties,
       collect(DISTINCT CASE WHEN r.modality = "planned" THEN party.name END) AS planned,
       a.documents AS documents
ORDER BY date, agreement, documents
