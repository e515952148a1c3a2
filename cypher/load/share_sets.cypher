// Keeps the list of sets open to others of the same source until the transaction ends (as in share_aliases), and tells
// whether the graph knows other sources.
// in: $source (name)   out: name of another source, if any
MERGE (counter:Counter {name: 'sets'})
ON CREATE SET counter.value = 0
WITH counter
MATCH (source:Source)
WHERE source.name <> $source
RETURN source.name AS name LIMIT 1
