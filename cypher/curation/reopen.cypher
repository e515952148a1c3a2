// Opens withdrawn review items again, unless their entity has another open one by now.
// in: $ids   out: nothing
UNWIND $ids AS id
MATCH (item:ReviewItem {id: id})-[:ABOUT]->(entity)
WHERE item.state = 'withdrawn' AND EXISTS { (item)-[:CANDIDATE]->() }
  AND NOT EXISTS { (entity)<-[:ABOUT]-(:ReviewItem {state: 'open'}) }
SET item.state = 'open', item.decided_at = null, item.decided_by = null
