"""The plain rival of the exact key: a row's folded words without what stands in square brackets, in any order."""

from __future__ import annotations

import re

from graph_model.spelling import fold

_LABEL = re.compile(r"\[[^\]]*\]")


def token_key(text: str) -> str:
    """The words of a printed row, each once, sorted."""
    return " ".join(sorted(set(fold(_LABEL.sub("", text)).split())))
