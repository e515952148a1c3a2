"""Questions that need more than one statement or a rule in Python: paths, recommendations, sets."""
