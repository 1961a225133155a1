// Find a name that may be misspelt
//
// Entities whose names or aliases hold words like all of these, one letter off, or two in a long word.
// :param name => "Mariana de la Cruz"
// :returns name, kind, aliases, documents, id
WITH split(reduce(plain = toLower($name), mark IN split('\\ + - ! ( ) { } [ ] ^ " ~ * ? : / & | < > =', " ") |
                  replace(plain, mark, " ")), " ") AS words
WITH reduce(like = "", word IN [word IN words WHERE word <> ""] |
            like + "+" + word + CASE WHEN size(word) < 4 THEN " " WHEN size(word) < 8 THEN "~1 " ELSE "~2 " END) AS like
WHERE like <> ""
CALL db.index.fulltext.queryNodes("entity_names", like, {limit: 25})
YIELD node AS entity, score
RETURN entity.name AS name, entity.kind AS kind, entity.aliases AS aliases, entity.documents AS documents,
       entity.id AS id
ORDER BY score DESC, name, id
