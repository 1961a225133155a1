// What relationships the database holds
//
// Read before loading: only what differs is written. Relationships of other tools carry no digest and are left alone.
// :returns removal, id, digest
MATCH ()-[r]->() WHERE r.digest IS NOT NULL
RETURN "write/remove_relationships" AS removal, r.id AS id, r.digest AS digest
