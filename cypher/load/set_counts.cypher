// Counts anew in how many Setlists each Track is played.
// in: $ids of Tracks, locked   out: nothing
UNWIND $ids AS id
MATCH (track:Track {id: id})
SET track.set_count = COUNT { MATCH (track)<-[:OF]-(:Play)<-[:HAS]-(setlist:Setlist) RETURN DISTINCT setlist }
