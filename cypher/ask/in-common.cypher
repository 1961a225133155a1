// What two actors have in common
//
// Whom and what both have a relation with, places left out.
// :param first => "Mariano de la Cruz"
// :one first => Entity
// :param second => "Tijuana cartel"
// :one second => Entity
// :returns name, kind, with_first, with_second
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($first, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($first) DESC, a_fits DESC, a.id LIMIT 1
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($second, "\\", " "), '"', " ") + '"')
YIELD node AS b, score AS b_fits
WITH a, b ORDER BY toLower(b.name) = toLower($second) DESC, b_fits DESC, b.id LIMIT 1
MATCH (a)-[r]-(common:Entity)-[s]-(b)
WHERE a <> b AND NOT common:Place
RETURN common.name AS name, common.kind AS kind, collect(DISTINCT type(r)) AS with_first,
       collect(DISTINCT type(s)) AS with_second
ORDER BY name, kind
