// Sets by their address: two sources of one page tell of one set.
CREATE INDEX setlist_url_range IF NOT EXISTS FOR (node:Setlist) ON (node.url);
