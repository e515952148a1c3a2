"""The parts of a request, from a body and from a URL."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import BadRequest, BodyTooLarge
from resolvers.http.message import GraphQLRequest
from resolvers.http.parameters import from_body, from_query_string

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_all_parts_of_a_body_are_read_and_others_ignored() -> None:
    body = b'{"query": "{a}", "operationName": "A", "variables": {"x": 1}, "extensions": {"y": 2}, "more": 3}'
    assert from_body(body) == GraphQLRequest("{a}", "A", {"x": 1}, read_only=False, extensions={"y": 2})


def test_null_is_the_same_as_absent() -> None:
    body = b'{"query": "{a}", "operationName": null, "variables": null, "extensions": null}'
    assert from_body(body) == from_body(b'{"query": "{a}"}')


def test_a_byte_order_mark_is_passed_over() -> None:
    assert from_body(b'\xef\xbb\xbf{"query": "{a}"}').query == "{a}"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not JSON"),
        (b'{"query"', "not JSON"),
        (b'{"query": "\\ud800"}', "not JSON"),
        (b'{"query": "\xed\xa0\x80"}', "not JSON"),
        (b'{"query": "a\x00b"}', "not JSON"),
        (b'{"query": "{a}", "variables": {"x": NaN}}', "not JSON"),
        (b'{"query": "{a}", "variables": ' + b'{"x":' * 10_000 + b"1" + b"}" * 10_000 + b"}", "not JSON"),
        ('{"query": "{a}"}'.encode("utf-16"), "not JSON"),
        (b"[]", "one JSON object"),
        (b'[{"query": "{a}"}]', "several requests"),
        (b'"{a}"', "one JSON object"),
        (b"null", "one JSON object"),
        (b"{}", "`query` is missing"),
        (b'{"query": null}', "`query` is missing"),
        (b'{"query": 1}', "`query` must be a string"),
        (b'{"query": "{a}", "operationName": 1}', "`operationName` must be"),
        (b'{"query": "{a}", "variables": []}', "`variables` must be"),
        (b'{"query": "{a}", "variables": "{}"}', "`variables` must be"),
        (b'{"query": "{a}", "extensions": false}', "`extensions` must be"),
    ],
)
def test_a_bad_body_says_what_is_wrong(body: bytes, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        from_body(body)


@given(value=JSON_VALUES)
def test_any_json_is_a_request_or_a_bad_request(value: object) -> None:
    try:
        request = from_body(orjson.dumps(value))
    except BadRequest:
        return
    assert isinstance(value, dict)
    assert request.query == value["query"]


def test_a_url_carries_its_objects_as_json() -> None:
    query_string = b"query=%7Ba%7D&operationName=A&variables=%7B%22x%22%3A%22%F0%9F%8F%83%22%7D&extensions={}&utm=1"
    expected = GraphQLRequest("{a}", "A", {"x": "🏃"}, read_only=True, extensions={})
    assert from_query_string(query_string, 1_000) == expected


def test_an_empty_value_in_a_url_is_no_value() -> None:
    assert from_query_string(b"query={a}&operationName=&variables=", 1_000) == GraphQLRequest("{a}", None, None, True)


@pytest.mark.parametrize(
    ("query_string", "reason"),
    [
        (b"", "`query` is missing"),
        (b"operationName=A", "`query` is missing"),
        (b"query={a}&query={b}", "given twice"),
        (b"query=%ff", "percent-encoded UTF-8"),
        (b"query=\xff", "percent-encoded UTF-8"),
        (b"&".join([b"x=1"] * 200), "too many fields"),
        (b"query={a}&variables=1", "`variables` must be"),
        (b"query={a}&variables={", "`variables` is not JSON"),
        (b"query={a}&extensions=[]", "`extensions` must be"),
    ],
)
def test_a_bad_url_says_what_is_wrong(query_string: bytes, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        from_query_string(query_string, 1_000)


def test_a_url_has_a_limit() -> None:
    with pytest.raises(BodyTooLarge, match="1000 bytes"):
        from_query_string(b"query=" + b"a" * 1_000, 1_000)
