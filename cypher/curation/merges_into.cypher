// The merges into an entity that still stand, oldest first.
// in: $id   out: id, before   order: seq
MATCH (:Track|Artist {id: $id})<-[:CHANGED]-(revision:Revision)
WHERE revision.action IN ['merge_tracks', 'merge_artists', 'accept_review'] AND NOT EXISTS { (revision)<-[:UNDOES]-() }
RETURN revision.id AS id, revision.before AS before ORDER BY revision.seq
