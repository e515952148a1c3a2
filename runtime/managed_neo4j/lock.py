"""The jars of the managed Neo4j, each pinned by its SHA-256: `jars.lock`, one jar a line, no host names.

`python -m runtime.managed_neo4j.relock` makes the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

GDS_VERSION = "2.26.0"
LOCK = Path(__file__).with_name("jars.lock")


@dataclass(frozen=True)
class Jar:
    """One file of a Maven repository; `classifier` may be empty; `sha256` in hex."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def is_plugin(self) -> bool:
        """GDS wants its own jars in the plugins folder too."""
        return self.version == GDS_VERSION


@cache
def locked_jars() -> tuple[Jar, ...]:
    """All jars, in the order of the classpath."""
    lines = LOCK.read_text(encoding="ascii").splitlines()
    return tuple(_jar(line) for line in lines if line and not line.startswith("#"))


@cache
def lock_hash() -> str:
    """Names this very set of jars: the first 16 hex digits of the lock file's SHA-256."""
    return sha256(LOCK.read_bytes()).hexdigest()[:16]


def _jar(line: str) -> Jar:
    digest, coordinate = line.split()
    group, artifact, version, classifier = coordinate.split(":")
    return Jar(group, artifact, version, classifier, digest)
