// Find meetings by date
//
// Dates are texts as precise as the document, "2009", "2009-06", "2009-06-30": they sort and compare as such.
CREATE INDEX meeting_date IF NOT EXISTS FOR (n:Meeting) ON (n.date)
