// The Setlists that have some Plays.
// in: $ids of Plays   out: id
UNWIND $ids AS id
MATCH (:Play {id: id})<-[:HAS]-(setlist:Setlist)
RETURN DISTINCT setlist.id AS id
