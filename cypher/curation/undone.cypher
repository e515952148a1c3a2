// Which acts have been undone.
// in: $ids of Revisions   out: id
UNWIND $ids AS id
MATCH (revision:Revision {id: id})
WHERE EXISTS { (revision)<-[:UNDOES]-(:Revision) }
RETURN id
