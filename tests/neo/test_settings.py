"""Which Neo4j is meant, and as whom."""

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.neo.settings import Settings, read

PRIVATE = Settings("bolt://127.0.0.1:7687", "neo4j", "of the private server")


def test_nothing_known_is_none(tmp_path: Path) -> None:
    """Without any hint there is no server, and no guess."""
    assert read({}, {}, tmp_path, None) is None


def test_the_private_server_is_the_last_resort(tmp_path: Path) -> None:
    """It is used where nothing else is named, with its own password."""
    assert read({}, {}, tmp_path, PRIVATE) == PRIVATE


def test_flag_over_environment_over_file(tmp_path: Path) -> None:
    """Each value comes from the nearest source that has it."""
    (tmp_path / ".env").write_text("NEO4J_URI=bolt://file\nNEO4J_USERNAME=file\nNEO4J_PASSWORD='fi$le'\nOTHER=1\n")
    environ = {"NEO4J_URI": "bolt://environment", "NEO4J_USERNAME": "environment"}
    found = read({"NEO4J_URI": "bolt://flag"}, environ, tmp_path, PRIVATE)
    assert found == Settings("bolt://flag", "environment", "fi$le", "neo4j")


@pytest.mark.parametrize("by_flag", [True, False])
def test_auras_file(tmp_path: Path, by_flag: bool) -> None:  # noqa: FBT001
    """Aura's credentials file counts just below what names it."""
    file = tmp_path / "Neo4j-0123abcd.txt"
    file.write_text(
        "# Wait 60 seconds before connecting using these details\nNEO4J_URI=neo4j+s://0123abcd.example.org\n"
        "NEO4J_USERNAME=neo4j\nNEO4J_PASSWORD=a-b_c\nNEO4J_DATABASE=graph\nAURA_INSTANCENAME=Instance01\n"
    )
    flags, environ = {"NEO4J_CREDENTIALS": str(file)}, {"NEO4J_DATABASE": "other"}
    found = read(flags, environ, tmp_path, PRIVATE) if by_flag else read({}, {**flags, **environ}, tmp_path, PRIVATE)
    database = "graph" if by_flag else "other"
    assert found == Settings("neo4j+s://0123abcd.example.org", "neo4j", "a-b_c", database)


def test_the_private_password_goes_to_the_private_server_only(tmp_path: Path) -> None:
    """A server that is named by its address alone does not get it."""
    assert read({"NEO4J_URI": "bolt://elsewhere"}, {}, tmp_path, PRIVATE) == Settings("bolt://elsewhere")
    assert read({"NEO4J_URI": PRIVATE.uri}, {}, tmp_path, PRIVATE) == PRIVATE


def test_another_user_of_the_private_server_needs_a_password(tmp_path: Path) -> None:
    """A user is never silently replaced by the private server's own; one who gives a password is taken."""
    with pytest.raises(InputError, match="user 'joe' needs a password, NEO4J_PASSWORD"):
        read({"NEO4J_USERNAME": "joe"}, {}, tmp_path, PRIVATE)
    assert read({"NEO4J_USERNAME": "neo4j"}, {}, tmp_path, PRIVATE) == PRIVATE
    found = read({"NEO4J_USERNAME": "joe"}, {"NEO4J_PASSWORD": "a-b"}, tmp_path, PRIVATE)
    assert found == Settings(PRIVATE.uri, "joe", "a-b")


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost:7687", "neo4j+x://a", "bolt:/a"])
def test_a_wrong_scheme_is_named(tmp_path: Path, uri: str) -> None:
    """An address that no driver takes is refused before anything is sent."""
    with pytest.raises(InputError, match="NEO4J_URI: begins with none of"):
        read({"NEO4J_URI": uri}, {}, tmp_path, None)


def test_a_missing_credentials_file_is_named(tmp_path: Path) -> None:
    """A typing error in the file's name does not lead to another server."""
    with pytest.raises(InputError, match="no such credentials file"):
        read({"NEO4J_CREDENTIALS": str(tmp_path / "none")}, {}, tmp_path, PRIVATE)


def test_the_password_is_not_printed() -> None:
    """Not by repr and not by str."""
    assert PRIVATE.password not in repr(PRIVATE) + str(PRIVATE)
