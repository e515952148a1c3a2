"""One process of ours runs the managed Neo4j; the next one is told, or waits for what a killed one left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import psutil
import pytest

from graph_model.errors import StoreLocked
from runtime.managed_neo4j.home import Home
from runtime.managed_neo4j.leash import leashed
from runtime.managed_neo4j.ownership import is_owned, owned, owner_of, tell_owner


def _home(folder: Path) -> Home:
    return Home(folder, 17001, 17002, heap_mb=700, pagecache_mb=90)


def test_a_second_owner_is_told_who_the_first_is(tmp_path: Path) -> None:
    with owned(tmp_path):
        tell_owner(_home(tmp_path), os.getpid())
        with (
            pytest.raises(StoreLocked, match=rf"runs already .*process {os.getpid()}.*SONGNODES_DATA_DIR"),
            owned(tmp_path),
        ):
            pass
        assert is_owned(tmp_path)
        owner = owner_of(tmp_path)
        assert owner is not None
        assert owner.uri == "bolt://127.0.0.1:17001"


def test_an_owner_that_ended_leaves_the_folder_free(tmp_path: Path) -> None:
    assert not is_owned(tmp_path)
    with owned(tmp_path):
        tell_owner(_home(tmp_path), os.getpid())
    assert not is_owned(tmp_path)
    assert owner_of(tmp_path) is None
    with owned(tmp_path):
        pass


@pytest.fixture
def orphan(tmp_path: Path) -> subprocess.Popen[bytes]:
    """A process that stands for the Neo4j of a killed run, written down as such."""
    child = leashed(["sleep", "600"], tmp_path / "out", at_death=signal.SIGKILL)
    tell_owner(_home(tmp_path), child.pid)
    return child


def test_what_a_killed_run_left_is_ended_before_we_start(tmp_path: Path, orphan: subprocess.Popen[bytes]) -> None:
    with owned(tmp_path):
        assert not psutil.pid_exists(orphan.pid)


def test_a_stranger_with_the_same_number_is_left_alone(tmp_path: Path, orphan: subprocess.Popen[bytes]) -> None:
    written = json.loads((tmp_path / "owner.json").read_text())
    (tmp_path / "owner.json").write_text(json.dumps({**written, "neo4j_started": written["neo4j_started"] - 100}))
    with owned(tmp_path):
        assert psutil.pid_exists(orphan.pid)
        assert orphan.poll() is None
    orphan.kill()
    orphan.wait()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', '{"what": 1}'])
def test_a_broken_note_is_no_owner(tmp_path: Path, text: str) -> None:
    (tmp_path / "owner.json").write_text(text)
    assert owner_of(tmp_path) is None
    with owned(tmp_path):
        pass
