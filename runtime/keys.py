"""API keys: who may write."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from graph_model.errors import SetupError
from runtime.secret_file import made_secret, private_folder

FIRST = "first"


@dataclass(frozen=True)
class ApiKeys:
    """Names and the SHA-256 of their keys; a key has 256 random bits, so no slow hash is needed."""

    digests: dict[str, bytes] = field(repr=False)

    def holds(self, candidate: str) -> str | None:
        """The name of the key, or None. All keys are compared, each in constant time."""
        found = None
        seen = _digest(candidate)
        for name, digest in self.digests.items():
            if hmac.compare_digest(seen, digest):
                found = name
        return found


def load_keys(folder: Path) -> ApiKeys:
    """All keys of the folder: `first.key` is the key named "first", made where the folder has none."""
    private_folder(folder)
    if not list(folder.glob("*.key")):
        made_secret(folder / f"{FIRST}.key")
    return ApiKeys({path.stem: _digest(_key(path)) for path in sorted(folder.glob("*.key"))})


def _key(path: Path) -> str:
    try:
        key = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{path} cannot be read: give its rights back, or delete it") from error
    if not key:
        raise SetupError(f"{path} is empty: put a key into it, or delete it")
    return key


def _digest(key: str) -> bytes:
    return sha256(key.encode("utf-8", "surrogatepass")).digest()
