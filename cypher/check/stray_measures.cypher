// Observations that still measure Tracks though nothing is derived from them any more.
// in: $after id ('' for the first page), $page int   order: id
// out: id (last of the page), rows (number), strays (ids)
MATCH (seen:Observation)
WHERE seen.id > $after
WITH seen ORDER BY seen.id LIMIT $page
WITH seen.id AS id, EXISTS { (seen)-[:MEASURED]->() } AND NOT EXISTS {
  MATCH (seen)-[:DESCRIBES]->(entity:Setlist|Collection)
  WHERE entity.observation = seen.id
} AS is_stray
WITH max(id) AS id, count(id) AS rows, collect(CASE WHEN is_stray THEN id END) AS strays
WHERE rows > 0
RETURN id, rows, strays
