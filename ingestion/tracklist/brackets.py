"""Bracketed groups at the end of a text, innermost kept whole: "Vault (Extended (Club) Mix)" has one."""

from __future__ import annotations

_OPENING = {")": "(", "]": "["}


def last_group(text: str, closing: str = ")") -> tuple[str, str] | None:
    """(text before the last group, what the group holds), where the text ends with one; a group left open counts."""
    if not text.endswith(closing):
        return None
    depth, opening = 0, _OPENING[closing]
    for at in range(len(text) - 1, -1, -1):
        if text[at] == closing:
            depth += 1
        elif text[at] == opening:
            depth -= 1
            if depth == 0:
                return text[:at].rstrip(), text[at + 1 : -1].strip()
    return None
