"""Where setting values come from beside plain variables, and how a bad one is told."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import BaseSettings, EnvSettingsSource

from graph_model.errors import BadSetting

OTHERS = ("SONGNODES_TEST_", "SONGNODES_BENCH_", "SONGNODES_NO_SKIPS")
"""Variables of ours that are no settings of the application."""
PROTECTED = ("PASSWORD", "SECRET", "TOKEN", "KEY")
"""Words in a variable's name that keep its value out of messages."""


class SecretFiles(EnvSettingsSource):
    """`NAME_FILE=/path` gives the setting NAME the file's text, without the line's end."""

    def _load_env_vars(self) -> Mapping[str, str | None]:
        named = {name: path for name, path in os.environ.items() if name.endswith("_FILE") and self._is_ours(name)}
        return {name.removesuffix("_FILE").lower(): _text(name, path) for name, path in named.items() if path}

    @staticmethod
    def _is_ours(name: str) -> bool:
        return name.startswith(("SONGNODES_", "NEO4J_"))


def _text(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "no UTF-8 text"
        raise BadSetting(f"{name} is {path!r}, which cannot be read ({reason}): give a readable file") from error


def refuse_misspelt(environ: Mapping[str, str], known: set[str]) -> None:
    """A variable of ours that is no setting but almost one stops the start, instead of being passed over in silence."""
    for name in sorted(environ):
        plain = name.removesuffix("_FILE")
        if not name.startswith("SONGNODES_") or plain in known or name.startswith(OTHERS):
            continue
        near = difflib.get_close_matches(plain, known, n=1, cutoff=0.8)
        if near:
            raise BadSetting(f"{name} is no setting: did you mean {near[0]}?")


def setting_error(error: ValidationError, model: type[BaseSettings], variables: Mapping[str, str]) -> str:
    """The first bad value as one sentence: name, value, what to give."""
    first = error.errors(include_url=False)[0]
    place = str(first["loc"][0])
    field = variables.get(place) or place
    variable = next(name for name, of in variables.items() if of == field)
    examples = model.model_fields[field].examples or []
    hint = f"; give e.g. {examples[0]}" if examples else ""
    return f"{variable} is {_shown(variable, first['input'])}: {_lower(first['msg'])}{hint}"


def _shown(variable: str, value: Any) -> str:
    return "set, but not usable" if any(word in variable for word in PROTECTED) else repr(value)


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
