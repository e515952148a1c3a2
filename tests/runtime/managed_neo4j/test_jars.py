"""Fetching jars: whole and right, or told why not. The Maven repository is a folder served on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from graph_model.errors import BadDownload, NoNetwork
from runtime.managed_neo4j import fetching, jars
from runtime.managed_neo4j.checks import free_port
from runtime.managed_neo4j.jars import local_jars, path_of
from runtime.managed_neo4j.lock import Jar

TEXTS = {"one": b"the first jar", "two": b"the second jar"}
JARS = tuple(Jar("org.example", name, "1.0", "", sha256(text).hexdigest()) for name, text in TEXTS.items())


@pytest.fixture(autouse=True)
def _two_jars(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (jars, fetching):
        monkeypatch.setattr(module, "locked_jars", lambda: JARS)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing to stderr."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    for jar in JARS:
        path = path_of(folder, jar)
        path.parent.mkdir(parents=True)
        path.write_bytes(TEXTS[jar.artifact])
    return folder


@pytest.fixture
def url(repository: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(repository)))
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_all_jars_are_there_in_the_locks_order(tmp_path: Path, url: str) -> None:
    found = local_jars(tmp_path / "cache", url)
    assert [path.read_bytes() for path in found] == list(TEXTS.values())


def test_what_is_there_is_not_fetched_again(tmp_path: Path, url: str) -> None:
    local_jars(tmp_path / "cache", url)
    assert len(local_jars(tmp_path / "cache", f"http://127.0.0.1:{free_port()}")) == 2


def test_half_a_jar_of_a_killed_run_is_fetched_anew(tmp_path: Path, url: str) -> None:
    half = path_of(tmp_path / "cache" / "maven", JARS[0])
    half.parent.mkdir(parents=True)
    half.write_bytes(b"the fir")
    assert local_jars(tmp_path / "cache", url)[0].read_bytes() == TEXTS["one"]


def test_a_jar_that_was_changed_later_is_fetched_anew(tmp_path: Path, url: str) -> None:
    local_jars(tmp_path / "cache", url)[1].write_bytes(b"something else")
    assert local_jars(tmp_path / "cache", url)[1].read_bytes() == TEXTS["two"]


def test_a_jar_that_is_not_the_pinned_one_is_refused_and_not_kept(tmp_path: Path, repository: Path, url: str) -> None:
    path_of(repository, JARS[1]).write_bytes(b"a wrong jar")
    with pytest.raises(BadDownload, match=r"two-1\.0\.jar is not the file that jars\.lock pins"):
        local_jars(tmp_path / "cache", url)
    assert not path_of(tmp_path / "cache" / "maven", JARS[1]).exists()


def test_no_network_says_what_to_do_and_keeps_what_has_arrived(
    tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jars, "lock_hash", lambda: "another")
    kept = path_of(tmp_path / "cache" / "maven", JARS[0])
    kept.parent.mkdir(parents=True)
    kept.write_bytes(TEXTS["one"])
    with pytest.raises(NoNetwork, match="connect to the network or set HTTPS_PROXY, then run again"):
        local_jars(tmp_path / "cache", f"http://127.0.0.1:{free_port()}")
    assert kept.read_bytes() == TEXTS["one"]
