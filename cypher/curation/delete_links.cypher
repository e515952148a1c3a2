// Removes relationships.
// in: $elements (ids of this transaction)   out: nothing
UNWIND $elements AS element
MATCH ()-[link]->()
WHERE elementId(link) = element
DELETE link
