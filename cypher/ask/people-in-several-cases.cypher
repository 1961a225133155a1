// People in two cases or more
//
// Who has a part in more than one case, the most cases first.
// :returns person, count, cases
MATCH (person:Person)--(case:Case)
WITH DISTINCT person, case ORDER BY case.name, case.id
WITH person, collect(case.name) AS cases
WHERE size(cases) > 1
RETURN person.name AS person, size(cases) AS count, cases
ORDER BY count DESC, person, cases
