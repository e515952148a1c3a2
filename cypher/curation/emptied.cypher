// Removes Tracks that were made by re-pointing Plays, where that was undone and nothing leads to them any more.
// in: $ids of Tracks   out: nothing
UNWIND $ids AS id
MATCH (track:Track {id: id})<-[:CHANGED]-(made:Revision {action: 'repoint_plays'})
WHERE made.after CONTAINS '"new":"' + id + '"' AND EXISTS { (made)<-[:UNDOES]-() }
  AND NOT EXISTS { (track)<-[:OF|IDENTIFIES|ABOUT|CANDIDATE]-() }
DETACH DELETE track
