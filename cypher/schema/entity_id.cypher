// One node for each entity
//
// Makes ids unique, which loading relies on.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE
