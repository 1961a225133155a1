// Nationals of a country and what became of them
//
// People whom documents call nationals of a country, with the arrests, detentions, releases and killings told of them.
// :param country => "Mexico"
// :all country => Place
// :returns person, role, country, events
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($country, "\\", " "), '"', " ") + '"')
YIELD node AS country
WHERE country:Place
MATCH (person:Person)-[:NATIONAL_OF]->(country)
OPTIONAL MATCH (person)-[r:ARRESTED_IN|DETAINED_IN|RELEASED_IN|KILLED_IN]->(where:Entity)
WITH person, country, r, where ORDER BY r.date, where.name
RETURN person.name AS person, person.role AS role, country.name AS country,
       collect(DISTINCT type(r) + " " + where.name) AS events
ORDER BY country, person, events
