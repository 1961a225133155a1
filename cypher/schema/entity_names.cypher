// Find entities by the words of their names
//
// Case and accents do not matter: CALL db.index.fulltext.queryNodes("entity_names", "perez").
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS
FOR (n:Entity) ON EACH [n.name, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: "standard-folding"}}
