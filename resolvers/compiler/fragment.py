"""A fragment: the .cypher file behind one field of the schema.

    // What DJs play after one track, best attested first.
    // in: parent :Track, $min_sets int   out: node :Track, edge TRANSITIONS_TO   order: edge.sets DESC, node.id
    MATCH (parent)-[edge:TRANSITIONS_TO]->(node:Track)
    WHERE edge.sets >= coalesce($min_sets, 1)
    RETURN node, edge

It starts at `parent` (or nowhere: a root field) and ends in `RETURN node`, `RETURN node, edge` or `RETURN … AS value`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import BrokenFragment
from resolvers.compiler.tokens import Token, tokens

_HEAD = re.compile(r"\b(in|out|order|most):\s*(.*?)(?=\s*\b(?:in|out|order|most):|$)")
_PARAMETER = re.compile(r"\$(\w+)\s+(\w+)")
_OUT = re.compile(r"(node|edge|value)\s+(:?[\w|]+)")
_ORDER = re.compile(r"(node|edge)\.(\w+)(?:\s+(ASC|DESC))?")
_ENDINGS = (["node"], ["node", "edge"])
MOST_IN_LIST = 500
"""A plain list is complete: where it would be longer there is an error. A head can say another `most:`."""

_CLAUSES = frozenset({"MATCH", "WITH", "UNWIND", "CALL", "YIELD"})
_LOWER_KEYWORDS = frozenset(
    {"match", "where", "with", "unwind", "call", "yield", "return", "optional", "distinct", "and", "or", "not", "union"}
)
"""Words that would be taken for variables, and are none."""


@dataclass(frozen=True, slots=True)
class Order:
    """One part of the default order: `edge.sets DESC` is Order("edge", "sets", True)."""

    on: str
    key: str
    descending: bool


@dataclass(frozen=True, slots=True)
class Fragment:
    """A read .cypher file; `body` is all before the last RETURN, `returns` what that returns."""

    name: str
    about: str
    body: tuple[Token, ...]
    returns: tuple[str, ...]
    value: tuple[Token, ...]
    """The expression of `RETURN … AS value`; empty for the other endings."""
    parameters: dict[str, str]
    labels: tuple[str, ...]
    edge: str | None
    order: tuple[Order, ...]
    where_at: int | None
    """Place in `body` of the WHERE that further conditions may join; None where the last clause has none."""
    ends_in_match: bool
    most: int
    """The longest that a plain list of it may be."""


def read_fragment(path: Path, name: str) -> Fragment:
    """Raises BrokenFragment where the file breaks a rule; the message names file and rule."""
    try:
        return _fragment(path.read_text(encoding="utf-8").splitlines(), name)
    except UnicodeDecodeError:
        raise BrokenFragment(f"cypher/{name}.cypher is not UTF-8") from None


def _fragment(lines: list[str], name: str) -> Fragment:
    comment = [line[2:].strip() for line in lines if line.startswith("//")]
    head = {key: value for line in comment for key, value in _HEAD.findall(line)}
    about = " ".join(line for line in comment if not _HEAD.search(line))
    parts = _tokens("\n".join(line for line in lines if not line.startswith("//")).strip(), name)
    body, returns, value = _split(parts, name)
    outs = dict(_OUT.findall(head.get("out", "")))
    if not about or set(outs) != set(returns):
        raise BrokenFragment(
            f"cypher/{name}.cypher: its head must say what it answers, and `out:` name {', '.join(returns)}"
        )
    where_at, ends_in_match = _last_clause(body)
    parameters = dict(_PARAMETER.findall(head.get("in", "")))
    used = {part.text[1:] for part in parts if part.kind == "parameter"}
    if used != set(parameters):
        raise BrokenFragment(
            f"cypher/{name}.cypher: `in:` names {sorted(parameters)} as parameters, its Cypher uses {sorted(used)}"
        )
    if not head.get("most", "1").isdecimal():
        raise BrokenFragment(f"cypher/{name}.cypher: `most: {head['most']}` is no whole number")
    return Fragment(
        name, about, tuple(body), tuple(returns), tuple(value), parameters,
        tuple(outs.get("node", "").removeprefix(":").split("|")), outs.get("edge"),
        tuple(Order(on, key, way == "DESC") for on, key, way in _ORDER.findall(head.get("order", ""))),
        where_at, ends_in_match, int(head.get("most", MOST_IN_LIST)),
    )  # fmt: skip


def _tokens(text: str, name: str) -> list[Token]:
    try:
        parts = tokens(text)
    except BrokenFragment as error:
        raise BrokenFragment(f"cypher/{name}.cypher: {error}") from None
    for part in parts:
        if part.kind == "word" and part.text in _LOWER_KEYWORDS:
            raise BrokenFragment(f"cypher/{name}.cypher: write {part.text.upper()} in capitals")
    return parts


def _split(parts: list[Token], name: str) -> tuple[list[Token], list[str], list[Token]]:
    """Body, what is returned, and the expression behind `value`."""
    at = max((i for i, part in enumerate(parts) if part.text == "RETURN" and part.depth == 0), default=len(parts))
    returned = [part for part in parts[at + 1 :] if part.kind != "space"]
    names = [part.text for part in returned if part.text != ","]
    if names in _ENDINGS:
        return parts[:at], names, []
    if names[-2:] == ["AS", "value"]:
        end = max(i for i, part in enumerate(parts) if part.text == "AS")
        return parts[:at], ["value"], parts[at + 1 : end]
    raise BrokenFragment(f"cypher/{name}.cypher must end in RETURN node, RETURN node, edge or RETURN … AS value")


def _last_clause(body: list[Token]) -> tuple[int | None, bool]:
    where_at, last = None, ""
    for index, part in enumerate(body):
        if part.depth:
            continue
        if part.text in _CLAUSES:
            where_at, last = None, part.text
        elif part.text == "WHERE":
            where_at = index
    return where_at, last == "MATCH"
