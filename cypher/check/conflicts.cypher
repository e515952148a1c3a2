// What the sources of one Setlist, or of all, say differently; Setlists whose sources agree are left out.
// in: $setlist id ('' for all), $after id ('' for the first page), $page int   order: id
// out: id, title, played_on, sources [source, rows, aligned, kinds, positions, leading, attesting], by source
CALL () {
  WITH $setlist AS id WHERE id <> ''
  MATCH (setlist:Setlist {id: id})
  RETURN setlist
  UNION
  WITH $setlist AS id WHERE id = ''
  MATCH (setlist:Setlist)
  WHERE setlist.id > $after AND EXISTS {
    MATCH (setlist)<-[description:DESCRIBES]-()
    WHERE size(description.conflict_kinds) > 0
  }
  RETURN setlist ORDER BY setlist.id LIMIT $page
}
WITH setlist
WHERE setlist.id > $after
RETURN setlist.id AS id, setlist.title AS title, setlist.played_on AS played_on,
  COLLECT { MATCH (setlist)<-[description:DESCRIBES]-(seen:Observation)
    WHERE size(description.conflict_kinds) > 0
    WITH seen, description ORDER BY seen.source
    RETURN [seen.source, description.rows, description.aligned, description.conflict_kinds,
      description.conflict_positions, description.conflict_leading, description.conflict_attesting]
  } AS sources
ORDER BY id
