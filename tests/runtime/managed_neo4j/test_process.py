"""A managed Neo4j, really started: its password, its data, its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import neo4j
import psutil
import pytest
from neo4j.exceptions import AuthError

from graph_model.errors import PortTaken, SetupError, StoreLocked
from runtime.managed_neo4j.checks import free_port
from runtime.managed_neo4j.home import Home, lay_out
from runtime.managed_neo4j.jars import local_jars
from runtime.managed_neo4j.process import COMPLAINTS, RunningNeo4j, start
from runtime.settings import Settings
from tests.fixtures.neo4j import started_neo4j

pytestmark = pytest.mark.graph


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningNeo4j]:
    """With a login, as `make run` starts it; its folder's name has a space."""
    with started_neo4j(tmp_path_factory.mktemp("a home") / "neo4j", auth=True) as running:
        yield running


def _ask(running: RunningNeo4j, password: str, text: str) -> list[neo4j.Record]:
    with neo4j.GraphDatabase.driver(running.home.uri, auth=("neo4j", password)) as driver:
        records, _, _ = driver.execute_query(text)
        return records


def test_the_generated_password_is_the_only_one(running: RunningNeo4j) -> None:
    file = running.home.password_file
    assert file.stat().st_mode & 0o777 == 0o600
    assert _ask(running, file.read_text().strip(), "RETURN 1 AS one")[0]["one"] == 1
    with pytest.raises(AuthError):
        _ask(running, "neo4j", "RETURN 1")


def test_graph_algorithms_are_there(running: RunningNeo4j) -> None:
    password = running.home.password_file.read_text().strip()
    assert _ask(running, password, "RETURN gds.version() AS version")[0]["version"] == "2.26.0"


def test_a_second_one_on_its_files_is_told_so(running: RunningNeo4j) -> None:
    home = running.home
    other = Home(home.folder, free_port(), free_port(), heap_mb=512, pagecache_mb=64)
    try:
        lay_out(other, local_jars(Settings().cache_dir.absolute()))
        with pytest.raises(StoreLocked, match=f"Another Neo4j holds the files in {home.folder}"):
            start(other, patience_s=120)
    finally:
        lay_out(home, local_jars(Settings().cache_dir.absolute()))


def test_a_second_one_on_its_ports_is_told_so(running: RunningNeo4j, tmp_path: Path) -> None:
    other = Home(tmp_path, running.home.bolt_port, free_port(), heap_mb=512, pagecache_mb=64)
    lay_out(other, local_jars(Settings().cache_dir.absolute()))
    with pytest.raises(PortTaken, match="set SONGNODES_NEO4J_BOLT_PORT to a free port"):
        start(other, patience_s=120)


def test_a_lost_password_is_told_and_stopping_leaves_no_process_and_the_data(tmp_path: Path) -> None:
    with started_neo4j(tmp_path / "neo4j", auth=True) as running:
        password = running.home.password_file.read_text().strip()
        _ask(running, password, "CREATE (:Tag {id: 'tag_kept'})")
        pid = running.process.pid
        assert running.stop()
    assert not psutil.pid_exists(pid)

    running.home.password_file.write_text("another\n")
    with pytest.raises(SetupError, match="does not take the password"), started_neo4j(tmp_path / "neo4j", auth=True):
        pass

    running.home.password_file.write_text(password + "\n")
    with started_neo4j(tmp_path / "neo4j", auth=True) as again:
        assert len(_ask(again, password, "MATCH (tag:Tag {id: 'tag_kept'}) RETURN tag")) == 1


def test_java_that_cannot_start_is_told_with_its_log(tmp_path: Path) -> None:
    home = Home(tmp_path, free_port(), free_port(), heap_mb=512, pagecache_mb=64)
    lay_out(home, local_jars(Settings().cache_dir.absolute()))
    with pytest.raises(SetupError, match=r"stopped while it started: see .*console\.log"):
        start(home, ["-XX:NoSuchFlag"], patience_s=60)


def test_a_start_cache_that_java_refuses_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "broken.aot").write_bytes(b"no cache of Java's" * 100)
    home = Home(tmp_path / "neo4j", free_port(), free_port(), heap_mb=512, pagecache_mb=64, auth=False)
    lay_out(home, local_jars(Settings().cache_dir.absolute()))
    running = start(home, [f"-XX:AOTCache={tmp_path / 'broken.aot'}", "-XX:AOTMode=auto"], patience_s=180)
    assert running.stop()


def test_every_complaint_is_a_whole_sentence_without_gaps() -> None:
    for _, kind, sentence in COMPLAINTS:
        said = sentence.format(folder="/data", bolt=7687, http=7474)
        assert issubclass(kind, SetupError)
        assert "{" not in said
        assert ": " in said
