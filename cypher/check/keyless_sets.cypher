// Setlists without exactly one key, or without the Observation that they are derived from.
// in: $after id ('' for the first page), $page int   out: id, keys (number), described (bool)   order: id
MATCH (setlist:Setlist)
WHERE setlist.id > $after
WITH setlist ORDER BY setlist.id LIMIT $page
RETURN setlist.id AS id, COUNT { (setlist)<-[:IDENTIFIES]-(:Identifier {scheme: 'set-key'}) } AS keys,
  EXISTS { (setlist)<-[:DESCRIBES]-(:Observation {id: setlist.observation}) } AS described
