// Whether the graph knows other sources: only then may a set be known already by other hands.
// in: $source (name)   out: name of one of them
MATCH (source:Source)
WHERE source.name <> $source
RETURN source.name AS name LIMIT 1
