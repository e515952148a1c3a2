"""Which Neo4j we run, and how `jars.lock` is made of it.

`python -m runtime.managed_neo4j.relock` takes about three minutes.
"""

from __future__ import annotations

import tempfile
import tomllib
from pathlib import Path

from jgo.env import EnvironmentBuilder
from jgo.maven import MavenContext, PythonResolver

from runtime.managed_neo4j.lock import LOCK

ENDPOINT = "+".join(
    (
        "org.neo4j:neo4j:2026.08.1",
        "org.neo4j.app:neo4j-server:2026.08.1",
        "org.neo4j.client:neo4j-browser:5.24.0",
        "org.neo4j.gds:proc:2.26.0",
        "org.neo4j.gds:opengds-extension:2.26.0",
    )
)
LAST = ("cypher-javacc-parser-9.0", "cypher-ast-factory-9.0")
"""Old parsers that GDS cannot do without; they must not stand before Neo4j's own on the classpath."""


def relock() -> None:
    """Resolve ENDPOINT with jgo and write what it found."""
    with tempfile.TemporaryDirectory() as folder:
        builder = EnvironmentBuilder(context=MavenContext(resolver=PythonResolver()), cache_dir=Path(folder))
        builder.from_endpoint(ENDPOINT)
        found = next(Path(folder).rglob("jgo.lock.toml"))
        entries = tomllib.loads(found.read_text(encoding="utf-8"))["dependencies"]
    ordered = sorted(entries, key=lambda entry: entry["artifactId"] in LAST)
    LOCK.write_text(
        "\n".join(["# sha256 group:artifact:version:classifier", *map(_line, ordered)]) + "\n", encoding="ascii"
    )


def _line(entry: dict[str, str]) -> str:
    names = (entry["groupId"], entry["artifactId"], entry["version"], entry.get("classifier", ""))
    return f"{entry['sha256']} {':'.join(names)}"


if __name__ == "__main__":
    relock()
