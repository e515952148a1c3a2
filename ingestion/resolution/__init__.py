"""Which entity a printed name or row is of: by keys, by likeness, asked again later, and explained."""
