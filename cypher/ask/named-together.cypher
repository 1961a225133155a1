// Who is named beside an actor without a stated relation
//
// Others in the same paragraphs that no document connects with the actor: leads to read up, not connections.
// :param name => "Tijuana cartel"
// :one name => Entity
// :returns name, kind, paragraphs, places
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($name) DESC, a_fits DESC, a.id LIMIT 1
MATCH (a)<-[:MENTIONS]-(paragraph:Paragraph)-[:MENTIONS]->(other:Actor)
WHERE other <> a AND NOT EXISTS { (a)-[]-(other) }
WITH other, paragraph ORDER BY paragraph.id
RETURN other.name AS name, other.kind AS kind, count(paragraph) AS paragraphs,
       collect(paragraph.document + ", paragraph " +
               CASE WHEN paragraph.number > "" THEN paragraph.number ELSE "#" + (paragraph.index + 1) END) AS places
ORDER BY paragraphs DESC, name, places
