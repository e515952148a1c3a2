"""A GraphQL selection becomes one Cypher statement for each root field, at any depth."""
