"""The commands: what goes wrong is one sentence on stderr and exit code 1, never a stack."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from songnodes.model_page import model_page

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def environment(bare_environment: pytest.MonkeyPatch) -> dict[str, str]:
    """What a command sees: no settings but the test's folders."""
    return {**os.environ, "PYTHONPATH": str(CHECKOUT), "TERM": "dumb"}


def _songnodes(environment: dict[str, str], *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "songnodes", *arguments]
    return subprocess.run(
        command, env={**environment, **variables}, capture_output=True, text=True, timeout=120, cwd=CHECKOUT
    )


def _is_one_sentence(done: subprocess.CompletedProcess[str], said: str) -> bool:
    lines = done.stderr.splitlines()
    return done.returncode == 1 and len(lines) == 1 and lines[0].startswith("songnodes: ") and said in lines[0]


def test_a_bad_setting_is_one_sentence(environment: dict[str, str]) -> None:
    done = _songnodes(environment, "run", SONGNODES_PORT="fast")
    assert _is_one_sentence(done, "SONGNODES_PORT is 'fast'"), done.stderr


def test_a_taken_port_is_one_sentence(environment: dict[str, str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = _songnodes(environment, "run", SONGNODES_PORT=str(other.getsockname()[1]))
    assert _is_one_sentence(done, "is taken by another program"), done.stderr


def test_too_little_memory_is_one_sentence(environment: dict[str, str]) -> None:
    done = _songnodes(environment, "migrate", SONGNODES_NEO4J_HEAP_MB="900000000")
    assert _is_one_sentence(done, "MB of memory are free"), done.stderr


def test_a_neo4j_that_does_not_answer_is_one_sentence_and_the_cause_is_in_the_log(environment: dict[str, str]) -> None:
    done = _songnodes(environment, "migrate", NEO4J_URI="bolt://127.0.0.1:1")
    assert _is_one_sentence(done, "does not answer: start it, or correct NEO4J_URI"), done.stderr
    log = Path(environment["SONGNODES_DATA_DIR"]) / "logs" / "songnodes.log"
    assert "command_refused" in log.read_text()


def test_a_uri_that_is_none_is_one_sentence(environment: dict[str, str]) -> None:
    done = _songnodes(environment, "migrate", NEO4J_URI="http://here")
    assert _is_one_sentence(done, "NEO4J_URI is 'http://here'"), done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["load", "sets"],
        ["load", "sets", "/no/such/file"],
        ["load", "gdshowsdb", "/no"],
        ["load", "gd-shows-apache", "/no"],
    ],
)
def test_loading_from_a_path_that_is_not_there_is_one_sentence(
    environment: dict[str, str], arguments: list[str]
) -> None:
    assert _is_one_sentence(_songnodes(environment, *arguments), "that exists"), arguments


def test_an_unknown_command_says_how_to_get_help(environment: dict[str, str]) -> None:
    done = _songnodes(environment, "dance")
    assert done.returncode == 2
    assert "--help" in done.stderr


def test_the_model_page_is_the_one_in_docs(environment: dict[str, str]) -> None:
    assert _songnodes(environment, "model").stdout == model_page()
    assert (CHECKOUT / "docs" / "model.md").read_text() == model_page(), "run make docs"
