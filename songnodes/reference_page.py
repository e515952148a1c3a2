"""docs/reference.md: error codes, metrics and commands, printed by `python -m songnodes.reference_page`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer
from prometheus_client import REGISTRY

import server  # noqa: F401  # declares the metrics
from graph_model.errors import SongNodesError
from songnodes.cli import app

ENGINE_CODES = {
    "GRAPHQL_PARSE_FAILED": "The document is not GraphQL; the message says where.",
    "GRAPHQL_VALIDATION_FAILED": "The document asks for what the schema has not; the message says what and where.",
    "BAD_USER_INPUT": "A variable has a wrong type or value; the message says which.",
}


def reference_page() -> str:
    """The whole page, Markdown."""
    parts = [
        "# Reference",
        "",
        "## Error codes",
        "",
        *_errors(),
        "",
        "## Metrics",
        "",
        *_metrics(),
        "",
        "## Commands",
        "",
    ]
    return "\n".join([*parts, *_commands(), ""])


def _errors() -> Iterator[str]:
    yield "In GraphQL they stand in `extensions.code`; a command prints the sentence and ends with exit code 1.\n"
    yield "| Code | Try again? | What it means |"
    yield "| --- | --- | --- |"
    codes = {kind.code: (kind.retryable, str(kind.__doc__)) for kind in _kinds(SongNodesError)}
    codes |= {code: (False, about) for code, about in ENGINE_CODES.items()}
    for code, (retryable, about) in sorted(codes.items()):
        yield f"| `{code}` | {'yes' if retryable else 'no'} | {' '.join(about.split())} |"


def _kinds(kind: type[SongNodesError]) -> Iterator[type[SongNodesError]]:
    for child in kind.__subclasses__():
        yield from _kinds(child)
    yield kind


def _metrics() -> Iterator[str]:
    yield "At `/metrics`, for Prometheus, beside those of the process itself.\n"
    yield "| Metric | Kind | What it counts |"
    yield "| --- | --- | --- |"
    for family in sorted(REGISTRY.collect(), key=lambda family: family.name):
        if family.name.startswith("songnodes_"):
            ending = "_total" if family.type == "counter" else ""
            yield f"| `{family.name}{ending}` | {family.type} | {family.documentation} |"


def _commands() -> Iterator[str]:
    yield "`.venv/bin/python -m songnodes COMMAND`; `--help` shows the arguments.\n"
    yield "| Command | What it does |"
    yield "| --- | --- |"
    for name, command in _named(typer.main.get_group(app)):
        yield f"| `{name}` | {' '.join((command.help or '').split())} |"


def _named(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Each command under the words that are typed for it."""
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _named(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


if __name__ == "__main__":
    print(reference_page(), end="")
