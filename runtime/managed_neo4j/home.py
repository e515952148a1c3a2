"""The folder of one managed Neo4j: its configuration, plugins, data and logs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph_model.errors import SetupError
from runtime.managed_neo4j.lock import locked_jars

JAVA_FLAGS = (
    "-XX:+UseParallelGC",
    "-XX:Tier4InvocationThreshold=15000",
    "-XX:Tier4MinInvocationThreshold=2000",
    "-XX:Tier4CompileThreshold=40000",
    "-XX:Tier4BackEdgeThreshold=120000",
    "-XX:+ExitOnOutOfMemoryError",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)
"""A small heap on a few processors: the collector that takes the least of their time, and the costly compiler (C2)
only for what runs three times as often as Java's default asks. Loading the demo takes a fifth less processor time.
"""
MAIN_CLASS = "org.neo4j.server.Neo4jCommunity"


@dataclass(frozen=True)
class Home:
    """Where a Neo4j lives, on which ports of 127.0.0.1, and how much memory it may take."""

    folder: Path
    bolt_port: int
    http_port: int
    heap_mb: int
    pagecache_mb: int
    auth: bool = True

    @property
    def uri(self) -> str:
        """Where it answers Bolt."""
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def console(self) -> Path:
        """What it prints, above all when it cannot start."""
        return self.folder / "logs" / "console.log"

    @property
    def password_file(self) -> Path:
        """Mode 0600; made at the first start."""
        return self.folder / "password"

    @property
    def is_new(self) -> bool:
        """Whether no database was ever made here."""
        return not (self.folder / "data" / "databases").exists()


def lay_out(home: Home, jars: list[Path]) -> None:
    """Write configuration, plugin links and Java's arguments; data and logs stay as they are. Raises SetupError."""
    try:
        home.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in ("conf", "plugins", "logs"):
            (home.folder / name).mkdir(exist_ok=True)
        (home.folder / "conf" / "neo4j.conf").write_text(_configuration(home), encoding="utf-8")
        (home.folder / "conf" / "java.args").write_text(_java_arguments(home, jars), encoding="utf-8")
        _link_plugins(home.folder / "plugins", jars)
    except OSError as error:
        raise SetupError(
            f"{home.folder} cannot be written ({error.strerror}): give its rights or another folder"
        ) from error


def _link_plugins(plugins: Path, jars: list[Path]) -> None:
    """GDS finds its procedures only where all of its jars lie in the plugins folder as well."""
    for old in plugins.glob("*.jar"):
        old.unlink()
    for jar, path in zip(locked_jars(), jars, strict=True):
        if jar.is_plugin:
            (plugins / path.name).symlink_to(path)


def _java_arguments(home: Home, jars: list[Path]) -> str:
    """Kept in a file: a classpath of 380 jars under a long path is longer than an argument may be."""
    lines = [
        *JAVA_FLAGS,
        f"-Xmx{home.heap_mb}m",
        "-cp",
        _quoted(":".join(map(str, jars))),
        MAIN_CLASS,
        _quoted(f"--home-dir={home.folder}"),
        _quoted(f"--config-dir={home.folder / 'conf'}"),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _configuration(home: Home) -> str:
    values = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{home.bolt_port}",
        "server.http.listen_address": f"127.0.0.1:{home.http_port}",
        "server.bolt.advertised_address": f"localhost:{home.bolt_port}",  # Browser asks where to connect
        "server.http.advertised_address": f"localhost:{home.http_port}",
        "server.https.enabled": "false",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",  # else each stop waits 10 s for nobody
        # its word that it still works on a request makes the driver time each piece that it receives, an eighth of a
        # short read's time; `cypher/session.py` has a limit for the whole
        "server.bolt.connection_keep_alive_for_requests": "OFF",
        "server.memory.heap.max_size": f"{home.heap_mb}m",
        "server.memory.pagecache.size": f"{home.pagecache_mb}m",
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "64m",
        "db.tx_log.rotation.retention_policy": "256M size",
        "dbms.usage_report.enabled": "false",
        "dbms.security.auth_enabled": str(home.auth).lower(),
        "dbms.security.procedures.unrestricted": "gds.*",
    }
    return "".join(f"{name}={value}\n" for name, value in values.items())
