// Locks a review item until the transaction ends, and tells its state.
// in: $id   out: state, by
MATCH (item:ReviewItem {id: $id})
REMOVE item._lock
RETURN item.state AS state, item.decided_by AS by
