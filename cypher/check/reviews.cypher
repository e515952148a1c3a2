// Open review items must ask about one entity, name candidates, and be the only open one about it.
// in: $after id ('' for the first page), $page int   order: id
// out: id (last of the page), rows (number), wrong [id, entities, candidates, open items about them]
MATCH (item:ReviewItem)
WHERE item.id > $after
WITH item ORDER BY item.id LIMIT $page
WITH item.id AS id, item.state AS state, COUNT { (item)-[:ABOUT]->(:Track|Artist) } AS entities,
  COUNT { (item)-[:CANDIDATE]->(:Track|Artist) } AS candidates,
  COUNT { (item)-[:ABOUT]->()<-[:ABOUT]-(:ReviewItem {state: 'open'}) } AS items
WITH max(id) AS id, count(id) AS rows, collect(CASE
  WHEN state = 'open' AND (entities <> 1 OR candidates = 0 OR items > 0) THEN [id, entities, candidates, items]
END) AS wrong
WHERE rows > 0
RETURN id, rows, wrong
