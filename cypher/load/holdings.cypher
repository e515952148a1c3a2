// Lets a library hold these Tracks and no others.
// in: $id, $tracks (ids), $observation, $confidence   out: nothing
MATCH (collection:Collection {id: $id})
CALL (collection) {
  MATCH (collection)-[stale:HOLDS]->(track:Track)
  WHERE NOT track.id IN $tracks
  DELETE stale
}
UNWIND $tracks AS uid
MATCH (track:Track {id: uid})
WHERE NOT EXISTS { (collection)-[:HOLDS]->(track) }
CREATE (collection)-[:HOLDS {observation: $observation, confidence: $confidence}]->(track)
