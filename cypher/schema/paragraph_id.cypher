// One node for each paragraph
//
// Makes ids unique, which loading relies on.
CREATE CONSTRAINT paragraph_id IF NOT EXISTS FOR (n:Paragraph) REQUIRE n.id IS UNIQUE
