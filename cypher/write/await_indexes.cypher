// Wait until the indexes are there
//
// Loading into a database whose indexes are still being built would be slow.
CALL db.awaitIndexes(300)
