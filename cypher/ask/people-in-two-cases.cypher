// People in both of two cases
//
// Who has a part in the one case and in the other, and which.
// :param first => "Maracuya case"
// :one first => Case
// :param second => "Arrest of Luis Gabriel Najera Estrada, 2005"
// :one second => Case
// :returns person, first, in_first, second, in_second
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($first, "\\", " "), '"', " ") + '"')
YIELD node AS one, score AS one_fits
WHERE one:Case
WITH one ORDER BY toLower(one.name) = toLower($first) DESC, one_fits DESC, one.id LIMIT 1
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($second, "\\", " "), '"', " ") + '"')
YIELD node AS two, score AS two_fits
WHERE two:Case
WITH one, two ORDER BY toLower(two.name) = toLower($second) DESC, two_fits DESC, two.id LIMIT 1
MATCH (one)-[r]-(person:Person)-[s]-(two)
WHERE one <> two
WITH one, two, person, collect(DISTINCT type(r)) AS in_first, collect(DISTINCT type(s)) AS in_second
RETURN person.name AS person, one.name AS first, in_first, two.name AS second, in_second
ORDER BY person, in_first, in_second
