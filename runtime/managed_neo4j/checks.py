"""What can stop a start, looked at before anything is started: one sentence each, with what to do."""

from __future__ import annotations

import errno
import shutil
import socket
from pathlib import Path

import psutil

from graph_model.errors import BadSetting, PortTaken, TooLittleRoom

MIB = 1024 * 1024
FIRST_START_MB = 1500
"""Disk for jars (200), start cache (130), demo (about 500) and transaction logs."""
LATER_START_MB = 200
BESIDE_HEAP_MB = 256
"""What a Java process needs beside heap and page cache, at least."""


def check_port(host: str, port: int, variable: str) -> None:
    """Raise PortTaken, or BadSetting where the address itself cannot be used."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except socket.gaierror as error:
            raise BadSetting(f"{host!r} is no address of this machine: give e.g. 127.0.0.1") from error
        except OSError as error:
            raise _port_error(error, host, port, variable) from error


def _port_error(error: OSError, host: str, port: int, variable: str) -> BadSetting | PortTaken:
    if error.errno == errno.EADDRINUSE:
        return PortTaken(
            f"Port {port} on {host} is taken by another program: stop that, or set {variable} to a free port"
        )
    if error.errno == errno.EACCES:
        return BadSetting(f"{variable} is {port}, which this user may not open: give a port from 1024 on")
    return BadSetting(f"{host!r} is no address of this machine: give e.g. 127.0.0.1")


def check_disk(folder: Path, needed_mb: int) -> None:
    """Raise TooLittleRoom where the folder's disk has less left."""
    there = next(parent for parent in [folder, *folder.parents] if parent.exists())
    free_mb = shutil.disk_usage(there).free // MIB
    if free_mb < needed_mb:
        raise TooLittleRoom(
            f"The disk of {folder} has {free_mb} MB left, {needed_mb} MB are needed: make room, "
            "or set SONGNODES_DATA_DIR and SONGNODES_CACHE_DIR to a larger disk"
        )


def check_memory(heap_mb: int, pagecache_mb: int) -> None:
    """Raise TooLittleRoom where Neo4j's heap and page cache do not fit into what is free."""
    free_mb = psutil.virtual_memory().available // MIB
    needed_mb = heap_mb + pagecache_mb + BESIDE_HEAP_MB
    if free_mb < needed_mb:
        raise TooLittleRoom(
            f"{free_mb} MB of memory are free, {needed_mb} MB are needed: close programs, "
            f"or set SONGNODES_NEO4J_HEAP_MB (now {heap_mb}) lower, e.g. 1024"
        )


def free_port() -> int:
    """A port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
