"""The driver, and the one fence at which its errors become ours."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import neo4j
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from graph.errors import InputError, ServiceError
from graph.neo.settings import Settings

__all__ = ["answers", "connect", "translated"]

# Without a handler Python prints the driver's warnings on stderr, beside the one line that we make of the error.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@contextmanager
def connect(settings: Settings) -> Iterator[neo4j.Driver]:
    """Open a driver, check that the database answers, and close it at the end.

    Raises:
        ServiceError: no server, or it refuses the user.
        InputError: the server refuses a statement or its values.
    """
    with translated(settings.uri), _driver(settings) as driver:
        try:
            driver.verify_connectivity()
        except OSError as error:
            raise ServiceUnavailable(str(error)) from error
        yield driver


def answers(settings: Settings) -> bool:
    """Tell whether the database answers now."""
    try:
        with connect(settings):
            return True
    except ServiceError:
        return False


@contextmanager
def translated(uri: str) -> Iterator[None]:
    """Turn the driver's errors into one line each; the driver's messages never hold the password."""
    try:
        yield
    except AuthError as error:
        raise ServiceError(f"{uri}: refuses this user or password; see NEO4J_USERNAME and NEO4J_PASSWORD") from error
    except ServiceUnavailable as error:
        raise ServiceError(f"{uri}: no Neo4j answers there; start one: vinculo neo4j start") from error
    except (ConfigurationError, ClientError) as error:
        raise InputError(f"{uri}: {_line(error)}") from error
    except (Neo4jError, DriverError) as error:
        raise ServiceError(f"{uri}: {_line(error)}") from error


def _driver(settings: Settings) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        settings.uri,
        auth=neo4j.basic_auth(settings.username, settings.password) if settings.username else None,
        connection_timeout=10,
        max_transaction_retry_time=15,
        notifications_min_severity="OFF",
        user_agent="vinculo",
    )


def _line(error: Exception) -> str:
    return " ".join(str(getattr(error, "message", None) or error).split())[:300]
