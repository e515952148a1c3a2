"""Which rows of a newer record are rows of the older one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


def same_rows(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Place in `new` → place in `old`, for rows whose text and place in the sequence still match.

    What begins and ends alike is set apart first, so that a long set with one corrected row costs little.
    """
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    blocks = [(head + block.a, head + block.b, block.size) for block in matcher.get_matching_blocks()]
    blocks += [(0, 0, head), (len(old) - tail, len(new) - tail, tail)]
    return {in_new + step: in_old + step for in_old, in_new, size in blocks for step in range(size)}


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many rows the two have in common from the start."""
    return next((place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
