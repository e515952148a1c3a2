"""The commit-msg hook: the subject follows Conventional Commits, with a room as its scope."""

from __future__ import annotations

import re
import sys
from pathlib import Path

TYPES = ("build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test")
LONGEST = 100
SUBJECT = re.compile(rf"(?:{'|'.join(TYPES)})(?:\([a-z0-9_-]+\))?!?: \S.*[^.\s]")
LEFT_ALONE = re.compile(r"(?:Merge |Revert |fixup! |squash! )")


def complaint(message: str) -> str | None:
    """What is wrong with a commit's message, or None."""
    subject, _, rest = message.partition("\n")
    if LEFT_ALONE.match(subject):
        return None
    if not SUBJECT.fullmatch(subject):
        return f"The subject must read like 'feat(discovery): rank next tracks by sets'; types: {', '.join(TYPES)}"
    if len(subject) > LONGEST:
        return f"The subject has {len(subject)} characters, at most {LONGEST} are shown whole: say it shorter"
    if rest.strip("\n") and not rest.startswith("\n"):
        return "An empty line belongs between subject and body"
    return None


if __name__ == "__main__":
    wrong = complaint(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if wrong:
        sys.exit(wrong)
