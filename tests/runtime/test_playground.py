"""Building the playground: kept under the hash of its sources, and clear about what is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph_model.errors import BadDownload, NoNetwork
from runtime import node, playground
from runtime.managed_neo4j.checks import free_port
from runtime.playground import SOURCE, ensure_playground


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sources that a test may change."""
    copy = tmp_path / "source"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns(*node.NOT_SOURCES))
    monkeypatch.setattr(playground, "SOURCE", copy)
    return copy


@pytest.fixture
def nobody_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """npm finds nothing at its registry."""
    monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{free_port()}/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")


@pytest.mark.usefixtures("nobody_home", "source")
def test_without_a_network_it_says_so_and_leaves_nothing_half_built(tmp_path: Path) -> None:
    with pytest.raises(NoNetwork, match="connect to the network"):
        ensure_playground(tmp_path / "cache")
    assert list((tmp_path / "cache" / "playground").iterdir()) == []


@pytest.mark.usefixtures("nobody_home")
def test_what_was_built_once_needs_no_network(source: Path, tmp_path: Path) -> None:
    built = tmp_path / "playground" / playground.sources_hash(source)
    built.mkdir(parents=True)
    assert ensure_playground(tmp_path) == built


@pytest.mark.parametrize("name", ["package-lock.json", "examples/01_played_next.graphql", "build.mjs"])
def test_a_changed_source_is_another_build(source: Path, name: str) -> None:
    before = playground.sources_hash(source)
    with (source / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert playground.sources_hash(source) != before


def test_installed_packages_are_no_sources(source: Path) -> None:
    before = playground.sources_hash(source)
    (source / "node_modules").mkdir()
    (source / "node_modules" / "package.json").write_text("{}", encoding="utf-8")
    assert playground.sources_hash(source) == before


def test_a_package_that_is_not_the_pinned_one_is_refused(tmp_path: Path, bare_environment: pytest.MonkeyPatch) -> None:
    """npm compares every package with the lock's hash, wherever it came from."""
    audit = Path(__file__).resolve().parents[1] / "e2e" / "audit"
    source = tmp_path / "source"
    shutil.copytree(audit, source, ignore=shutil.ignore_patterns(*node.NOT_SOURCES))
    lock = source / "package-lock.json"
    pinned = lock.read_text(encoding="utf-8")
    lock.write_text(pinned.replace("sha512-", "sha512-AAAA", 1), encoding="utf-8")
    with pytest.raises(BadDownload, match="not the file that its lock pins"):
        node.install(source, tmp_path / "work", tmp_path / "cache")
