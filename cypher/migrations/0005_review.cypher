// Review items by id, and the open ones without a walk through all.
CREATE CONSTRAINT reviewitem_id_unique IF NOT EXISTS FOR (node:ReviewItem) REQUIRE node.id IS UNIQUE;
CREATE INDEX reviewitem_state_range IF NOT EXISTS FOR (node:ReviewItem) ON (node.state);
