// Removes a Setlist with its Plays and its keys; Tracks, Artists and Observations stay.
// in: $id   out: nothing
MATCH (key:Identifier)-[:IDENTIFIES]->(setlist:Setlist {id: $id})
OPTIONAL MATCH (setlist)-[:HAS]->(play:Play)
DETACH DELETE play
WITH DISTINCT key, setlist
DETACH DELETE key, setlist
