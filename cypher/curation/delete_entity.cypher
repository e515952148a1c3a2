// Removes a Track or Artist whose ties were moved; an id that was merged away leads to what it is part of now.
// in: $id   out: nothing
MATCH (node:Track|Artist {id: $id})
DETACH DELETE node
