// Ids that were merged away must lead to one entity that is there, and must not be an entity's own.
// in: $after id ('' for the first page), $page int   order: id
// out: id (last of the page), rows (number), wrong [id, number of entities that it leads to, number that have it]
MATCH (key:Identifier {scheme: 'merged-id'})
WHERE key.value > $after
WITH key ORDER BY key.value LIMIT $page
WITH key.value AS id, COUNT { (key)-[:IDENTIFIES]->(:Track|Artist|Setlist) } AS leads,
  COUNT { MATCH (entity:Track|Artist|Setlist {id: key.value}) RETURN entity } AS own
WITH max(id) AS id, count(id) AS rows, collect(CASE WHEN leads <> 1 OR own > 0 THEN [id, leads, own] END) AS wrong
WHERE rows > 0
RETURN id, rows, wrong
