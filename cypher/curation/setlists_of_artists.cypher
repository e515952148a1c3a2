// The Setlists that some Artists perform, or that name them in a row known in part.
// in: $ids of Artists   out: id
UNWIND $ids AS id
MATCH (artist:Artist {id: id})
CALL (artist) {
  MATCH (artist)<-[:PERFORMED_BY]-(setlist:Setlist)
  RETURN setlist
  UNION
  MATCH (artist)<-[:CREDITED_TO]-(:Play)<-[:HAS]-(setlist:Setlist)
  RETURN setlist
}
RETURN DISTINCT setlist.id AS id
