// Entities that may be the same
//
// Pairs of a kind where the whole name of one stands in the names of the other. Whether they are, a reader has to judge.
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
WITH DISTINCT CASE WHEN [entity.name, entity.id] < [other.name, other.id] THEN [entity, other]
                   ELSE [other, entity] END AS pair
WITH pair[0] AS entity, pair[1] AS other
RETURN entity.name AS name, other.name AS other, entity.kind AS kind, entity.documents AS name_documents,
       other.documents AS other_documents, entity.id AS name_id, other.id AS other_id
