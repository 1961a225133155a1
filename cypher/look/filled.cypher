// Whether the database holds a graph
//
// True where anything was loaded.
// :returns filled
RETURN EXISTS { (:Entity) } OR EXISTS { (:Document) } AS filled
