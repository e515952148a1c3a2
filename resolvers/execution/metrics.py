"""What an operator sees of the GraphQL door."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

OPERATIONS = Counter("songnodes_graphql_operations_total", "Operations by name and outcome.", ["operation", "outcome"])
OPERATION_SECONDS = Histogram("songnodes_graphql_operation_seconds", "Duration of operations, by name.", ["operation"])
STATEMENTS = Counter(
    "songnodes_graphql_statements_total", "Cypher statements by root field and outcome.", ["field", "outcome"]
)
STATEMENT_SECONDS = Histogram(
    "songnodes_graphql_statement_seconds", "Duration of Cypher statements, by root field.", ["field"]
)
CACHE = Counter("songnodes_graphql_documents_total", "Look-ups of parsed documents: hit or miss.", ["outcome"])
PLANS = Counter("songnodes_graphql_plans_total", "Look-ups of compiled plans: hit or miss.", ["outcome"])

MOST_NAMES = 100
"""A client can call an operation anything: names beyond the first hundred are counted as `other`."""

_names: set[str] = set()


def operation_label(name: str | None) -> str:
    """The label of an operation's name, from a list that cannot grow without end."""
    if not name:
        return "unnamed"
    if name not in _names and len(_names) < MOST_NAMES:
        _names.add(name)
    return name if name in _names else "other"
