"""Which media type is answered, and which is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model.errors import NotAcceptable, UnsupportedMediaType
from resolvers.http.media import GRAPHQL, JSON, answer_type, check_content_type, wants_page

BROWSER = b"text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (b"", JSON),
        (b"*/*", JSON),
        (b"application/*", JSON),
        (b"application/json", JSON),
        (b"application/json; charset=UTF-8", JSON),
        (b"application/graphql-response+json", GRAPHQL),
        (b'application/graphql-response+json; charset="utf-8"', GRAPHQL),
        (b"APPLICATION/GRAPHQL-RESPONSE+JSON", GRAPHQL),
        (b"application/json, application/graphql-response+json", GRAPHQL),
        (b"application/graphql-response+json, application/json;q=0.9", GRAPHQL),
        (b"application/graphql-response+json;q=0.5, application/json", JSON),
        (b"application/graphql-response+json;q=0.5, */*", JSON),
        (b"application/graphql-response+json, */*", GRAPHQL),
        (b"application/json;q=0, */*", GRAPHQL),
        (b"application/graphql-response+json;q=0, */*;q=0.1", JSON),
        (b"text/html, application/*;q=0.1", JSON),
        (b"application/json, multipart/mixed", JSON),
        (BROWSER, JSON),
    ],
)
def test_the_answer_has_the_type_that_is_liked_best(accept: bytes, expected: bytes) -> None:
    assert answer_type(accept) == expected


@pytest.mark.parametrize(
    "accept",
    [
        b"text/html",
        b"text/*",
        b"application/json;q=0",
        b"*/*;q=0",
        b"application/json;q=nan",
        b"application/json;q=2",
        b"application/json;charset=latin1",
        b",",
        b"\xff",
    ],
)
def test_what_we_cannot_write_is_not_acceptable(accept: bytes) -> None:
    with pytest.raises(NotAcceptable):
        answer_type(accept)


@given(accept=st.binary(max_size=2_000))
def test_any_accept_header_is_answered_or_refused(accept: bytes) -> None:
    try:
        assert answer_type(accept) in (JSON, GRAPHQL)
    except NotAcceptable:
        assert accept.strip()


@pytest.mark.parametrize(
    ("content_type", "encoding"),
    [
        (b"application/json", b""),
        (b"application/json; charset=utf-8", b""),
        (b'Application/JSON;charset="UTF-8"', b"identity"),
        (b"application/json; profile=x", b""),
    ],
)
def test_plain_json_is_read(content_type: bytes, encoding: bytes) -> None:
    check_content_type(content_type, encoding)


@pytest.mark.parametrize(
    ("content_type", "encoding"),
    [
        (b"", b""),
        (b"text/plain", b""),
        (b"text/plain;application/json", b""),
        (b"application/x-www-form-urlencoded", b""),
        (b"multipart/form-data; boundary=x", b""),
        (b"application/graphql", b""),
        (b"application/json; charset=utf-16", b""),
        (b"application/json", b"gzip"),
    ],
)
def test_what_a_browser_may_send_across_sites_is_not_read(content_type: bytes, encoding: bytes) -> None:
    with pytest.raises(UnsupportedMediaType):
        check_content_type(content_type, encoding)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (BROWSER, True),
        (b"text/html", True),
        (b"*/*", False),
        (b"", False),
        (b"application/json, text/html;q=0.5", False),
        (b"text/html;q=0", False),
    ],
)
def test_only_a_browser_gets_the_page(accept: bytes, expected: bool) -> None:
    assert wants_page(accept) is expected
