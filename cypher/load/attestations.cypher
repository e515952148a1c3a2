// Writes what further records attest of Setlists, and what they say otherwise.
// in: $rows {observation, setlist, description (properties of DESCRIBES), plays [play id, position, text, similarity]}
// out: nothing
UNWIND $rows AS row
MATCH (seen:Observation {id: row.observation})
MATCH (setlist:Setlist {id: row.setlist})
MERGE (seen)-[description:DESCRIBES]->(setlist)
SET description = row.description
WITH seen, row
UNWIND row.plays AS fields
MATCH (play:Play {id: fields[0]})
CREATE (seen)-[:ATTESTS {position: fields[1], text: fields[2], similarity: fields[3]}]->(play)
