// Removes Tracks that were made by re-pointing Plays, where that was undone, nothing leads to them and no act that still
// stands has touched them: such an act may be undone as well, and leads there.
// in: $ids of Tracks, $undone (the Revision that was undone: what it touched is looked at too)   out: nothing
CALL () {
  UNWIND $ids AS id
  MATCH (track:Track {id: id})
  RETURN track
  UNION
  MATCH (:Revision {id: $undone})-[:CHANGED]->(track:Track)
  RETURN track
}
MATCH (track)<-[:CHANGED]-(made:Revision {action: 'repoint_plays'})
WHERE made.after CONTAINS '"new":"' + track.id + '"' AND NOT EXISTS { (track)<-[:OF|IDENTIFIES|ABOUT|CANDIDATE]-() }
  AND NOT EXISTS {
    MATCH (track)<-[:CHANGED]-(act:Revision)
    WHERE act.action <> 'undo' AND NOT EXISTS { (act)<-[:UNDOES]-() }
  }
DETACH DELETE track
