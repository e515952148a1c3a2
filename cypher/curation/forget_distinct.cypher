// Removes what a Revision noted of an entity being none of others.
// in: $id, $revision   out: nothing
MATCH (:Track|Artist {id: $id})-[said:DISTINCT_FROM {revision: $revision}]-()
DELETE said
