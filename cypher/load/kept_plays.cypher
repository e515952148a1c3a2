// Gives Plays whose row is still there their place in the newer record, and frees them from what is written anew.
// in: $rows [id, position, layer, cue_ms, state, segue, break_before, youtube_id, youtube_confidence, played_at]
// out: nothing
UNWIND $rows AS row
MATCH (play:Play {id: row[0]})
SET play.position = row[1], play.layer = row[2], play.cue_ms = row[3], play.state = row[4], play.segue = row[5],
  play.break_before = row[6], play.youtube_id = row[7], play.youtube_confidence = row[8],
  play.played_at = row[9]
WITH play
OPTIONAL MATCH (play)-[stale:THEN|CREDITED_TO]->()
DELETE stale
