"""The lock file: every jar pinned, no host named."""

from __future__ import annotations

from runtime.managed_neo4j.lock import LOCK, locked_jars
from runtime.managed_neo4j.relock import ENDPOINT, LAST


def test_every_jar_has_its_own_name_and_a_whole_hash() -> None:
    jars = locked_jars()
    assert all(len(jar.sha256) == 64 and set(jar.sha256) <= set("0123456789abcdef") for jar in jars)
    assert len({(jar.group, jar.artifact, jar.classifier) for jar in jars}) == len(jars)


def test_what_we_asked_for_is_in_it() -> None:
    locked = {f"{jar.group}:{jar.artifact}:{jar.version}" for jar in locked_jars()}
    assert set(ENDPOINT.split("+")) <= locked


def test_old_parsers_stand_last() -> None:
    assert {jar.artifact for jar in locked_jars()[-len(LAST) :]} == set(LAST)


def test_all_of_gds_is_a_plugin() -> None:
    plugins = {jar.artifact for jar in locked_jars() if jar.is_plugin}
    assert {"proc", "opengds-extension", "algo", "core"} <= plugins


def test_no_host_is_named() -> None:
    assert "/" not in LOCK.read_text()
