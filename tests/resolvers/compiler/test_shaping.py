"""From rows to the response: what is missing is null at the nearest place that may be, and its path is told."""

from __future__ import annotations

from typing import Any

import pytest

from cypher import Database
from graph_model.errors import ListTooLong
from resolvers.compiler.cursor import CursorSigner
from resolvers.compiler.records import Column, by_type, listed, record
from resolvers.compiler.shaping import MissingValue, Shape, Shaping, answer, optional, plain, required
from tests.resolvers.conftest import Ask

NAMED = record([Column("id", None, False), Column("note", None, True)])
"""{id: ID!, note: String}"""


def shaped(shape: Shape, value: Any) -> tuple[Any, list[list[str | int]]]:
    """The answer, and the paths of its errors."""
    shaping = Shaping({}, {}, CursorSigner(b"x"))
    found = answer(shape, value, shaping)
    return found, [path for path, _ in shaping.errors]


def under(shape: Shape, *, nullable: bool) -> Shape:
    """{inner: …}"""
    return record([Column("inner", (optional if nullable else required)(shape), nullable)])


def test_values_stand_under_their_keys_in_the_order_of_the_selection() -> None:
    found, errors = shaped(
        record([Column("z", None, False), Column("a", None, True), Column("m", None, False)]), [1, 2, 3]
    )
    assert (list(found.items()), errors) == ([("z", 1), ("a", 2), ("m", 3)], [])


def test_null_stays_where_it_may_stand() -> None:
    assert shaped(listed(NAMED, 9), [["a", None], ["b", "c"]]) == (
        [{"id": "a", "note": None}, {"id": "b", "note": "c"}],
        [],
    )
    assert shaped(under(NAMED, nullable=True), [None]) == ({"inner": None}, [])
    assert shaped(optional(NAMED), None) == (None, [])


@pytest.mark.parametrize("value", [False, 0, "", 0.0, []])
def test_what_is_false_but_there_is_no_null(value: object) -> None:
    assert shaped(required(plain), value) == (value, [])
    assert shaped(record([Column("id", None, False), Column("note", None, True)]), [value, None])[1] == []


def test_a_missing_value_makes_the_nearest_nullable_place_null() -> None:
    assert shaped(under(NAMED, nullable=True), [[None, "x"]]) == ({"inner": None}, [["inner", "id"]])
    assert shaped(under(under(NAMED, nullable=False), nullable=True), [[[None, "x"]]]) == (
        {"inner": None},
        [["inner", "inner", "id"]],
    )


def test_one_missing_value_in_a_list_of_values_that_must_be_there_takes_the_list_with_it() -> None:
    shape = under(listed(NAMED, 9), nullable=True)
    assert shaped(shape, [[["a", None], [None, None]]]) == ({"inner": None}, [["inner", 1, "id"]])


def test_each_nullable_place_has_its_own_error() -> None:
    shape = listed(under(NAMED, nullable=True), 9)
    rows = [[[None, 1]], [["b", 2]], [None], [[None, 3]]]
    assert shaped(shape, rows) == (
        [{"inner": None}, {"inner": {"id": "b", "note": 2}}, {"inner": None}, {"inner": None}],
        [[0, "inner", "id"], [3, "inner", "id"]],
    )


def test_without_a_nullable_place_the_whole_answer_is_missing() -> None:
    with pytest.raises(MissingValue) as missing:
        shaped(required(under(listed(NAMED, 9), nullable=False)), [[["a", 1], [None, 2]]])
    assert missing.value.path == ["inner", 1, "id"]
    assert "no value" in missing.value.error.message


def test_a_list_is_never_cut() -> None:
    assert shaped(listed(plain, 2), [1, 2]) == ([1, 2], [])
    with pytest.raises(MissingValue) as missing:
        shaped(listed(plain, 2), [1, 2, 3])
    assert isinstance(missing.value.error, ListTooLong)
    assert shaped(under(listed(plain, 2), nullable=True), [[1, 2, 3]]) == ({"inner": None}, [["inner"]])


def test_an_object_of_an_interface_knows_its_type() -> None:
    found, errors = shaped(by_type({"Track": NAMED, "Tag": record([Column("id", None, False)])}), ["Tag", "tag_a"])
    assert (found, found.typename, errors) == ({"id": "tag_a"}, "Tag", [])
    assert shaped(optional(by_type({"Track": NAMED})), ["Track", None, 1]) == (None, [["id"]])


TRACK = "CREATE (track:Track {id: 'trk_a', title: 'Dawn', sort_title: 'dawn', set_count: 1})"
CREDIT = "-[:CREDITED_TO {role: 'main', position: n, printed: 'A'}]->(:Artist {id: 'art_' + n, name: "


async def test_a_list_in_the_graph_that_is_too_long_is_an_error_at_its_path(ask: Ask, graph: Database) -> None:
    await graph.driver.execute_query(f"{TRACK} WITH track UNWIND range(1, 500) AS n CREATE (track){CREDIT}'A'}})")
    query = '{ track(id: "trk_a") { title by: artists { id } } }'
    assert len((await ask(query))["data"]["track"]["by"]) == 500
    await graph.driver.execute_query(f"MATCH (track:Track) WITH track, 501 AS n CREATE (track){CREDIT}'A'}})")
    answer = await ask(query)
    assert answer["data"] == {"track": None}
    assert [(error["path"], error["extensions"]["code"]) for error in answer["errors"]] == [
        (["track", "by"], "LIST_TOO_LONG")
    ]


async def test_a_value_that_is_missing_in_the_graph_goes_up_as_the_schema_says(ask: Ask, graph: Database) -> None:
    await graph.driver.execute_query(
        f"{TRACK} WITH track UNWIND [0, 1] AS n CREATE (track){CREDIT}CASE n WHEN 0 THEN 'A' END}})"
    )
    answer = await ask('{ a: track(id: "trk_a") { title } b: track(id: "trk_a") { by: artists { called: name } } }')
    assert answer["data"] == {"a": {"title": "Dawn"}, "b": None}
    assert [error["path"] for error in answer["errors"]] == [["b", "by", 1, "called"]]
    answer = await ask("{ a: stats { tracks } tracks { nodes { artists { name } } } }")
    assert answer["data"] is None
    assert [error["path"] for error in answer["errors"]] == [["tracks", "nodes", 0, "artists", 1, "name"]]


async def test_two_nullable_places_are_null_each_with_its_error(ask: Ask, graph: Database) -> None:
    await graph.driver.execute_query(
        "CREATE (setlist:Setlist {id: 'set_a', title: 'One', play_count: 3}) WITH setlist UNWIND [0, 1, 2] AS n "
        "CREATE (setlist)-[:HAS]->(:Play {id: 'ply_' + n, position: n + 1, layer: 0, text: 'x', state: 'identified'})"
        "-[:OF]->(:Track {id: 'trk_' + n, title: CASE n WHEN 1 THEN 'Dawn' END, set_count: 1})"
    )
    answer = await ask('{ setlist(id: "set_a") { plays { position track { title } } } }')
    assert answer["data"]["setlist"]["plays"] == [
        {"position": 1, "track": None},
        {"position": 2, "track": {"title": "Dawn"}},
        {"position": 3, "track": None},
    ]
    assert [error["path"] for error in answer["errors"]] == [
        ["setlist", "plays", 0, "track", "title"],
        ["setlist", "plays", 2, "track", "title"],
    ]
