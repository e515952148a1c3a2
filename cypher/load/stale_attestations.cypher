// Takes back what further records attest of Setlists, before it is written anew.
// in: $ids of Setlists, locked   out: nothing
UNWIND $ids AS id
MATCH (setlist:Setlist {id: id})<-[description:DESCRIBES]-()
WHERE description.rows IS NOT NULL
SET description = {}
WITH DISTINCT setlist
MATCH (setlist)-[:HAS]->(:Play)<-[attested:ATTESTS]-()
DELETE attested
