// Anything with an id of ours, or with one that was merged into it; each label has a unique index: one seek a label.
// in: $id id   out: node :Track|Artist|Setlist|Play|Label|Event|Place|Series|Tag|ReviewItem|Revision
CALL () {
  MATCH (node:Track|Artist|Setlist|Play|Label|Event|Place|Series|Tag|ReviewItem|Revision {id: $id})
  RETURN node
  UNION ALL
  MATCH (:Identifier {scheme: 'merged-id', value: $id})-[:IDENTIFIES]->(node:Track|Artist|Setlist)
  RETURN node
}
RETURN node
