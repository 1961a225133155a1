// Store relationships from Paragraph to Entity nodes
//
// Made or, where they are there, given exactly the properties of their rows.
// :param rows => []
// :param load => "a load's id"
UNWIND $rows AS row
MATCH (a:Paragraph {id: row.source})
MATCH (b:Entity {id: row.target})
MERGE (a)-[r:$(row.type) {id: row.id}]->(b)
SET r = row.properties, r.load = $load
