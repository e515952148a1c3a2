"""The outside's words into ours: schema, compiler, mutations."""
