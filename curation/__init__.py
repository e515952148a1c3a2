"""What a curator does: merge, split, review, history."""
