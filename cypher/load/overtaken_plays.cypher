// Gives Plays whose row another record prints now that record's words.
// in: $rows [play id, text, observation, confidence]   out: nothing
UNWIND $rows AS row
MATCH (play:Play {id: row[0]})<-[has:HAS]-(:Setlist)
SET play.text = row[1], play.observation = row[2], play.confidence = row[3], has.observation = row[2],
  has.confidence = row[3]
WITH play, row
MATCH (play)-[of:OF]->(:Track)
SET of.observation = row[2], of.confidence = row[3]
