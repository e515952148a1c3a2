"""Cypher as tokens: just enough of the language to rename what a fragment binds.

Rules for fragments, which `fragment.py` checks: keywords in capitals, labels and relationship types with a capital
first letter, variables in lower case. So a lower-case word is a variable unless it is a property (`.title`), a map
key (`{kind: …}`), a function or procedure (`count(`, `db.index.fulltext.queryNodes(`) or a literal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph_model.errors import BrokenFragment

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)
      | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<quoted>`[^`]*`)
      | (?P<parameter>\$[A-Za-z_]\w*)
      | (?P<number>\d\w*(?:\.\d\w*)?)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<mark>\.\.|->|<-|<>|<=|>=|=~|[^\w\s])""",
    re.VERBOSE,
)
_LITERALS = frozenset({"true", "false", "null"})
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the text. `depth`: how many brackets are open around it; `inside`: the innermost of them."""

    kind: str
    text: str
    depth: int
    inside: str


def tokens(cypher: str) -> list[Token]:
    """The whole text cut into tokens, spaces kept, comments turned into spaces."""
    return list(_cut(cypher))


def _cut(cypher: str) -> Iterator[Token]:
    open_brackets: list[str] = []
    at = 0
    while at < len(cypher):
        found = _TOKEN.match(cypher, at)
        if found is None:
            raise BrokenFragment(f"Cypher cannot be read at …{cypher[at : at + 30]!r}")
        text, kind = found.group(), found.lastgroup or ""
        if text in _CLOSING and open_brackets:
            open_brackets.pop()
        yield Token(
            kind, " " if kind == "space" else text, len(open_brackets), open_brackets[-1] if open_brackets else ""
        )
        if text in _OPENING:
            open_brackets.append(text)
        at = found.end()


def rename(parts: list[Token], variable: Callable[[str], str], parameter: Callable[[str], str]) -> str:
    """The text again, each variable and parameter under the name that the two functions give it."""
    solid = [i for i, part in enumerate(parts) if part.kind != "space"]
    place = {index: n for n, index in enumerate(solid)}
    out: list[str] = []
    for index, part in enumerate(parts):
        if part.kind == "parameter":
            out.append(parameter(part.text[1:]))
        elif part.kind == "word" and is_variable(parts, solid, place[index]):
            out.append(_renamed(parts, solid, place[index], variable))
        else:
            out.append(part.text)
    return "".join(out).strip()


def is_variable(parts: list[Token], solid: list[int], at: int) -> bool:
    """Whether the word at this place of the solid tokens names something that the fragment binds or uses."""
    word = parts[solid[at]]
    if not (word.text[0].islower() or word.text[0] == "_") or word.text in _LITERALS:
        return False
    before = parts[solid[at - 1]].text if at else ""
    after = parts[solid[at + 1]].text if at + 1 < len(solid) else ""
    if before == "." or (before in "{," and after == ":" and word.inside == "{"):
        return False
    return not _is_called(parts, solid, at)


def _is_called(parts: list[Token], solid: list[int], at: int) -> bool:
    """`name(`, or `a.b.name(`: a function or procedure."""
    at += 1
    while at + 1 < len(solid) and parts[solid[at]].text == "." and parts[solid[at + 1]].kind == "word":
        at += 2
    return at < len(solid) and parts[solid[at]].text == "("


def _renamed(parts: list[Token], solid: list[int], at: int, variable: Callable[[str], str]) -> str:
    """A procedure's own result names stay: `YIELD node` becomes `YIELD node AS node_3`."""
    name = parts[solid[at]].text
    if not _is_yielded(parts, solid, at):
        return variable(name)
    following = parts[solid[at + 1]].text if at + 1 < len(solid) else ""
    return name if following == "AS" else f"{name} AS {variable(name)}"


def _is_yielded(parts: list[Token], solid: list[int], at: int) -> bool:
    """Whether the word is a result of a procedure; what stands behind its AS is a name of the fragment's."""
    words = [parts[solid[place]] for place in reversed(range(at))]
    if words and words[0].text == "AS":
        return False
    clause = next(
        (word.text for word in words if word.kind == "word" and word.text.isupper() and word.text != "AS"), ""
    )
    return clause == "YIELD"
