// Where an actor is mentioned
//
// The paragraphs that name somebody or something, oldest document first, with the words used.
// :param name => "Tijuana cartel"
// :one name => Entity
// :returns document, date, paragraph, marking, said, text
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS a, score AS a_fits
WITH a ORDER BY toLower(a.name) = toLower($name) DESC, a_fits DESC, a.id LIMIT 1
MATCH (document:Document)-[:HAS_PARAGRAPH]->(paragraph:Paragraph)-[m:MENTIONS]->(a)
RETURN document.id AS document, document.date AS date,
       CASE WHEN paragraph.number > "" THEN paragraph.number ELSE "#" + (paragraph.index + 1) END AS paragraph,
       paragraph.marking AS marking, m.texts AS said, paragraph.text AS text
ORDER BY date, document, m.starts
