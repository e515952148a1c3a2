// What a search looks into: one index a kind; accents are folded, so that "Für" is found by "fur".
CREATE FULLTEXT INDEX artist_text IF NOT EXISTS FOR (node:Artist) ON EACH [node.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX event_text IF NOT EXISTS FOR (node:Event) ON EACH [node.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX label_text IF NOT EXISTS FOR (node:Label) ON EACH [node.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX place_text IF NOT EXISTS FOR (node:Place) ON EACH [node.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX series_text IF NOT EXISTS FOR (node:Series) ON EACH [node.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX setlist_text IF NOT EXISTS FOR (node:Setlist) ON EACH [node.title]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX tag_text IF NOT EXISTS FOR (node:Tag) ON EACH [node.name]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX track_text IF NOT EXISTS FOR (node:Track) ON EACH [node.title, node.artist_credit]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
