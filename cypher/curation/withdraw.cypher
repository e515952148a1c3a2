// Withdraws open review items about an entity that is gone, and those that have no candidate left.
// in: $about (ids of items about it), $candidates (ids of items that named it), $by, $at   out: id
UNWIND $about + $candidates AS id
MATCH (item:ReviewItem {id: id})
WHERE item.state = 'open' AND (id IN $about OR NOT EXISTS { (item)-[:CANDIDATE]->() })
SET item.state = 'withdrawn', item.decided_at = $at, item.decided_by = $by
RETURN DISTINCT id
