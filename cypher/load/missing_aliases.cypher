// Which of these aliases the graph does not hold yet.
// in: $rows [alias id, artist id]   out: alias, artist
UNWIND $rows AS row
MATCH (alias:Artist {id: row[0]})
MATCH (artist:Artist {id: row[1]})
WHERE NOT EXISTS { (alias)-[:ALIAS_OF]-(artist) }
RETURN DISTINCT alias.id AS alias, artist.id AS artist
