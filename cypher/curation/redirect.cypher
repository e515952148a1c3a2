// Lets the id of an entity that was merged away lead to the survivor.
// in: $id, $survivor, $moves, $by, $at   out: nothing
MATCH (survivor:Track|Artist {id: $survivor})
MERGE (key:Identifier {scheme: 'merged-id', value: $id})
CREATE (key)-[:IDENTIFIES {confidence: 1.0, decided_by: $by, at: $at, moves: $moves}]->(survivor)
