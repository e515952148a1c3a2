// Versions whose tie to their plain original is missing, and ties that lead out of their group or from a plain original.
// in: $after id ('' for the first page), $page int   order: id
// out: id (last of the page), rows (number), missing [id, id of the original], wrong [id, id of the other Track]
MATCH (track:Track)
WHERE track.id > $after
WITH track ORDER BY track.id LIMIT $page
WITH collect(track) AS tracks
WHERE size(tracks) > 0
RETURN tracks[-1].id AS id, size(tracks) AS rows,
  COLLECT { UNWIND tracks AS track
    MATCH (original:Track {version_group: track.version_group})
    WHERE track.version IS NOT NULL AND original.version IS NULL AND NOT EXISTS { (track)-[:VERSION_OF]->(original) }
    RETURN [track.id, original.id]
  } AS missing,
  COLLECT { UNWIND tracks AS track
    MATCH (track)-[:VERSION_OF]->(other:Track)
    WHERE coalesce(track.version_group <> other.version_group, true)
      OR track.version IS NULL OR other.version IS NOT NULL
    RETURN [track.id, other.id]
  } AS wrong
