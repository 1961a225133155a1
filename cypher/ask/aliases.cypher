// By what names somebody goes
//
// All names and aliases of the entities that a name or alias fits, and why they were taken to be one.
// :param name => "Manuel Lopez Rivas"
// :all name => Entity
// :returns name, kind, aliases, reasons, documents, id
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS entity
RETURN entity.name AS name, entity.kind AS kind, entity.aliases AS aliases, entity.reasons AS reasons,
       entity.documents AS documents, entity.id AS id
ORDER BY name, id
