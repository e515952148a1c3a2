"""The driver: one bounded pool of Bolt connections for the whole process."""

from __future__ import annotations

from dataclasses import dataclass, field

import neo4j
from neo4j import NotificationMinimumSeverity
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError

from graph_model.errors import BadSetting, SetupError, Unavailable
from runtime.settings import Settings

LIVENESS_S = 30.0
"""A connection that idled longer is tested before it is used again."""


@dataclass(frozen=True)
class Address:
    """Where a Neo4j answers, and who we are there; no password: no login."""

    uri: str
    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)

    @property
    def auth(self) -> tuple[str, str] | None:
        """As the driver takes it."""
        return None if self.password is None else (self.user, self.password)


def given_address(settings: Settings) -> Address | None:
    """The server that NEO4J_URI names, if it names one."""
    if settings.neo4j_uri is None:
        return None
    secret = settings.neo4j_password
    return Address(settings.neo4j_uri, settings.neo4j_user, secret.get_secret_value() if secret else None)


def open_driver(address: Address, settings: Settings, *, notifications: bool = False) -> neo4j.AsyncDriver:
    """A driver with the pool's bounds; the caller closes it. Nothing is sent yet. Raises BadSetting."""
    severity = NotificationMinimumSeverity.INFORMATION if notifications else NotificationMinimumSeverity.OFF
    try:
        return neo4j.AsyncGraphDatabase.driver(
            address.uri,
            auth=address.auth,
            max_connection_pool_size=settings.pool_size,
            connection_acquisition_timeout=settings.pool_wait_s,
            connection_timeout=settings.pool_wait_s,
            liveness_check_timeout=LIVENESS_S,
            notifications_min_severity=severity,
            warn_notification_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )
    except (ConfigurationError, ValueError) as error:
        raise BadSetting(f"NEO4J_URI is {address.uri!r}: give e.g. bolt://127.0.0.1:7687 or neo4j+s://HOST") from error


async def reach(driver: neo4j.AsyncDriver, address: Address) -> None:
    """Return when the server answers us. Raises BadSetting for a refused login, Unavailable for no answer."""
    try:
        await driver.verify_connectivity()
    except AuthError as error:
        raise BadSetting(f"Neo4j at {address.uri} refuses the login: check NEO4J_USER and NEO4J_PASSWORD") from error
    except (DriverError, OSError) as error:
        raise Unavailable(f"Neo4j at {address.uri} does not answer: start it, or correct NEO4J_URI") from error
    except Neo4jError as error:
        raise SetupError(f"Neo4j at {address.uri} answers with an error ({error.code}): see its own log") from error
