"""Who used the processors while something was measured."""

from __future__ import annotations

import resource
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Usage:
    """Processor seconds so far: of the database, the server, the children that have ended (wrk), the whole machine."""

    database: float
    server: float
    generator: float
    machine: float

    def since(self, before: Usage) -> Usage:
        """What was used in between."""
        return Usage(
            self.database - before.database,
            self.server - before.server,
            self.generator - before.generator,
            self.machine - before.machine,
        )

    @property
    def others(self) -> float:
        """What nobody of the three used: noise."""
        return max(0.0, self.machine - self.database - self.server - self.generator)


def usage(database: psutil.Process, server: psutil.Process) -> Usage:
    """Now."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    machine = psutil.cpu_times()
    busy = sum(machine) - machine.idle - getattr(machine, "iowait", 0.0) - getattr(machine, "guest", 0.0)
    return Usage(_seconds(database), _seconds(server), ended.ru_utime + ended.ru_stime, busy)


def _seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def listener(port: int) -> psutil.Process:
    """The process that listens on a port of this machine. Raises LookupError."""
    for connection in psutil.net_connections("tcp"):
        if connection.status == psutil.CONN_LISTEN and connection.pid and connection.laddr[1:] == (port,):
            return psutil.Process(connection.pid)
    raise LookupError(f"no process listens on port {port}")
