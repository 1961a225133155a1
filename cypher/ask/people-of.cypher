// The people of a group
//
// Who heads, belongs to, works for or represents a cartel, agency or organisation, and in what role.
// :param group => "Tijuana cartel"
// :all group => Entity
// :returns person, type, role, group, modality, documents, quotes
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($group, "\\", " "), '"', " ") + '"')
YIELD node AS group
MATCH (person:Person)-[r:HEAD_OF|MEMBER_OF|REPRESENTATIVE_OF|WORKS_FOR|LIAISON_FOR|LINKED_TO]-(group)
RETURN person.name AS person, type(r) AS type, coalesce(r.role, person.role) AS role, group.name AS group,
       r.modality AS modality, r.documents AS documents, r.quotes AS quotes
ORDER BY group, type, person, r.id
