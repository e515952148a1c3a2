"""The bracketed group at the end of a text, inner ones kept whole: "Vault (Extended (Club) Mix)" has one.

Typed rows also open a bracket and forget it, or close it with another: `paired` and `closed` set right what can be
meant in one way only.
"""

from __future__ import annotations

import re

_OPENING = {")": "(", "]": "["}
_CLOSED_TWICE = re.compile(r"\[([^\[\]()]+)\)\]|\[([^\[\]()]+)\]\)$")
_SQUARE_START = re.compile(r"\[([^\[\]()]+)\)")
_SQUARE_END = re.compile(r"(?P<before>(?:[^\[\]]|\[[^\[\]]*\])+)\((?P<inside>[^()\[\]]+)\](?P<after>\s*\[.*)?")
_STRAY = re.compile(r"(?P<text>[^()]*\w|.*\))\)")

_WRONG_START, _WRONG_END = frozenset("[{"), "]}"


def paired(text: str) -> str:
    """Brackets that close as they opened: "[ZYX)]" is "[ZYX]"; "(X]" is square only where no "[label]" follows."""
    text = _SQUARE_START.sub(r"(\1)", _CLOSED_TWICE.sub(lambda found: f"[{found[1] or found[2]}]", text))
    found = _SQUARE_END.fullmatch(text) if "]" in text else None
    if found is None:
        return text
    before, inside, after = found.groups()
    return f"{before}({inside}){after}" if after else f"{before}[{inside}]"


def closed(text: str) -> str:
    """ "Salsa (Ann Remix" with its ")"; "Salsa)" and "Salsa (Ann Remix))" without the one too many."""
    surplus = text.count("(") - text.count(")")
    if surplus == 1 and text.rfind("(") > text.rfind(")"):
        return f"{text.rstrip(_WRONG_END)})" if _WRONG_START.isdisjoint(text[text.rfind("(") :]) else f"{text})"
    stray = _STRAY.fullmatch(text) if surplus == -1 else None
    return stray["text"] if stray else text


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
