"""What each query may cost in database hits, on 2,000 sets and on 20,000: what is local costs the same on both."""

from __future__ import annotations

import json
from pathlib import Path

from graphql.execution.values import get_variable_values

from cypher import Database
from cypher.session import profile
from resolvers.execution.executor import Executor
from resolvers.execution.operation import plan_operation
from tests.resolvers.seeded_graph import grow_large_graph

SIZES = (2_000, 20_000)
LOCAL_RATIO = 1.1
BUDGET = json.loads(Path(__file__).with_name("budget.json").read_text(encoding="utf-8"))
"""Name → {query, hits (most, on the small graph), local (whether the larger graph must cost the same)}."""


async def hits(executor: Executor, database: Database, query: str) -> int:
    """Of all statements of the operation."""
    document = executor.documents.get(query)
    operation = document.operation(None)
    variables = get_variable_values(executor.catalog.schema, operation.variable_definitions or (), {})
    assert not isinstance(variables, list)
    plan = plan_operation(executor.catalog, operation, document.fragments, variables, executor.signer)
    assert plan.roots is not None
    ready = [root.ready(variables, executor.limits.most_nodes) for root in plan.roots]
    return sum([(await profile(database, each.statement, each.parameters)).db_hits for each in ready])


async def test_no_query_costs_more_than_its_budget(executor: Executor, database: Database) -> None:
    measured: dict[int, dict[str, int]] = {}
    for size in SIZES:
        await grow_large_graph(database, size)
        measured[size] = {name: await hits(executor, database, case["query"]) for name, case in BUDGET.items()}
    small, large = measured[SIZES[0]], measured[SIZES[1]]
    print(json.dumps({name: [small[name], large[name]] for name in BUDGET}))
    over = {name: (small[name], case["hits"]) for name, case in BUDGET.items() if small[name] > case["hits"]}
    grown = {name: (small[name], large[name]) for name, case in BUDGET.items()
             if case["local"] and large[name] > small[name] * LOCAL_RATIO + 5}  # fmt: skip
    assert (over, grown) == ({}, {})
