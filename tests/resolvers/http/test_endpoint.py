"""The door as a client meets it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from resolvers.http import GraphQLEndpoint

GRAPHQL = {"accept": "application/graphql-response+json"}
JSON = {"accept": "application/json"}
HTML = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def post(query: str, **parts: Any) -> dict[str, Any]:
    return {"query": query, **parts}


def code(response: httpx.Response) -> str:
    """The code of the only error; a refused request has no data."""
    document = response.json()
    assert "data" not in document
    (error,) = document["errors"]
    assert error["message"]
    return str(error["extensions"]["code"])


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
async def test_a_query_by_post_and_by_get_is_answered_alike(client: httpx.AsyncClient, accept: dict[str, str]) -> None:
    query, variables = "query($t: String) { echo(text: $t) }", '{"t": "Für 🏃"}'
    posted = await client.post("/graphql", json=post(query, variables={"t": "Für 🏃"}), headers=accept)
    got = await client.get("/graphql", params={"query": query, "variables": variables}, headers=accept)
    assert posted.status_code == got.status_code == 200
    assert posted.json() == got.json() == {"data": {"echo": "Für 🏃"}}
    assert posted.headers["content-type"] == got.headers["content-type"] == f"{accept['accept']}; charset=utf-8"
    assert int(posted.headers["content-length"]) == len(posted.content)


@pytest.mark.parametrize("query", ["{", "{ unknown }", "query($n: Float!) { twice(number: $n) }"])
async def test_only_the_newer_type_tells_by_status_that_nothing_was_executed(
    client: httpx.AsyncClient, query: str
) -> None:
    newer = await client.post("/graphql", json=post(query), headers=GRAPHQL)
    plain = await client.post("/graphql", json=post(query), headers=JSON)
    assert (newer.status_code, plain.status_code) == (400, 200)
    assert newer.json() == plain.json()
    assert "data" not in newer.json()


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
async def test_an_error_within_an_answer_is_an_answer(client: httpx.AsyncClient, accept: dict[str, str]) -> None:
    response = await client.post("/graphql", json=post("{ broken }"), headers=accept)
    assert response.status_code == 200
    assert response.json()["data"] == {"broken": None}


async def test_a_mutation_by_get_is_refused(client: httpx.AsyncClient) -> None:
    response = await client.get("/graphql", params={"query": 'mutation { rename(to: "x") }'})
    assert (response.status_code, code(response)) == (405, "METHOD_NOT_ALLOWED")
    assert "POST" in response.headers["allow"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
async def test_other_methods_are_refused(client: httpx.AsyncClient, method: str) -> None:
    response = await client.request(method, "/graphql?query={whoami}")
    assert (response.status_code, code(response)) == (405, "METHOD_NOT_ALLOWED")


async def test_options_names_the_methods_and_opens_nothing_to_other_sites(client: httpx.AsyncClient) -> None:
    response = await client.options("/graphql", headers={"origin": "https://elsewhere.example"})
    assert (response.status_code, response.headers["allow"]) == (200, "GET, HEAD, POST, OPTIONS")
    assert not [name for name in response.headers if name.startswith("access-control")]


@pytest.mark.parametrize("headers", [HTML, JSON])
async def test_head_has_the_headers_of_get_and_no_body(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    url = "/graphql" if headers is HTML else "/graphql?query={whoami}"
    head, got = await client.head(url, headers=headers), await client.get(url, headers=headers)
    assert (head.status_code, head.headers, head.content) == (200, got.headers, b"")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", None])
async def test_what_a_foreign_page_could_post_is_refused(client: httpx.AsyncClient, content_type: str | None) -> None:
    headers = {"content-type": content_type} if content_type else {}
    response = await client.post("/graphql", content=b'{"query": "{whoami}"}', headers=headers)
    assert (response.status_code, code(response)) == (415, "UNSUPPORTED_MEDIA_TYPE")


async def test_a_type_that_we_cannot_write_is_refused(client: httpx.AsyncClient) -> None:
    response = await client.post("/graphql", json=post("{ whoami }"), headers={"accept": "text/csv"})
    assert (response.status_code, code(response)) == (406, "NOT_ACCEPTABLE")


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"query": "\\ud800"}', b'{"query": 1}'])
async def test_a_bad_body_is_a_bad_request(client: httpx.AsyncClient, accept: dict[str, str], body: bytes) -> None:
    response = await client.post("/graphql", content=body, headers={"content-type": "application/json", **accept})
    assert (response.status_code, code(response)) == (400, "BAD_REQUEST")
    assert response.headers["content-type"].startswith(accept["accept"])


async def test_a_body_over_the_limit_is_refused(client: httpx.AsyncClient, endpoint: GraphQLEndpoint) -> None:
    response = await client.post("/graphql", json=post("#" * endpoint.max_body_bytes))
    assert (response.status_code, code(response)) == (413, "BODY_TOO_LARGE")
    assert response.headers["connection"] == "close"


@pytest.mark.parametrize("authorization", ["Bearer s3cret", "bearer  s3cret "])
async def test_a_key_names_the_caller(client: httpx.AsyncClient, authorization: str) -> None:
    response = await client.post("/graphql", json=post("{ whoami }"), headers={"authorization": authorization})
    assert response.json() == {"data": {"whoami": "first"}}


@pytest.mark.parametrize("authorization", ["", "Basic czNjcmV0", "Bearers3cret"])
async def test_without_a_bearer_the_caller_is_anonymous(client: httpx.AsyncClient, authorization: str) -> None:
    response = await client.post("/graphql", json=post("{ whoami }"), headers={"authorization": authorization})
    assert response.json() == {"data": {"whoami": None}}


@pytest.mark.parametrize("authorization", ["Bearer wrong", "Bearer", "Bearer \xff", "Bearer s3cret s3cret"])
async def test_a_wrong_key_is_told_even_to_a_reader(client: httpx.AsyncClient, authorization: str) -> None:
    headers = {b"authorization": authorization.encode("latin-1")}
    response = await client.post("/graphql", json=post("{ whoami }"), headers=headers)
    assert (response.status_code, code(response)) == (401, "UNAUTHORIZED")
    assert response.headers["www-authenticate"].startswith("Bearer")


async def test_an_error_that_the_executor_raises_becomes_the_status(client: httpx.AsyncClient) -> None:
    response = await client.post("/graphql", json=post('mutation { rename(to: "x") }'))
    assert (response.status_code, code(response)) == (401, "UNAUTHORIZED")
    response = await client.post("/graphql", json=post("{ whoami } # away"))
    assert (response.status_code, code(response)) == (503, "UNAVAILABLE")


async def test_an_unforeseen_error_is_logged_and_not_told(client: httpx.AsyncClient) -> None:
    with capture_logs() as logs:
        response = await client.post("/graphql", json=post("{ whoami } # crash"))
    assert (response.status_code, code(response)) == (500, "INTERNAL")
    assert "bolt" not in response.text
    assert "MATCH" not in response.text
    assert [entry["event"] for entry in logs] == ["graphql_request_failed"]


async def test_a_browser_gets_the_page_and_a_link_with_a_query_gets_its_answer(client: httpx.AsyncClient) -> None:
    page = await client.get("/graphql?utm=1", headers=HTML)
    assert page.headers["content-type"].startswith("text/html")
    assert "Playground" in page.text
    answer = await client.get("/graphql?query={whoami}", headers=HTML)
    assert answer.json() == {"data": {"whoami": None}}


async def test_several_accept_headers_are_one_list(client: httpx.AsyncClient) -> None:
    headers = [("accept", "text/csv"), ("accept", "application/graphql-response+json")]
    response = await client.post("/graphql", json=post("{ whoami }"), headers=headers)
    assert response.headers["content-type"].startswith("application/graphql-response+json")
