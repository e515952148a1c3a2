// Keys by which Tracks that may be one are found: words that must not be analysed, only told apart.
CREATE FULLTEXT INDEX track_match IF NOT EXISTS FOR (node:Track) ON EACH [node.match_keys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
