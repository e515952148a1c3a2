// Lets keys lead to the entity to which a key leads already.
// in: $rows [scheme, value, known scheme, known value, confidence], $decided_by, $at   out: nothing
UNWIND $rows AS row
MATCH (key:Identifier {scheme: row[0], value: row[1]})
MATCH (:Identifier {scheme: row[2], value: row[3]})-[:IDENTIFIES]->(entity)
CREATE (key)-[:IDENTIFIES {confidence: row[4], decided_by: $decided_by, at: $at}]->(entity)
