"""The .cypher files as text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph_model.errors import BrokenFragment

ROOM = Path(__file__).parent


@cache
def statement(name: str) -> str:
    """The Cypher of `load/plays` is the file `cypher/load/plays.cypher`, its heading comments left out."""
    path = ROOM / f"{name}.cypher"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise BrokenFragment(f"cypher/{name}.cypher does not exist: write it, or correct the name") from None
    return "\n".join(line for line in lines if not line.startswith("//"))
