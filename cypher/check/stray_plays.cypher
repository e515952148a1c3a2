// Plays that belong to no Setlist or to several.
// in: $after id ('' for the first page), $page int   out: id, setlists (number)   order: id
MATCH (play:Play)
WHERE play.id > $after
WITH play ORDER BY play.id LIMIT $page
RETURN play.id AS id, COUNT { (play)<-[:HAS]-(:Setlist) } AS setlists
