// One review item by its id.
// in: $id id   out: node :ReviewItem
MATCH (node:ReviewItem {id: $id})
RETURN node
