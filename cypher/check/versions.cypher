// Versions whose tie to their plain original is missing, and ties that lead out of their group or from a plain original.
// in: $after id ('' for the first page), $page int   order: id
// out: id, missing (ids of originals), wrong (ids of Tracks that it is tied to)
MATCH (track:Track)
WHERE track.id > $after
WITH track ORDER BY track.id LIMIT $page
RETURN track.id AS id,
  COLLECT { MATCH (original:Track {version_group: track.version_group})
    WHERE track.version IS NOT NULL AND original.version IS NULL AND NOT EXISTS { (track)-[:VERSION_OF]->(original) }
    RETURN original.id
  } AS missing,
  COLLECT { MATCH (track)-[:VERSION_OF]->(other:Track)
    WHERE coalesce(track.version_group <> other.version_group, true)
      OR track.version IS NULL OR other.version IS NOT NULL
    RETURN other.id
  } AS wrong
