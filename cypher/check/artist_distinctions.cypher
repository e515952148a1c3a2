// No Artist is told apart from itself.
// in: $after id ('' for the first page), $page int   order: id
// out: id (last of the page), rows (number), wrong ids
MATCH (node:Artist)
WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $page
WITH node.id AS id, EXISTS { (node)-[:DISTINCT_FROM]->(node) } AS itself
WITH max(id) AS id, count(id) AS rows, collect(CASE WHEN itself THEN id END) AS wrong
WHERE rows > 0
RETURN id, rows, wrong
