// Whether the database answers and its schema is there: the migrations that have run.
// out: migrations int
RETURN COUNT { (:Migration) } AS migrations
