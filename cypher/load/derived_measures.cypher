// Derives anew what Tracks say of themselves: field by field the word of the most confident Observation, then of the
// newest one, then of the lowest id; where that says two things, the shortest and slowest. Tracks without measures, and
// without values that measures have left behind, are passed over.
// in: $ids of Tracks, locked   out: nothing
UNWIND $ids AS id
MATCH (track:Track {id: id})
WHERE EXISTS { (track)<-[:MEASURED]-() }
  OR coalesce(track.bpm, track.duration_ms, track.year) IS NOT NULL OR track.musical_key IS NOT NULL
WITH track, COLLECT {
  MATCH (track)<-[said:MEASURED]-(seen:Observation)
  RETURN said
  ORDER BY seen.confidence DESC, seen.seen_at DESC, seen.id, said.duration_ms, said.bpm, said.year, said.musical_key
} AS said
SET track.bpm = [one IN said WHERE one.bpm IS NOT NULL | one.bpm][0],
  track.musical_key = [one IN said WHERE one.musical_key IS NOT NULL | one.musical_key][0],
  track.duration_ms = [one IN said WHERE one.duration_ms IS NOT NULL | one.duration_ms][0],
  track.year = [one IN said WHERE one.year IS NOT NULL | one.year][0]
