"""Every question to the graph is a .cypher file of this room; `statement` loads one, `read` and `write` ask it."""

from cypher.files import statement
from cypher.session import Database, read, write

__all__ = ["Database", "read", "statement", "write"]
