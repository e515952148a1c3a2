// Makes sure that a Source is known.
// in: $name, $id for a new one, $url, $licence   out: nothing
MERGE (source:Source {name: $name})
ON CREATE SET source.id = $id, source.url = $url, source.licence = $licence
