// Store relationships from Document to Paragraph nodes
//
// Made or, where they are there, given exactly the properties of their rows. RELATION stands for a relationship type
// of the ontology: the loader puts the name in its place, because Neo4j finds relationships of a fixed type ten times
// faster than of a type in a parameter.
// :param rows => []
// :returns stored
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Paragraph {id: row.target})
MERGE (a)-[r:RELATION {id: row.id}]->(b)
SET r = row.properties
RETURN count(*) AS stored
