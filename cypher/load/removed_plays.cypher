// Removes Plays whose row is gone.
// in: $ids   out: nothing
UNWIND $ids AS id
MATCH (play:Play {id: id})
DETACH DELETE play
