// What somebody signed, and when
//
// The agreements that one person, agency or organisation signed.
// :param name => "Romulo Pizarro"
// :all name => Entity
// :returns signatory, agreement, date, place, modality, documents, quotes
CALL db.index.fulltext.queryNodes("entity_names", '"' + replace(replace($name, "\\", " "), '"', " ") + '"')
YIELD node AS signatory
MATCH (signatory)-[r:SIGNED]->(agreement:Agreement)
RETURN signatory.name AS signatory, agreement.name AS agreement, coalesce(r.date, agreement.date) AS date,
       agreement.place AS place, r.modality AS modality, r.documents AS documents, r.quotes AS quotes
ORDER BY date, agreement, signatory
