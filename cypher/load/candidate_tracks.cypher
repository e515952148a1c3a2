// What is known of Tracks, for comparing them with what a row prints.
// in: $ids   out: id, title, version, credits [position, role, printed], releases [label, catalog_number],
//     identifiers [scheme, value], apart: ids of Tracks that a curator told apart from it, measures
UNWIND $ids AS id
MATCH (track:Track {id: id})
RETURN track.id AS id, track.title AS title, track.version AS version, track.bpm AS bpm,
  track.duration_ms AS duration_ms, track.year AS year, track.set_count AS set_count,
  COLLECT { MATCH (track)-[credit:CREDITED_TO]->(:Artist) RETURN [credit.position, credit.role, credit.printed] } AS credits,
  COLLECT { MATCH (track)-[release:RELEASED_ON]->(label:Label) RETURN [label.name, release.catalog_number] LIMIT 5 }
    AS releases,
  COLLECT { MATCH (key:Identifier)-[:IDENTIFIES]->(track)
    WHERE NOT key.scheme IN ['track-spelling', 'track-in-set', 'merged-id'] RETURN [key.scheme, key.value] LIMIT 20 }
    AS identifiers
