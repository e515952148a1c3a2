// Note that a migration has run.
// in: $name string, $at datetime   out: –
MERGE (migration:Migration {name: $name})
ON CREATE SET migration.at = $at
