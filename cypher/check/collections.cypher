// Libraries with their keys and the number of Tracks that they hold.
// in: $after id ('' for the first page), $page int   out: id, track_count, tracks, keys, described (bool)   order: id
MATCH (collection:Collection)
WHERE collection.id > $after
WITH collection ORDER BY collection.id LIMIT $page
RETURN collection.id AS id, collection.track_count AS track_count,
  COUNT { (collection)-[:HOLDS]->(:Track) } AS tracks,
  COUNT { (collection)<-[:IDENTIFIES]-(:Identifier {scheme: 'collection-key'}) } AS keys,
  EXISTS { (collection)<-[:DESCRIBES]-(:Observation {id: collection.observation}) } AS described
