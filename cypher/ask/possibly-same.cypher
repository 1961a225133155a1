// Entities that may be the same
//
// Pairs of a kind where the whole name of one stands in the names of the other. A reader has to decide: vinculo merge.
// :returns name, other, kind, name_documents, other_documents, name_id, other_id
MATCH (entity:Actor)
WHERE NOT entity:Source AND size(entity.name) > 3
WITH entity ORDER BY entity.name, entity.id
CALL (entity) {
  CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace(entity.name, "\\", " "), '"', " ") + '"')
  YIELD node AS other
  WHERE other <> entity AND other.kind = entity.kind
  RETURN other ORDER BY other.name, other.id
}
RETURN entity.name AS name, other.name AS other, entity.kind AS kind, entity.documents AS name_documents,
       other.documents AS other_documents, entity.id AS name_id, other.id AS other_id
