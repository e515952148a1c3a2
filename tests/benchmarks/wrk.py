"""The load generator: wrk, which is written in C and leaves the cores to those that are measured."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from graph_model.errors import SetupError

SCRIPT = Path(__file__).parent / "requests.lua"


class WrongAnswers(Exception):
    """A peer failed under load: its figures mean nothing."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of wrk saw."""

    per_second: float
    p50_ms: float
    p99_ms: float
    requests: int


def wrk_path() -> str:
    """Raises SetupError where it is not installed."""
    found = shutil.which("wrk")
    if found is None:
        raise SetupError("The benchmark needs wrk, an HTTP load generator: apt-get install wrk")
    return found


def command(url: str, requests: Path, clients: int, seconds: int) -> list[str]:
    """The command that asks with `clients` connections, each sending its next request when its last is answered."""
    run = [wrk_path(), "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", str(SCRIPT)]
    return [*run, url, "--", str(requests)]


def finished(process: subprocess.Popen[str]) -> Load:
    """Wait for it and read what it says. Raises WrongAnswers for a single answer that is no clean 200."""
    out, err = process.communicate()
    line = next((line for line in out.splitlines() if line.startswith("RESULT ")), None)
    if process.returncode or line is None:
        raise WrongAnswers(f"wrk failed: {err.strip() or out.strip()}")
    said: dict[str, Any] = orjson.loads(line.removeprefix("RESULT "))
    if said["wrong"] or said["broken"]:
        raise WrongAnswers(
            f"{said['wrong']} wrong, {said['broken']} broken of {said['requests']} answers: {out[-400:]}"
        )
    per_second = said["requests"] / (said["duration_us"] / 1e6)
    return Load(per_second, said["p50_us"] / 1000, said["p99_us"] / 1000, said["requests"])
