"""The last thing a start prints: where everything is."""

from __future__ import annotations

from runtime.managed_neo4j.managed import home_of
from runtime.settings import Settings


def addresses(settings: Settings, *, managed: bool, server: bool = True) -> str:
    """Addresses and the files that hold key and password, one a line."""
    rows = _server_rows(settings) if server else []
    if managed:
        rows += _neo4j_rows(settings)
    width = max(len(name) for name, _ in rows)
    lines = [f"  {name:<{width}}  {where}" for name, where in rows]
    return "\n".join(["", "SongNodes is ready. Ctrl-C stops it.", "", *lines, ""])


def _server_rows(settings: Settings) -> list[tuple[str, str]]:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    base = f"http://{host}:{settings.port}"
    return [
        ("GraphQL playground", f"{base}/graphql"),
        ("Health", f"{base}/health/ready"),
        ("Metrics", f"{base}/metrics"),
        ("API key (for writes)", str(settings.data_dir / "keys" / "first.key")),
        ("Log", str(settings.data_dir / "logs" / "songnodes.log")),
    ]


def _neo4j_rows(settings: Settings) -> list[tuple[str, str]]:
    home = home_of(settings)
    return [
        ("Neo4j Browser", f"http://127.0.0.1:{home.http_port}/browser/"),
        ("Neo4j (Bolt)", f"{home.uri}, user neo4j"),
        ("Neo4j password", str(home.password_file)),
    ]
