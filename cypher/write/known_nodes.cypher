// What nodes the database holds
//
// Read before loading: only what differs is written.
// :returns removal, id, digest
MATCH (n:Entity) RETURN "write/remove_entity" AS removal, n.id AS id, n.digest AS digest
UNION ALL
MATCH (n:Document) RETURN "write/remove_document" AS removal, n.id AS id, n.digest AS digest
UNION ALL
MATCH (n:Paragraph) RETURN "write/remove_paragraph" AS removal, n.id AS id, n.digest AS digest
