// Creates Artists, Labels, Places, Events, Series and Tags behind keys that lead nowhere yet.
// in: $rows [scheme, value, node label, id, name, sort_name, observation, confidence], $decided_by, $at   out: nothing
UNWIND $rows AS row
MATCH (key:Identifier {scheme: row[0], value: row[1]})
CREATE (entity:$(row[2]) {id: row[3], name: row[4], sort_name: row[5], observation: row[6], confidence: row[7]})
CREATE (key)-[:IDENTIFIES {confidence: row[7], decided_by: $decided_by, at: $at}]->(entity)
