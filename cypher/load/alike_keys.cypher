// Lets keys lead to Tracks that a matcher holds to be the same, and the Tracks be found by the new spelling's words, too.
// in: $rows [scheme, value, track id, probability, match keys], $decided_by, $at   out: nothing
UNWIND $rows AS row
MATCH (key:Identifier {scheme: row[0], value: row[1]})
MATCH (track:Track {id: row[2]})
CREATE (key)-[:IDENTIFIES {confidence: row[3], decided_by: $decided_by, at: $at}]->(track)
SET track.match_keys = CASE WHEN size(track.match_keys) < 2000 THEN track.match_keys + ' ' + row[4]
  ELSE track.match_keys END
