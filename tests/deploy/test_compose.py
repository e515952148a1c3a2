"""docker-compose.yml: what the compose specification allows, and what we ask of every service."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from shutil import copytree
from typing import Any

import jsonschema
import pytest
import yaml

CHECKOUT = Path(__file__).parents[2]
SCHEMA = CHECKOUT / "tests" / "data" / "compose-spec" / "compose-spec.json"
SERVICES = ["neo4j", "migrate", "server"]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text())
    return loaded


def test_it_is_what_the_specification_allows(compose: dict[str, Any]) -> None:
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text())).validate(compose)


def test_every_service_is_looked_at_here(compose: dict[str, Any]) -> None:
    assert list(compose["services"]) == SERVICES


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_limits_and_reservations_of_memory_and_cpu(compose: dict[str, Any], name: str) -> None:
    resources = compose["services"][name]["deploy"]["resources"]
    for part in ("limits", "reservations"):
        assert {"cpus", "memory"} <= set(resources[part])
    assert float(resources["reservations"]["cpus"]) <= float(resources["limits"]["cpus"])
    assert _bytes(resources["reservations"]["memory"]) <= _bytes(resources["limits"]["memory"])


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_can_gain_no_rights(compose: dict[str, Any], name: str) -> None:
    service = compose["services"][name]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")


@pytest.mark.parametrize("name", ["neo4j", "server"])
def test_a_service_that_stays_has_a_health_check(compose: dict[str, Any], name: str) -> None:
    assert compose["services"][name]["healthcheck"]["test"]


def test_an_image_has_an_exact_version(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert service["image"].rpartition(":")[2][0].isdigit()


def test_ports_are_open_on_this_machine_only(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_neo4js_heap_and_page_cache_fit_its_limit(compose: dict[str, Any]) -> None:
    neo4j = compose["services"]["neo4j"]
    asked = [neo4j["environment"][f"NEO4J_server_memory_{name}"] for name in ("heap_max__size", "pagecache_size")]
    assert sum(map(_bytes, asked)) < _bytes(neo4j["deploy"]["resources"]["limits"]["memory"])


def test_no_secret_stands_in_the_file(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        for name, value in service.get("environment", {}).items():
            if any(word in name for word in ("PASSWORD", "AUTH", "SECRET", "KEY")):
                assert name.endswith("_FILE"), name
                assert value.startswith("/run/secrets/")


def test_the_documented_command_makes_every_secret_that_is_asked_for(compose: dict[str, Any], tmp_path: Path) -> None:
    copytree(CHECKOUT / "deploy", tmp_path / "deploy")
    for _ in range(2):
        subprocess.run(["sh", str(tmp_path / "deploy" / "secrets.sh")], check=True, capture_output=True)
    made = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    assert {Path(secret["file"]).name for secret in compose["secrets"].values()} == set(made)
    assert made["neo4j_auth"] == f"neo4j/{made['neo4j_password']}"
    assert all(len(text) >= 43 for text in made.values())
    assert len({made[name] for name in ("neo4j_password", "cursor_secret", "api_key")}) == 3
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700


def _bytes(size: str) -> int:
    return int(size[:-1]) * {"k": 1024, "m": 1024**2, "g": 1024**3}[size[-1]]
