// Who was detained in a case
//
// Everyone whom the documents place in the case as arrested or detained, with the quotes that say so.
// :param case => "Pirana case"
// :all case => Case
// :returns person, case, type, date, modality, documents, quotes
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($case, "\\", " "), '"', " ") + '"')
YIELD node AS case
WHERE case:Case
MATCH (person:Actor)-[r:DETAINED_IN|ARRESTED_IN]->(case)
RETURN person.name AS person, case.name AS case, type(r) AS type, r.date AS date, r.modality AS modality,
       r.documents AS documents, r.quotes AS quotes
ORDER BY case, person, date
