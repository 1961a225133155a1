// People who are present only by an alias
//
// Paragraphs that name somebody by an alias or a short form and never by the name: where a search for the name misses.
// :returns person, said, document, paragraph, text
MATCH (p:Paragraph)-[m:MENTIONS]->(someone:Person)
WHERE size(someone.aliases) > 0
WITH p, someone, [text IN m.texts | replace(replace(replace(text, "\r", ""), "\n", " "), "  ", " ")] AS texts
WHERE none(text IN texts WHERE toLower(text) CONTAINS toLower(someone.name))
  AND any(text IN texts WHERE any(alias IN someone.aliases WHERE toLower(text) CONTAINS toLower(alias)))
UNWIND texts AS text
WITH p, someone, collect(DISTINCT text) AS said
RETURN someone.name AS person, said, p.document AS document,
       CASE WHEN p.number > "" THEN p.number ELSE "#" + (p.index + 1) END AS paragraph, p.text AS text
ORDER BY person, someone.id, document, p.index
