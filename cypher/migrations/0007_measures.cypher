// Libraries by id, and Tracks by tempo.
CREATE CONSTRAINT collection_id_unique IF NOT EXISTS FOR (node:Collection) REQUIRE node.id IS UNIQUE;
CREATE INDEX track_bpm_range IF NOT EXISTS FOR (node:Track) ON (node.bpm);
