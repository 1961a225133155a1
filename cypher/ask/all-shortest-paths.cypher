// How two actors are connected: all shortest evidence paths
//
// Every chain of fewest relations that documents state, each with a quote for each step. Documents, denied and planned
// claims are no step; places and what has more than 100 neighbours are no stop.
// :param from => "Mariano de la Cruz"
// :one from => Entity
// :param to => "Tijuana cartel"
// :one to => Entity
// :returns hops, path, quotes
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
RETURN length(path) AS hops, path, [step IN relationships(path) | step.quotes[0]] AS quotes
ORDER BY [node IN nodes(path) | node.id], [step IN relationships(path) | step.id]
