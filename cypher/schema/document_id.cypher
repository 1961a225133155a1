// One node for each document
//
// Makes ids unique, which loading relies on.
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE
