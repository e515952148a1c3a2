"""A pre-commit hook: every text ends in one line break, has no spaces at line ends, and no file is large."""

from __future__ import annotations

import re
import sys
from pathlib import Path

LARGEST_BYTES = 500_000
NOT_OURS = ("compose-spec", "package-lock.json")


def complaints(path: Path) -> list[str]:
    """What is wrong with a file; files that we keep as others made them are only measured."""
    content = path.read_bytes()
    found = []
    if len(content) > LARGEST_BYTES:
        found.append(f"{path} has {len(content)} bytes, at most {LARGEST_BYTES} are kept in git")
    if b"\0" in content[:8000] or any(part in path.as_posix() for part in NOT_OURS):
        return found
    if content and not (content.endswith(b"\n") and not content.endswith(b"\n\n")):
        found.append(f"{path} does not end in one line break")
    if path.suffix != ".md" and re.search(rb"[ \t]\r?\n", content):
        found.append(f"{path} has spaces at the end of a line")
    return found


if __name__ == "__main__":
    wrong = [line for name in sys.argv[1:] for line in complaints(Path(name))]
    if wrong:
        sys.exit("\n".join(wrong))
