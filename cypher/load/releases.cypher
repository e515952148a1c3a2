// On which Labels Tracks came out; a release that is known already stays as it is.
// in: $rows [track id, label id, catalog number or '', observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (track:Track {id: row[0]})
MATCH (label:Label {id: row[1]})
MERGE (track)-[release:RELEASED_ON {catalog_number: row[2]}]->(label)
ON CREATE SET release.observation = row[3], release.confidence = row[4]
