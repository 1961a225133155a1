// Store entity nodes
//
// Made or, where they are there, given exactly the properties of their rows.
// :param rows => []
// :returns stored
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n = row.properties, n:$(row.labels)
RETURN count(*) AS stored
