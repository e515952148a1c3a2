// What lists are ordered and filtered by, and what `contains` looks into.
CREATE INDEX artist_sort_name_range IF NOT EXISTS FOR (node:Artist) ON (node.sort_name);
CREATE INDEX event_sort_name_range IF NOT EXISTS FOR (node:Event) ON (node.sort_name);
CREATE INDEX label_sort_name_range IF NOT EXISTS FOR (node:Label) ON (node.sort_name);
CREATE INDEX observation_source_range IF NOT EXISTS FOR (node:Observation) ON (node.source);
CREATE INDEX place_sort_name_range IF NOT EXISTS FOR (node:Place) ON (node.sort_name);
CREATE INDEX series_sort_name_range IF NOT EXISTS FOR (node:Series) ON (node.sort_name);
CREATE INDEX setlist_played_on_range IF NOT EXISTS FOR (node:Setlist) ON (node.played_on);
CREATE INDEX setlist_sort_title_range IF NOT EXISTS FOR (node:Setlist) ON (node.sort_title);
CREATE INDEX tag_sort_name_range IF NOT EXISTS FOR (node:Tag) ON (node.sort_name);
CREATE INDEX track_set_count_range IF NOT EXISTS FOR (node:Track) ON (node.set_count);
CREATE INDEX track_sort_title_range IF NOT EXISTS FOR (node:Track) ON (node.sort_title);
CREATE INDEX track_version_group_range IF NOT EXISTS FOR (node:Track) ON (node.version_group);
CREATE TEXT INDEX artist_name_text IF NOT EXISTS FOR (node:Artist) ON (node.name);
CREATE TEXT INDEX setlist_title_text IF NOT EXISTS FOR (node:Setlist) ON (node.title);
CREATE TEXT INDEX track_title_text IF NOT EXISTS FOR (node:Track) ON (node.title);
