// Notes what somebody decided of a review item.
// in: $id, $state, $by, $at   out: nothing
MATCH (item:ReviewItem {id: $id})
SET item.state = $state, item.decided_by = $by, item.decided_at = $at
