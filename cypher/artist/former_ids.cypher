// The ids of what was merged into it, and was merged into that before.
// in: parent :Artist   out: value list
RETURN COLLECT {
  MATCH (parent)<-[:IDENTIFIES]-(key:Identifier {scheme: 'merged-id'})
  WITH key.value AS former ORDER BY former LIMIT 1000
  RETURN former
} AS value
