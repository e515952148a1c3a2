// Opens a decided review item again, if it still asks something and its entity has no other open one.
// in: $id   out: entity (id), rival (id of another open item about it, or null)
MATCH (item:ReviewItem {id: $id})-[:ABOUT]->(entity:Track|Artist)
WHERE EXISTS { (item)-[:CANDIDATE]->() }
WITH item, entity, [(entity)<-[:ABOUT]-(other:ReviewItem {state: 'open'}) WHERE other <> item | other.id][0] AS rival
SET item.state = CASE WHEN rival IS NULL THEN 'open' ELSE item.state END
SET item.decided_at = CASE WHEN rival IS NULL THEN null ELSE item.decided_at END
SET item.decided_by = CASE WHEN rival IS NULL THEN null ELSE item.decided_by END
RETURN entity.id AS entity, rival
