// What a name may stand for
//
// The entities that a name fits, in the order in which a question takes one of them.
// :param name => "Tijuana cartel"
// :param label => "Entity"
// :returns name, id
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS entity, score
WHERE $label IN labels(entity)
RETURN entity.name AS name, entity.id AS id
ORDER BY toLower(name) = toLower($name) DESC, score DESC, id
