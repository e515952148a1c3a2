// The order "most played first" as a whole, since most tracks tie at one set.
CREATE INDEX track_set_count_id_range IF NOT EXISTS FOR (node:Track) ON (node.set_count, node.id);
