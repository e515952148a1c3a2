// The state of Setlists before a write.
// in: $ids   out: id, title, observation, play_count
UNWIND $ids AS id
MATCH (setlist:Setlist {id: id})
RETURN id, setlist.title AS title, setlist.observation AS observation, setlist.play_count AS play_count
