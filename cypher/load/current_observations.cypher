// Which records the graph is derived from as they are: such a set is not written again.
// in: $rows [key of a set, id of an Observation]   out: key
UNWIND $rows AS row
MATCH (:Identifier {scheme: 'set-key', value: row[0]})-[:IDENTIFIES]->(setlist:Setlist)
WHERE setlist.observation = row[1] OR EXISTS {
  MATCH (setlist)<-[description:DESCRIBES]-(:Observation {id: row[1]})
  WHERE description.rows IS NOT NULL
}
RETURN row[0] AS key
