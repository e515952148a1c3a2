// On which Labels Tracks came out; a release that is known already stays as it is. The Tracks are locked, so that
// nothing comes between the look and the write; MERGE would lock the Label too, which many write to.
// in: $rows [track id, label id, catalog number or '', observation, confidence], each release once, sorted   out: nothing
UNWIND $rows AS row
MATCH (track:Track {id: row[0]})
MATCH (label:Label {id: row[1]})
WHERE NOT EXISTS { (track)-[:RELEASED_ON {catalog_number: row[2]}]->(label) }
CREATE (track)-[:RELEASED_ON {catalog_number: row[2], observation: row[3], confidence: row[4]}]->(label)
