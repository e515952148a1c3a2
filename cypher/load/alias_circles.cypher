// All names of the people behind some names.
// in: $ids of Artists   out: id of an Artist
UNWIND $ids AS id
MATCH (:Artist {id: id})-[:ALIAS_OF*0..4]-(other:Artist)
RETURN DISTINCT other.id AS id
