// What Observations measured of Tracks.
// in: $rows [observation id, track id, bpm, musical_key, duration_ms, year, cue_points]   out: nothing
UNWIND $rows AS row
MATCH (seen:Observation {id: row[0]})
MATCH (track:Track {id: row[1]})
CREATE (seen)-[:MEASURED {bpm: row[2], musical_key: row[3], duration_ms: row[4], year: row[5], cue_points: row[6]}]->(track)
