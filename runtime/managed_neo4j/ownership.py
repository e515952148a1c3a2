"""Who runs the managed Neo4j: one process of ours at a time, and others that use it meanwhile."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from graph_model.errors import StoreLocked
from runtime.managed_neo4j.home import Home
from runtime.progress import step

PATIENCE_S = 60.0


@dataclass(frozen=True)
class Owner:
    """Our process, its Neo4j (with the start time, as process numbers come back), and where that answers."""

    pid: int
    neo4j_pid: int
    neo4j_started: float
    uri: str


@contextmanager
def owned(folder: Path) -> Iterator[None]:
    """Hold the folder; the kernel lets go of it however we end. Raises StoreLocked where another process holds it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "owner.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreLocked(_held_message(folder)) from error
        try:
            await_orphan(folder)
            yield
        finally:
            _owner_file(folder).unlink(missing_ok=True)


def is_owned(folder: Path) -> bool:
    """Whether a living process of ours holds the folder."""
    if not (folder / "owner.lock").exists():
        return False
    with (folder / "owner.lock").open("r") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def tell_owner(home: Home, neo4j_pid: int) -> None:
    """Write down where the Neo4j of this home answers, for other commands and for the next start."""
    owner = Owner(os.getpid(), neo4j_pid, psutil.Process(neo4j_pid).create_time(), home.uri)
    draft = home.folder / ".owner.json"
    draft.write_text(json.dumps(asdict(owner)), encoding="utf-8")
    draft.replace(_owner_file(home.folder))


def owner_of(folder: Path) -> Owner | None:
    """Who wrote down that it runs here; None where nobody did, or not whole."""
    try:
        return Owner(**json.loads(_owner_file(folder).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def await_orphan(folder: Path) -> None:
    """Wait until the Neo4j of a killed run has closed its files; end it when it does not."""
    owner = owner_of(folder)
    process = _living(owner) if owner else None
    if process is None:
        return
    with step("Waiting for the Neo4j of a killed run to close its files"), suppress(psutil.NoSuchProcess):
        process.terminate()
        try:
            process.wait(PATIENCE_S)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(PATIENCE_S)


def _living(owner: Owner) -> psutil.Process | None:
    try:
        process = psutil.Process(owner.neo4j_pid)
        same = abs(process.create_time() - owner.neo4j_started) < 1 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return None
    return process if same else None


def _held_message(folder: Path) -> str:
    owner = owner_of(folder)
    who = f"process {owner.pid}" if owner else "another process, which is just starting or stopping"
    return f"SongNodes runs already on {folder} ({who}): stop that first, or set SONGNODES_DATA_DIR to another folder"


def _owner_file(folder: Path) -> Path:
    return folder / "owner.json"
