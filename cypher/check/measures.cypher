// Tracks that are measured or say that they are, with the measures that their own values must follow from.
// in: $after id ('' for the first page), $page int   order: id
// out: id (last of the page), rows (number), tracks [id, bpm, musical_key, duration_ms, year, said [confidence, seen_at,
//      observation, duration_ms, bpm, year, musical_key]]
MATCH (track:Track)
WHERE track.id > $after
WITH track ORDER BY track.id LIMIT $page
WITH collect(track) AS tracks
WHERE size(tracks) > 0
RETURN tracks[-1].id AS id, size(tracks) AS rows, COLLECT {
  UNWIND tracks AS track
  WITH track
  WHERE EXISTS { (track)<-[:MEASURED]-() }
    OR coalesce(track.bpm, track.duration_ms, track.year) IS NOT NULL OR track.musical_key IS NOT NULL
  RETURN [track.id, track.bpm, track.musical_key, track.duration_ms, track.year, COLLECT {
    MATCH (track)<-[said:MEASURED]-(seen:Observation)
    RETURN [seen.confidence, seen.seen_at, seen.id, said.duration_ms, said.bpm, said.year, said.musical_key]
  }]
} AS tracks
