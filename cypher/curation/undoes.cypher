// Notes that one act undid another.
// in: $undo, $revision   out: nothing
MATCH (undo:Revision {id: $undo})
MATCH (revision:Revision {id: $revision})
CREATE (undo)-[:UNDOES]->(revision)
