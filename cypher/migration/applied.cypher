// Which migrations have run.
// in: –   out: name string
MATCH (migration:Migration)
RETURN migration.name AS name
