// A Track or Artist with all that it says of itself.
// in: $id   out: label, said
MATCH (node:Track|Artist {id: $id})
RETURN labels(node)[0] AS label, properties(node) AS said
