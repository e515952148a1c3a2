"""The driver: opened by address, refused by name."""

from __future__ import annotations

import pytest

from graph_model.errors import BadSetting, Unavailable
from runtime.database import Address, given_address, open_driver, reach
from runtime.managed_neo4j.checks import free_port
from runtime.settings import Settings, load_settings


def test_no_uri_means_that_none_is_given(settings: Settings) -> None:
    assert given_address(settings) is None


def test_a_given_server_is_used_with_its_login(bare_environment: pytest.MonkeyPatch) -> None:
    for name, value in (("URI", "bolt://there"), ("USER", "anna"), ("PASSWORD", "swordfish")):
        bare_environment.setenv(f"NEO4J_{name}", value)
    address = given_address(load_settings())
    assert address is not None
    assert (address.uri, address.auth) == ("bolt://there", ("anna", "swordfish"))
    assert "swordfish" not in repr(address)


@pytest.mark.parametrize("uri", ["http://there", "there", "bolt//there"])
def test_a_uri_that_is_none_is_a_bad_setting(settings: Settings, uri: str) -> None:
    with pytest.raises(BadSetting, match=r"give e\.g\. bolt://"):
        open_driver(Address(uri), settings)


async def test_a_server_that_does_not_answer_is_unavailable(settings: Settings) -> None:
    address = Address(f"bolt://127.0.0.1:{free_port()}")
    async with open_driver(address, settings) as driver:
        with pytest.raises(Unavailable, match="does not answer: start it, or correct NEO4J_URI"):
            await reach(driver, address)


async def test_a_server_that_answers_is_reached(settings: Settings, neo4j_address: Address) -> None:
    async with open_driver(neo4j_address, settings) as driver:
        await reach(driver, neo4j_address)
