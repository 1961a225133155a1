// Actors that bridge two cartels
//
// Who stands on the shortest evidence paths between two cartels, or any two actors, and on what share of them: 1 is a
// bridge that nothing goes round. For the whole graph see best-connected and, with Graph Data Science, betweenness.
// :param from => "Tijuana cartel"
// :one from => Entity
// :param to => "Mariano de la Cruz"
// :one to => Entity
// :returns name, kind, share, paths
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($from, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($from) DESC, a_fits DESC, a.id LIMIT 1
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($to, "\\", " "), '"', " ") + '"')
YIELD node AS b, score AS b_fits
WITH a, b ORDER BY toLower(b.name) = toLower($to) DESC, b_fits DESC, b.id LIMIT 1
MATCH path = ALL SHORTEST (a) ((x)-[r]-(:Entity)
   WHERE NOT r.modality IN ["planned", "denied"]
     AND (x = a OR NOT x.hub))+ (b)
WHERE a <> b
WITH DISTINCT nodes(path) AS stops
WITH collect(stops) AS chains
UNWIND chains AS stops
UNWIND stops[1..-1] AS bridge
WITH bridge, count(*) AS paths, size(chains) AS total
RETURN bridge.name AS name, bridge.kind AS kind, round(toFloat(paths) / total, 2) AS share, paths
ORDER BY share DESC, name, bridge.id
