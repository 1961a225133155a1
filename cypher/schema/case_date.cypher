// Find cases by date
//
// Dates are texts as precise as the document, "2009", "2009-06", "2009-06-30": they sort and compare as such.
CREATE INDEX case_date IF NOT EXISTS FOR (n:Case) ON (n.date)
