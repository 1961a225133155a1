// Facts by marking
//
// How many relations, people and quotes each classification marking covers; empty stands for unmarked text.
// :returns marking, relations, people, quotes
MATCH (a:Entity)-[r]->(b:Entity)
UNWIND coalesce(r.markings, [quote IN r.quotes | ""]) AS marking
UNWIND [a, b] AS end
RETURN marking, count(DISTINCT r) AS relations, count(DISTINCT CASE WHEN end:Person THEN end END) AS people,
       count(*) / 2 AS quotes
ORDER BY marking
