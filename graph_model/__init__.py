"""The nouns of SongNodes: what the graph holds, what can go wrong, and the words for both."""
