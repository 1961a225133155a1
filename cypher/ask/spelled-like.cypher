// Find a name that may be misspelt
//
// Entities whose names or aliases hold words like these, each at most two letters apart, the likest first.
// :param name => "Mariana de la Cruz"
// :returns name, kind, aliases, documents, id
WITH split(reduce(plain = toLower($name), mark IN split('\\ + - ! ( ) { } [ ] ^ " ~ * ? : / & | < > =', " ") |
                  replace(plain, mark, " ")), " ") AS words
WITH reduce(like = "", word IN words | like + CASE WHEN word = "" THEN "" ELSE "+" + word + "~ " END) AS like
CALL db.index.fulltext.queryNodes("entity_names", like, {limit: 25})
YIELD node AS entity, score
RETURN entity.name AS name, entity.kind AS kind, entity.aliases AS aliases, entity.documents AS documents,
       entity.id AS id
ORDER BY score DESC, name, id
