// Find documents by date
//
// Dates are texts as precise as the document, "2009", "2009-06", "2009-06-30": they sort and compare as such.
CREATE INDEX document_date IF NOT EXISTS FOR (n:Document) ON (n.date)
