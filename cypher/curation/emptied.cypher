// Removes Tracks that were made by re-pointing Plays, where that was undone, nothing leads to them and no act that still
// stands has touched them: such an act may be undone as well, and leads there.
// in: $ids of Tracks   out: nothing
UNWIND $ids AS id
MATCH (track:Track {id: id})<-[:CHANGED]-(made:Revision {action: 'repoint_plays'})
WHERE made.after CONTAINS '"new":"' + id + '"' AND NOT EXISTS { (track)<-[:OF|IDENTIFIES|ABOUT|CANDIDATE]-() }
  AND NOT EXISTS {
    MATCH (track)<-[:CHANGED]-(act:Revision)
    WHERE act.action <> 'undo' AND NOT EXISTS { (act)<-[:UNDOES]-() }
  }
DETACH DELETE track
