"""Every setting: its environment variable, type, unit, default and what it is for. Read once, at the start.

`SONGNODES_PORT_FILE=/run/secrets/port` reads the value from a file instead; so for every variable, secrets above all.
`make docs` writes docs/settings.md from here.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from graph_model.errors import BadSetting
from runtime.settings_source import SecretFiles, refuse_misspelt, setting_error


def _xdg(variable: str, fallback: str) -> Path:
    """The XDG folder of ours; relative values do not count, as the XDG specification says."""
    given = Path(os.environ.get(variable, ""))
    return (given if given.is_absolute() else Path.home() / fallback) / "songnodes"


PLAIN = {
    " | None": "",
    "typing.Literal": "one of ",
    "pydantic.types.": "",
    "pathlib.": "",
    "SecretStr": "secret",
    "str": "text",
    "int": "whole number",
    "float": "number",
    "bool": "true or false",
    "Path": "path",
    "[": "",
    "]": "",
}
"""Words of Python's types, for people."""
HEAD = """# Settings

Made by `make docs` from `runtime/settings.py`; a test compares. Every setting is an environment variable, read once at
the start; a value that cannot be used stops the start and is named. `NAME_FILE=/path` reads NAME from a file.

| Variable | Type | Default | What it is |
| --- | --- | --- | --- |"""


class Settings(BaseSettings):
    """What can be set from outside; frozen after the start."""

    model_config = SettingsConfigDict(
        env_prefix="SONGNODES_",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
        allow_inf_nan=False,
        hide_input_in_errors=True,
    )

    host: str = Field(
        default="127.0.0.1", description="Address that the server listens on; 0.0.0.0 opens it to the network."
    )
    port: int = Field(default=8000, ge=1, le=65535, examples=[8001], description="Port that the server listens on.")
    data_dir: Path = Field(
        default_factory=lambda: _xdg("XDG_DATA_HOME", ".local/share"),
        description="Folder of the graph, password, API key and logs; by default `$XDG_DATA_HOME/songnodes`.",
    )
    cache_dir: Path = Field(
        default_factory=lambda: _xdg("XDG_CACHE_HOME", ".cache"),
        description="Folder of what can be fetched or made again; by default `$XDG_CACHE_HOME/songnodes`.",
    )

    neo4j_uri: str | None = Field(
        default=None,
        validation_alias="NEO4J_URI",
        description="Neo4j server to use; without it SongNodes starts its own.",
    )
    neo4j_user: str = Field(default="neo4j", validation_alias="NEO4J_USER", description="User at that server.")
    neo4j_password: SecretStr | None = Field(
        default=None,
        validation_alias="NEO4J_PASSWORD",
        description="Password at that server; without it no login is tried.",
    )
    neo4j_database: str = Field(
        default="neo4j", validation_alias="NEO4J_DATABASE", description="Name of the database on that server."
    )
    neo4j_bolt_port: int = Field(
        default=7687, ge=1, le=65535, examples=[7688], description="Bolt port of the Neo4j that SongNodes starts."
    )
    neo4j_http_port: int = Field(
        default=7474, ge=1, le=65535, examples=[7475], description="HTTP port of that Neo4j: Neo4j Browser."
    )
    neo4j_heap_mb: int = Field(default=2048, ge=512, examples=[1024], description="Java heap of that Neo4j, in MiB.")
    neo4j_pagecache_mb: int = Field(default=512, ge=64, examples=[256], description="Page cache of that Neo4j, in MiB.")
    neo4j_start_timeout_s: float = Field(
        default=180.0, gt=0, examples=[300.0], description="How long that Neo4j may take until it answers, in seconds."
    )
    maven_url: str | None = Field(
        default=None, description="Maven repository for that Neo4j's jars; without it the public one that jgo knows."
    )

    pool_size: int = Field(default=64, ge=1, le=1000, examples=[64], description="Most Bolt connections at a time.")
    pool_wait_s: float = Field(
        default=5.0,
        gt=0,
        examples=[5.0],
        description="Longest wait for one of them, in seconds; then the answer is UNAVAILABLE.",
    )
    read_timeout_s: float = Field(
        default=10.0, gt=0, examples=[10.0], description="Longest time of one read, in seconds."
    )
    write_timeout_s: float = Field(
        default=120.0, gt=0, examples=[120.0], description="Longest time of one write transaction, in seconds."
    )
    max_body_bytes: int = Field(
        default=1_000_000, ge=1_000, examples=[1_000_000], description="Largest request body that is read, in bytes."
    )
    most_nodes: int = Field(
        default=200_000,
        ge=1_000,
        examples=[200_000],
        description="Most nodes that one root field's answer may hold; more is refused before it is run.",
    )
    watch_dir: Path | None = Field(
        default=None,
        examples=["/srv/dj/exports"],
        description="Folder whose files the server imports as they come; they are never moved or changed.",
    )
    cursor_secret: SecretStr | None = Field(
        default=None,
        description="Signs cursors; the same on all servers of one graph. Without it one is made in the data folder.",
    )
    explain: bool = Field(
        default=False,
        examples=["true"],
        description="Development: answers may carry the Cypher statement and its plan; `make run` turns it on.",
    )
    ollama_url: str | None = Field(
        default=None,
        examples=["http://127.0.0.1:11434"],
        description="Ollama server whose model reads long texts where rules find no tracklist; without it none does.",
    )
    ollama_model: str = Field(default="llama3.1:8b", examples=["qwen3:8b"], description="Model that it is asked for.")
    ollama_timeout_s: float = Field(
        default=120.0, gt=0, examples=[120.0], description="Longest time of one answer of that model, in seconds."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", examples=["info"], description="Least severe event that is logged."
    )
    log_format: Literal["console", "json"] = Field(
        default="console", examples=["json"], description="Log lines for people (console) or for machines (json)."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then the files that it names."""
        return init_settings, env_settings, SecretFiles(settings_cls)


def variable_of(field: str) -> str:
    """The environment variable of a field: `port` → SONGNODES_PORT, `neo4j_uri` → NEO4J_URI."""
    alias = Settings.model_fields[field].validation_alias
    return alias if isinstance(alias, str) else f"SONGNODES_{field.upper()}"


def variables() -> dict[str, str]:
    """Environment variable → field, of every setting."""
    return {variable_of(name): name for name in Settings.model_fields}


def load_settings() -> Settings:
    """The settings of this process. Raises BadSetting with the name, the value and what to give."""
    refuse_misspelt(os.environ, set(variables()))
    try:
        return Settings()
    except ValidationError as error:
        raise BadSetting(setting_error(error, Settings, variables())) from error


def settings_page() -> str:
    """The reference of all settings, as Markdown, ending in a line break."""
    rows = [_row(name) for name in Settings.model_fields]
    return "\n".join([HEAD, *rows, ""])


def _row(name: str) -> str:
    field = Settings.model_fields[name]
    kind = field.annotation.__name__ if isinstance(field.annotation, type) else str(field.annotation)
    for long, short in PLAIN.items():
        kind = kind.replace(long, short)
    default = "–" if field.default_factory or field.default is None else f"`{field.default}`"
    return f"| `{variable_of(name)}` | {kind} | {default} | {field.description} |"


if __name__ == "__main__":
    print(settings_page(), end="")
