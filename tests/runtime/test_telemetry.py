"""Logs: events with keys, without secrets."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from runtime.telemetry import configure_logs, open_log_file


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def test_an_event_is_one_line_of_json_with_its_keys() -> None:
    out = io.StringIO()
    configure_logs("info", "json", out)
    structlog.get_logger().info("set_loaded", setlist="set_1", rows=12)
    line = json.loads(out.getvalue())
    assert (line["event"], line["setlist"], line["rows"], line["level"]) == ("set_loaded", "set_1", 12, "info")
    assert line["timestamp"].endswith("Z")


def test_less_severe_events_are_left_out() -> None:
    out = io.StringIO()
    configure_logs("warning", "json", out)
    structlog.get_logger().info("set_loaded")
    assert out.getvalue() == ""


@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize("key", ["password", "neo4j_password", "Authorization", "api_key", "cursor_secret"])
def test_a_secret_does_not_get_into_the_log(form: str, key: str) -> None:
    out = io.StringIO()
    configure_logs("info", form, out)
    structlog.get_logger().info("started", **{key: "swordfish"})
    assert "swordfish" not in out.getvalue()
    assert "(hidden)" in out.getvalue()


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_stack_does_not_show_the_values_of_variables(form: str) -> None:
    out = io.StringIO()
    configure_logs("info", form, out)
    try:
        fish = "sword" + "fish"
        raise ValueError(f"{len(fish)} letters")
    except ValueError as error:
        structlog.get_logger().error("failed", exc_info=error)
    assert "9 letters" in out.getvalue()
    assert "swordfish" not in out.getvalue()


def test_a_large_log_file_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "songnodes.log").write_bytes(b"x" * 10_000_001)
    open_log_file(tmp_path).close()
    assert (tmp_path / "songnodes.log").stat().st_size == 0
    assert (tmp_path / "songnodes.log.1").stat().st_size == 10_000_001
