// Alleged against asserted
//
// What documents put as fact about an actor beside what they only allege, and what was tried, is planned or is denied.
// :param name => "Tijuana cartel"
// :one name => Entity
// :returns name, asserted, alleged, other
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($name) DESC, a_fits DESC, a.id LIMIT 1
MATCH (a)-[r]-(:Entity)
WITH a, r, startNode(r).name + " " + type(r) + " " + endNode(r).name AS said ORDER BY said
RETURN a.name AS name, collect(DISTINCT CASE WHEN r.modality = "asserted" THEN said END) AS asserted,
       collect(DISTINCT CASE WHEN r.modality = "alleged" THEN said END) AS alleged,
       collect(DISTINCT CASE WHEN NOT r.modality IN ["asserted", "alleged"] THEN r.modality + ": " + said END) AS other
