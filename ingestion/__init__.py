"""Pages and files into the graph: observation → key → load."""
