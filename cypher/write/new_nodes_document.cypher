// Make new document nodes
//
// For rows that the database did not hold when the load began. Where another loader made one of them meanwhile, its
// unique id refuses the whole batch, which is then stored as any other.
// :param rows => []
// :returns stored
UNWIND $rows AS row
CREATE (n:Document)
SET n = row.properties
RETURN count(*) AS stored
