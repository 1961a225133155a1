// What nodes the database holds
//
// Read before loading: only what differs is written. Nodes of other tools carry no digest and are left alone.
// :returns removal, id, digest
MATCH (n:Entity) WHERE n.digest IS NOT NULL RETURN "write/remove_entity" AS removal, n.id AS id, n.digest AS digest
UNION ALL
MATCH (n:Document) WHERE n.digest IS NOT NULL RETURN "write/remove_document" AS removal, n.id AS id, n.digest AS digest
UNION ALL
MATCH (n:Paragraph) WHERE n.digest IS NOT NULL RETURN "write/remove_paragraph" AS removal, n.id AS id, n.digest AS digest
