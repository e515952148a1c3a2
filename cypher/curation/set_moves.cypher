// Corrects how relationships came to where they stay.
// in: $rows [element id, moves or null]   out: nothing
UNWIND $rows AS row
MATCH ()-[link]->()
WHERE elementId(link) = row[0]
SET link.moves = row[1]
