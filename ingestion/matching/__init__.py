"""Are these two records the same piece of music? How sure, and why. Pure: records in, matches out; no graph needed."""
