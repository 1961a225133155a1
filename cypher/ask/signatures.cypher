// Who signed what, and when
//
// Every signature, also those that are only planned: look at the modality. The place is that of the agreement.
// :returns signatory, agreement, date, place, modality, documents, quotes
MATCH (signatory)-[r:SIGNED]->(agreement:Agreement)
RETURN signatory.name AS signatory, agreement.name AS agreement, coalesce(r.date, agreement.date) AS date,
       agreement.place AS place, r.modality AS modality, r.documents AS documents, r.quotes AS quotes
ORDER BY date, agreement, signatory
