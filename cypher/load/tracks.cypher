// Creates Tracks with their credits behind keys that lead nowhere yet.
// in: $rows [scheme, value, id, title, sort_title, artist_credit, version, version_kind, version_group, observation,
//     confidence, match_keys, credits [artist id, position, role, printed, join_phrase]], $decided_by, $at   out: nothing
UNWIND $rows AS row
MATCH (key:Identifier {scheme: row[0], value: row[1]})
CREATE (track:Track {id: row[2], title: row[3], sort_title: row[4], artist_credit: row[5], version: row[6],
  version_kind: row[7], version_group: row[8], observation: row[9], confidence: row[10], set_count: 0,
  match_keys: row[11]})
CREATE (key)-[:IDENTIFIES {confidence: row[10], decided_by: $decided_by, at: $at}]->(track)
WITH track, row
UNWIND row[12] AS credit
MATCH (artist:Artist {id: credit[0]})
CREATE (track)-[:CREDITED_TO {position: credit[1], role: credit[2], printed: credit[3], join_phrase: credit[4],
  observation: row[9], confidence: row[10]}]->(artist)
