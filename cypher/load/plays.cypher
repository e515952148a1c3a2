// Creates Plays at their places, with their Tracks.
// in: $rows [setlist id, observation, confidence, plays [id, position, layer, cue_ms, text, state, segue, break_before,
//     youtube_id, youtube_confidence, played_at, track id or null]]   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row[0]})
UNWIND row[3] AS fields
CREATE (setlist)-[:HAS {observation: row[1], confidence: row[2]}]->(play:Play {id: fields[0], position: fields[1],
  layer: fields[2], cue_ms: fields[3], text: fields[4], state: fields[5], segue: fields[6], break_before: fields[7],
  youtube_id: fields[8], youtube_confidence: fields[9], played_at: fields[10], observation: row[1], confidence: row[2]})
WITH row, play, fields[11] AS track_id
WHERE track_id IS NOT NULL
MATCH (track:Track {id: track_id})
CREATE (play)-[:OF {observation: row[1], confidence: row[2]}]->(track)
