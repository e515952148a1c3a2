"""The official audit of GraphQL over HTTP, npm's graphql-http, against the whole server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runtime import node
from runtime.settings import Settings

AUDIT = Path(__file__).with_name("audit")
AT_LEAST = 60
"""The suite has so many audits; fewer would mean that it did not run."""


@pytest.fixture(scope="module")
def results(server_url: str, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """One entry an audit: `name`, `status` (ok, notice, warn, error) and `reason`."""
    folder = tmp_path_factory.mktemp("audit")
    node.install(AUDIT, folder, Settings().cache_dir.absolute())
    done = node.node(folder, "audit.mjs", f"{server_url}/graphql")
    assert done.returncode == 0, node.last_lines(done)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("level", ["MUST", "SHOULD", "MAY"])
def test_every_audit_passes(results: list[dict[str, Any]], level: str) -> None:
    assert len(results) >= AT_LEAST
    held = [result for result in results if result["name"].startswith(level)]
    assert held
    assert [result for result in held if result["status"] != "ok"] == []
