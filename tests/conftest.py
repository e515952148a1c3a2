"""What every test can ask for, and what a run tells at its end. The fixtures stand in `tests/fixtures/`."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

pytest_plugins = ["tests.fixtures.neo4j", "tests.fixtures.settings", "tests.fixtures.shared"]

NEO4J_FIXTURES = {"database", "graph", "neo4j_address", "own_neo4j"}
"""A test that uses one of these, by itself or through others, runs on a real Neo4j."""
ON_NEO4J = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[ON_NEO4J] = 0


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them, so that `make test-fast` can leave them out."""
    for item in items:
        if NEO4J_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.graph)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count what ran on a real Neo4j; where nothing may be skipped, a skip is a failure.

    But not for data that may not be shipped: no script can install it.
    """
    report = yield
    if report.when == "call" and not report.skipped and item.get_closest_marker("graph"):
        item.config.stash[ON_NEO4J] += 1
    if report.skipped and no_skips() and "shared_data" not in getattr(item, "fixturenames", ()):
        report.outcome = "failed"
        report.longrepr = (
            f"{item.nodeid} was skipped where nothing may be (CI or SONGNODES_NO_SKIPS): {report.longrepr}"
        )
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for whole files."""
    report = yield
    if report.skipped and no_skips():
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped where nothing may be: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.write_line(f"{config.stash[ON_NEO4J]} tests ran on a real Neo4j")


def no_skips() -> bool:
    """CI has installed every server and browser, so that a skip there hides a failure."""
    return os.environ.get("CI", "").lower() in {"1", "true"} or bool(os.environ.get("SONGNODES_NO_SKIPS"))
