// What other sources say of a set otherwise than the leading one.
// in: parent :Setlist   out: node map   order: node.source, node.number   most: 20000
MATCH (parent)<-[description:DESCRIBES]-(seen:Observation)
WHERE description.rows IS NOT NULL
UNWIND range(0, size(description.conflict_kinds) - 1) AS number
WITH {
  source: seen.source, number: number, kind: description.conflict_kinds[number],
  position: description.conflict_positions[number], leading: description.conflict_leading[number],
  attesting: description.conflict_attesting[number]
} AS node
RETURN node
