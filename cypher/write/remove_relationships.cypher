// Remove relationships
//
// What the casebook no longer holds.
// :param ids => []
MATCH ()-[r]->() WHERE r.id IN $ids
DELETE r
