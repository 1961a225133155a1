-- What every document says. A document's rows live and die together.
-- Lists and mappings are JSON; offsets are code points into document.text.
CREATE TABLE document (
  number              INTEGER PRIMARY KEY,
  id                  TEXT NOT NULL UNIQUE,
  kind                TEXT NOT NULL,
  text                TEXT NOT NULL,
  source              TEXT NOT NULL,
  sha256              TEXT NOT NULL,
  title               TEXT NOT NULL,
  date                TEXT NOT NULL,
  origin              TEXT NOT NULL,
  classification      TEXT NOT NULL,
  tags                TEXT NOT NULL,
  "references"        TEXT NOT NULL,
  classified_by       TEXT NOT NULL,
  declassify_on       TEXT NOT NULL,
  signed_by           TEXT NOT NULL,
  author              TEXT NOT NULL,
  summary             TEXT NOT NULL,
  fields              TEXT NOT NULL,
  metadata            TEXT NOT NULL,
  paragraphs          TEXT NOT NULL,
  problems            TEXT NOT NULL,
  extractor           TEXT NOT NULL, -- version of what read and extracted it; another version does so again
  extraction_problems TEXT NOT NULL
);

CREATE TABLE mention (
  number     INTEGER PRIMARY KEY, -- ascending in the order in which the document's mentions were found
  document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  text       TEXT NOT NULL,
  name       TEXT NOT NULL,
  paragraph  INTEGER NOT NULL,
  marking    TEXT NOT NULL,
  confidence REAL NOT NULL,
  rule       TEXT NOT NULL,
  properties TEXT NOT NULL
);
CREATE INDEX mention_document ON mention (document);

CREATE TABLE claim (
  number        INTEGER PRIMARY KEY,
  document      INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start         INTEGER NOT NULL,
  "end"         INTEGER NOT NULL,
  type          TEXT NOT NULL,
  source        TEXT NOT NULL, -- key of a mention of the same document
  target        TEXT NOT NULL,
  quote         TEXT NOT NULL,
  paragraph     INTEGER NOT NULL,
  marking       TEXT NOT NULL,
  modality      TEXT NOT NULL,
  confidence    REAL NOT NULL,
  rule          TEXT NOT NULL,
  attributed_to TEXT NOT NULL,
  properties    TEXT NOT NULL
);
CREATE INDEX claim_document ON claim (document);

-- Decisions outlive the documents: whoever imports a removed document again finds them still made.
CREATE TABLE judgement (
  number         INTEGER PRIMARY KEY,
  left_document  TEXT NOT NULL,
  left_mention   TEXT NOT NULL,
  right_document TEXT NOT NULL,
  right_mention  TEXT NOT NULL,
  same           INTEGER NOT NULL,
  reason         TEXT NOT NULL,
  by             TEXT NOT NULL,
  confidence     REAL NOT NULL
);
