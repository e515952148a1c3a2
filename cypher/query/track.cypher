// One Track by its id, or by the id of one that was merged into it.
// in: $id id   out: node :Track
CALL () {
  MATCH (node:Track {id: $id})
  RETURN node
  UNION ALL
  MATCH (:Identifier {scheme: 'merged-id', value: $id})-[:IDENTIFIES]->(node:Track)
  RETURN node
}
RETURN node
