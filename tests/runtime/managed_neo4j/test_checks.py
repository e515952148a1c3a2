"""What stops a start is told in one sentence, before anything is started."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from graph_model.errors import BadSetting, PortTaken, TooLittleRoom
from runtime.managed_neo4j.checks import check_disk, check_memory, check_port, free_port

MUCH_MB = 1_000_000_000


def test_a_taken_port_is_named_with_its_setting() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"Port {port} .* is taken .* set SONGNODES_PORT to a free port"):
            check_port("127.0.0.1", port, "SONGNODES_PORT")


def test_a_free_port_passes_again_and_again() -> None:
    port = free_port()
    check_port("127.0.0.1", port, "SONGNODES_PORT")
    check_port("127.0.0.1", port, "SONGNODES_PORT")


@pytest.mark.parametrize("host", ["203.0.113.7", "no host"])
def test_an_address_of_another_machine_is_a_bad_setting(host: str) -> None:
    with pytest.raises(BadSetting, match="is no address of this machine"):
        check_port(host, free_port(), "SONGNODES_PORT")


def test_a_full_disk_is_told_before_the_folder_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    with pytest.raises(TooLittleRoom, match=rf"MB left, {MUCH_MB} MB are needed: make room"):
        check_disk(folder, MUCH_MB)
    check_disk(folder, 1)
    assert not folder.exists()


def test_too_little_memory_names_the_setting_to_lower() -> None:
    with pytest.raises(TooLittleRoom, match=r"set SONGNODES_NEO4J_HEAP_MB \(now 1000000000\) lower"):
        check_memory(MUCH_MB, 64)
    check_memory(1, 1)
