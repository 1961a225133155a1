// Who was detained in a place
//
// Everyone whom the documents place in a country, region or city as arrested or detained.
// :param place => "Peru"
// :all place => Place
// :returns person, nationality, place, type, date, modality, documents, quotes
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($place, "\\", " "), '"', " ") + '"')
YIELD node AS place
WHERE place:Place
MATCH (person:Actor)-[r:DETAINED_IN|ARRESTED_IN]->(place)
RETURN person.name AS person, person.nationality AS nationality, place.name AS place, type(r) AS type, r.date AS date,
       r.modality AS modality, r.documents AS documents, r.quotes AS quotes
ORDER BY place, person, date
