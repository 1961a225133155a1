// Store document nodes
//
// Made or, where they are there, given exactly the properties of their rows.
// :param rows => []
// :returns stored
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
SET n = row.properties
RETURN count(*) AS stored
