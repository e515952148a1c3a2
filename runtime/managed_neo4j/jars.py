"""The jars on this machine: fetched once through jgo, each checked against the lock file."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runtime.managed_neo4j.lock import Jar, lock_hash, locked_jars


def local_jars(cache: Path, maven_url: str | None = None) -> list[Path]:
    """Paths of all jars, in the order of the classpath; what is missing is fetched, with a progress bar.

    Raises NoNetwork, BadDownload.
    """
    folder = cache / "maven"
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder / "lock"):
        paths = [path_of(folder, jar) for jar in locked_jars()]
        if not _is_checked(folder, paths):
            from runtime.managed_neo4j.fetching import fetch_all  # jgo takes half a second to import: only when needed

            fetch_all(folder, maven_url)
            _mark_checked(folder, paths)
    return paths


def path_of(folder: Path, jar: Jar) -> Path:
    """Where a jar lies: the layout of a Maven repository."""
    end = f"-{jar.classifier}" if jar.classifier else ""
    return folder.joinpath(*jar.group.split("."), jar.artifact, jar.version, f"{jar.artifact}-{jar.version}{end}.jar")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One process at a time fetches; the others wait and find all there."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _mark_checked(folder: Path, paths: list[Path]) -> None:
    _mark(folder).write_text(json.dumps(_state(folder, paths)), encoding="utf-8")


def _is_checked(folder: Path, paths: list[Path]) -> bool:
    """Whether all files are as they were when their hashes were compared: same sizes, same times."""
    mark = _mark(folder)
    return mark.exists() and all(path.exists() for path in paths) and _read(mark) == _state(folder, paths)


def _state(folder: Path, paths: list[Path]) -> dict[str, list[int]]:
    stats = {str(path.relative_to(folder)): path.stat() for path in paths}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}


def _read(mark: Path) -> object:
    try:
        return json.loads(mark.read_text(encoding="utf-8"))
    except ValueError:
        return None  # a half-written mark: compare the hashes again


def _mark(folder: Path) -> Path:
    return folder / f"checked-{lock_hash()}.json"
