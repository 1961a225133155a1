// Store paragraph nodes
//
// Made or, where they are there, given exactly the properties of their rows.
// :param rows => []
// :param load => "a load's id"
UNWIND $rows AS row
MERGE (n:Paragraph {id: row.id})
SET n = row.properties, n.load = $load, n:$(row.labels)
