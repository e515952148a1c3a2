"""The bracketed group at the end of a text, inner ones kept whole: "Vault (Extended (Club) Mix)" has one."""

from __future__ import annotations

_OPENING = {")": "(", "]": "["}


def last_group(text: str, closing: str = ")") -> tuple[str, str] | None:
    """(text before the last group, what the group holds), where the text ends with one."""
    if not text.endswith(closing):
        return None
    opening = _OPENING[closing]
    start = text.rfind(opening)
    if start >= 0 and text.find(closing, start) == len(text) - 1:
        return text[:start].rstrip(), text[start + 1 : -1].strip()
    return _nested(text, opening, closing)


def _nested(text: str, opening: str, closing: str) -> tuple[str, str] | None:
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        if text[at] == closing:
            depth += 1
        elif text[at] == opening:
            depth -= 1
            if depth == 0:
                return text[:at].rstrip(), text[at + 1 : -1].strip()
    return None
