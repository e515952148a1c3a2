"""Secrets that we make ourselves: files of mode 0600 in a folder of mode 0700."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from graph_model.errors import SetupError

BYTES = 32
"""Of randomness in a secret."""


def private_folder(path: Path) -> Path:
    """The folder, made for its owner alone where it does not exist yet."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"{path} cannot be made ({error.strerror}): give another folder or its rights") from error
    return path


def made_secret(path: Path) -> str:
    """The secret in the file; the first call makes it. Raises SetupError where the file cannot be read or is empty.

    It is written whole under another name, then linked: neither a kill nor a second process leaves half of it.
    """
    private_folder(path.parent)
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(BYTES))
    try:
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{path} cannot be read: give its rights back, or delete it for a new one") from error
    if not secret:
        raise SetupError(f"{path} is empty: delete it for a new one")
    return secret


def _write_once(path: Path, secret: str) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # of mode 0600
    draft = Path(name)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its secret is the one
    finally:
        draft.unlink()
