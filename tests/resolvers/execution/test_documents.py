"""Documents: read once, kept as long as there is room, and only if they are valid."""

from __future__ import annotations

import pytest
from graphql import GraphQLSchema
from prometheus_client import REGISTRY

from graph_model.errors import BadDocument, QueryTooLarge
from resolvers.execution.documents import BYTES_PER_CHARACTER, MOST_TOKENS, Documents, InvalidDocument
from resolvers.execution.operation import PlannedOperation
from resolvers.wiring import open_schema

ONE = "{ stats { plays } }"
ROOM = BYTES_PER_CHARACTER * 10 * len(ONE)


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return open_schema()


@pytest.fixture
def documents(schema: GraphQLSchema) -> Documents:
    """Room for about ten documents."""
    return Documents(schema, ROOM)


def looked_up(outcome: str) -> float:
    return REGISTRY.get_sample_value("songnodes_graphql_documents_total", {"outcome": outcome}) or 0.0


def numbered(number: int) -> str:
    """Other documents, all of one length."""
    return f"{{ s{number:02}: stats {{ plays }} }}"


def test_a_document_is_read_once(documents: Documents) -> None:
    hits, misses = looked_up("hit"), looked_up("miss")
    first = documents.get(ONE)
    assert documents.get(ONE) is first
    assert (looked_up("hit") - hits, looked_up("miss") - misses) == (1, 1)


def test_another_space_is_another_document(documents: Documents) -> None:
    assert documents.get(ONE) is not documents.get(f"{ONE} ")


def test_the_cache_holds_no_more_than_it_may(documents: Documents) -> None:
    for number in range(50):
        documents.get(numbered(number))
    assert documents.kept.currsize <= ROOM
    assert 5 <= len(documents.kept) <= 10
    assert numbered(49) in documents.kept


def test_what_is_used_stays_and_what_is_not_goes(documents: Documents) -> None:
    first, other = documents.get(ONE), documents.get(numbered(0))
    for number in range(1, 50):
        documents.get(numbered(number))
        assert documents.get(ONE) is first
    assert documents.get(numbered(0)) is not other


def test_a_document_that_is_larger_than_the_cache_is_answered_and_pushes_nothing_out(documents: Documents) -> None:
    first = documents.get(ONE)
    large = "{ " + " ".join(f"a{number}: stats {{ plays }}" for number in range(60)) + " }"
    assert documents.get(large).text == large
    assert large not in documents.kept
    assert documents.get(ONE) is first


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("GRAPHQL_PARSE_FAILED", "{ stats"),
        ("GRAPHQL_VALIDATION_FAILED", "{ nothing }"),
        ("GRAPHQL_VALIDATION_FAILED", "{ stats }"),
        ("GRAPHQL_VALIDATION_FAILED", "query A { stats { plays } } query A { stats { plays } }"),
        ("GRAPHQL_VALIDATION_FAILED", "fragment F on Track { id }"),
    ],
)
def test_an_invalid_document_is_not_kept(documents: Documents, code: str, text: str) -> None:
    for _ in range(2):
        with pytest.raises(InvalidDocument) as invalid:
            documents.get(text)
        assert invalid.value.code == code
    assert len(documents.kept) == 0


@pytest.mark.parametrize("text", ["{ a " + "a " * MOST_TOKENS + "}", "{ a " * 3_000 + "}" * 3_000])
def test_a_document_that_is_too_long_or_too_deep_is_refused(documents: Documents, text: str) -> None:
    with pytest.raises(QueryTooLarge):
        documents.get(text)
    assert len(documents.kept) == 0


def test_the_operation_is_the_one_that_is_named(documents: Documents) -> None:
    two = documents.get("query A { stats { plays } } query B { stats { tracks } }")
    assert [two.operation(name) for name in "AB"] == list(two.operations.values())
    for name in (None, "C", ""):
        with pytest.raises(BadDocument, match=r"\(A, B\)"):
            two.operation(name)


def test_the_only_operation_needs_no_name_but_a_wrong_one_is_refused(documents: Documents) -> None:
    one = documents.get("query A { stats { plays } }")
    assert one.operation(None) is one.operation("A")
    with pytest.raises(BadDocument):
        one.operation("B")
    with pytest.raises(BadDocument, match="none with a name"):
        documents.get(ONE).operation("A")


def plan() -> PlannedOperation:
    """An operation for the general engine, which is small."""
    return PlannedOperation(None)


def test_a_plan_is_made_once_for_each_document_operation_and_shape(documents: Documents) -> None:
    first = documents.plan((ONE, "", ()), plan)
    assert documents.plan((ONE, "", ()), plan) is first
    for other in ((f"{ONE} ", "", ()), (ONE, "A", ()), (ONE, "", ("value",))):
        assert documents.plan(other, plan) is not first


def test_plans_take_no_more_room_than_they_may(documents: Documents) -> None:
    for number in range(1_000):
        documents.plan((ONE, "", number), plan)
    assert 0 < documents.plans.currsize <= ROOM
    assert 0 < len(documents.plans) < 1_000
    assert (ONE, "", 999) in documents.plans


def test_a_plan_that_cannot_be_made_is_not_kept(documents: Documents) -> None:
    def fails() -> PlannedOperation:
        raise QueryTooLarge("too large")

    with pytest.raises(QueryTooLarge):
        documents.plan((ONE, "", ()), fails)
    assert len(documents.plans) == 0


def test_a_plan_that_is_larger_than_the_cache_is_used_and_not_kept(schema: GraphQLSchema) -> None:
    narrow = Documents(schema, plan().bytes - 1)
    assert narrow.plan((ONE, "", ()), plan) == plan()
    assert len(narrow.plans) == 0
