// Removes what the newer records of Setlists do not say any more.
// in: $rows {id, artists [id, position, role], events, series [id, number], tags}   out: nothing
UNWIND $rows AS row
MATCH (setlist:Setlist {id: row.id})-[fact:PERFORMED_BY|AT|PART_OF|TAGGED]->(entity)
WHERE NOT CASE type(fact)
  WHEN 'PERFORMED_BY' THEN [entity.id, fact.position, fact.role] IN row.artists
  WHEN 'AT' THEN entity.id IN row.events
  WHEN 'PART_OF' THEN [entity.id, coalesce(fact.number, '')] IN row.series
  ELSE entity.id IN row.tags
END
DELETE fact
