// Everyone within some hops of an actor
//
// Who can be reached from a person, cartel or agency by relations that documents state, in so many hops (4 at most).
// Documents, denied and planned claims are no hop; places and what has over 100 neighbours end a chain.
// :param name => "Tijuana cartel"
// :one name => Entity
// :param hops => 2
// :range hops => 1, 4
// :returns hops, name, kind, path
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($name) DESC, a_fits DESC, a.id LIMIT 1
MATCH path = ANY SHORTEST (a) ((x)-[r]-(:Entity)
   WHERE NOT r.modality IN ["planned", "denied"]
     AND (x = a OR NOT x.hub)){1,4} (b)
WHERE b <> a AND length(path) <= $hops
RETURN length(path) AS hops, b.name AS name, b.kind AS kind, path
ORDER BY hops, kind, name, b.id
