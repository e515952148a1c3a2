"""The folder of a managed Neo4j: laid out anew at each start, data left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_model.errors import SetupError
from runtime.managed_neo4j.home import Home, lay_out
from runtime.managed_neo4j.jars import path_of
from runtime.managed_neo4j.lock import locked_jars


@pytest.fixture
def jar_paths(tmp_path: Path) -> list[Path]:
    return [path_of(tmp_path / "a folder with spaces", jar) for jar in locked_jars()]


def _home(folder: Path) -> Home:
    return Home(folder, 17001, 17002, heap_mb=700, pagecache_mb=90)


def test_everything_listens_on_this_machine_only(tmp_path: Path, jar_paths: list[Path]) -> None:
    lay_out(_home(tmp_path / "home"), jar_paths)
    lines = (tmp_path / "home" / "conf" / "neo4j.conf").read_text().splitlines()
    listening = [line for line in lines if "listen_address" in line]
    assert len(listening) == 3
    assert all("=127.0.0.1" in line for line in listening)
    assert "dbms.security.auth_enabled=true" in lines
    assert "dbms.usage_report.enabled=false" in lines


def test_memory_is_what_was_asked_for(tmp_path: Path, jar_paths: list[Path]) -> None:
    lay_out(_home(tmp_path / "home"), jar_paths)
    assert "server.memory.pagecache.size=90m" in (tmp_path / "home" / "conf" / "neo4j.conf").read_text()
    assert "-Xmx700m" in (tmp_path / "home" / "conf" / "java.args").read_text()


def test_paths_with_spaces_reach_java_whole(tmp_path: Path, jar_paths: list[Path]) -> None:
    lay_out(_home(tmp_path / 'a "home"'), jar_paths)
    lines = (tmp_path / 'a "home"' / "conf" / "java.args").read_text().splitlines()
    assert '"--home-dir=' + str(tmp_path) + '/a \\"home\\""' in lines
    assert f'"{":".join(map(str, jar_paths))}"' in lines


def test_plugins_of_an_older_version_go_and_data_stay(tmp_path: Path, jar_paths: list[Path]) -> None:
    home = _home(tmp_path / "home")
    (home.folder / "plugins").mkdir(parents=True)
    (home.folder / "plugins" / "proc-2.0.0.jar").write_text("")
    (home.folder / "data" / "databases").mkdir(parents=True)
    lay_out(home, jar_paths)
    names = {path.name for path in (home.folder / "plugins").iterdir()}
    assert "proc-2.0.0.jar" not in names
    assert "proc-2.26.0.jar" in names
    assert not home.is_new


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, jar_paths: list[Path]) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SetupError, match=r"file.* cannot be written"):
        lay_out(_home(tmp_path / "file" / "home"), jar_paths)
