// Plays that belong to no Setlist or to several.
// in: $after id ('' for the first page), $page int   order: id
// out: id (last of the page), rows (number), strays [id, number of Setlists]
MATCH (play:Play)
WHERE play.id > $after
WITH play ORDER BY play.id LIMIT $page
WITH play.id AS id, COUNT { (play)<-[:HAS]-(:Setlist) } AS setlists
WITH max(id) AS id, count(id) AS rows, collect(CASE WHEN setlists <> 1 THEN [id, setlists] END) AS strays
WHERE rows > 0
RETURN id, rows, strays
