"""What an operator sees of the GraphQL door. Label children are kept: looking one up costs more than counting."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from prometheus_client import Counter, Histogram

OPERATIONS = Counter("songnodes_graphql_operations_total", "Operations by name and outcome.", ["operation", "outcome"])
OPERATION_SECONDS = Histogram("songnodes_graphql_operation_seconds", "Duration of operations, by name.", ["operation"])
STATEMENTS = Counter("songnodes_graphql_statements_total", "Statements by field and outcome.", ["field", "outcome"])
STATEMENT_SECONDS = Histogram("songnodes_graphql_statement_seconds", "Duration of Cypher statements.", ["field"])
DOCUMENTS = Counter("songnodes_graphql_documents_total", "Look-ups of parsed documents: hit or miss.", ["outcome"])
PLANS = Counter("songnodes_graphql_plans_total", "Look-ups of compiled plans: hit or miss.", ["outcome"])

MOST_NAMES = 100
"""A client can call an operation anything: names beyond the first hundred are counted as `other`."""

_names: set[str] = set()


@dataclass(frozen=True, slots=True)
class Meter:
    """The counters of one operation name or one root field."""

    done: Counter
    failed: Counter
    refused: Counter
    seconds: Histogram

    def count(self, outcome: str, seconds: float) -> None:
        """`outcome`: done, failed or refused."""
        getattr(self, outcome).inc()
        self.seconds.observe(seconds)


def operation_meter(name: str | None) -> Meter:
    """The meter of an operation's name, from a list that cannot grow without end."""
    if not name:
        return _meter(OPERATIONS, OPERATION_SECONDS, "unnamed")
    if name not in _names and len(_names) < MOST_NAMES:
        _names.add(name)
    return _meter(OPERATIONS, OPERATION_SECONDS, name if name in _names else "other")


def statement_meter(field: str) -> Meter:
    """The meter of a root field."""
    return _meter(STATEMENTS, STATEMENT_SECONDS, field)


@cache
def _meter(outcomes: Counter, seconds: Histogram, label: str) -> Meter:
    done, failed, refused = (outcomes.labels(label, outcome) for outcome in ("done", "failed", "refused"))
    return Meter(done, failed, refused, seconds.labels(label))


document_hit, document_miss = DOCUMENTS.labels("hit"), DOCUMENTS.labels("miss")
plan_hit, plan_miss = PLANS.labels("hit"), PLANS.labels("miss")
