"""Files of other programs into drafts: one small module a format, and the registry that tells them apart."""
