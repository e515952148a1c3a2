// Removes what Observations measured, since nothing is derived from them any more.
// in: $ids of Observations   out: nothing
UNWIND $ids AS id
MATCH (:Observation {id: id})-[stale:MEASURED]->(:Track)
DELETE stale
