// Remove entity nodes
//
// What the casebook no longer holds, with its relationships.
// :param ids => []
UNWIND $ids AS id
MATCH (n:Entity {id: id})
DETACH DELETE n
