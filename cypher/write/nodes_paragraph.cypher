// Store paragraph nodes
//
// Made or, where they are there, given exactly the properties of their rows.
// :param rows => []
// :returns stored
UNWIND $rows AS row
MERGE (n:Paragraph {id: row.id})
SET n = row.properties
RETURN count(*) AS stored
