// Libraries by id, Tracks by tempo, imported files by what they hold.
CREATE CONSTRAINT collection_id_unique IF NOT EXISTS FOR (node:Collection) REQUIRE node.id IS UNIQUE;
CREATE INDEX track_bpm_range IF NOT EXISTS FOR (node:Track) ON (node.bpm);
CREATE CONSTRAINT importedfile_hash_unique IF NOT EXISTS FOR (node:ImportedFile) REQUIRE node.hash IS UNIQUE;
