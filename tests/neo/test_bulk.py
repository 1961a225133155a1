"""The bulk importer makes the same database as a load."""

import csv
import shutil
from pathlib import Path

import neo4j
import pytest

from graph.errors import InputError, ServiceError
from graph.neo import bulk, rows, server
from graph.neo.connect import connect
from graph.neo.home import Home
from graph.neo.load import Counts, Summary, load
from graph.neo.rows import Node, Relationship
from graph.neo.settings import Settings
from tests.neo.synthetic import clear, nodes, relationships, state

HOSTILE = ["", 'q"\\\n\r\n,\t', "nul\0x", " blank ", "\u202e\x85\u2028", "'}) DETACH DELETE n //", "é" * 100_000, "`|;"]


def hostile_rows() -> tuple[list[Node], list[Relationship]]:
    """Make rows with all kinds of values, present and absent."""
    people = [*nodes(30)]
    for number, text in enumerate(HOSTILE):
        properties = {"name": text, "aliases": [text, "x", ""], f"only {number}": number, "f": 1e-300, "t": number > 3}
        people.append(rows.node("Entity", f"hostile:{text[:500]}{number}", ("Person", "Actor"), properties))
    people.append(rows.node("Document", "D1", (), {"n": -(2**63), "ns": [0, 2**62], "title": ""}))
    ties = [*relationships(40, 30)]
    ends = ("Document", "D1"), ("Entity", people[33].id)
    ties.append(rows.relationship("MENTIONS", "m1", *ends, {"texts": HOSTILE, "starts": [0]}))
    return people, ties


@pytest.mark.neo4j
def test_an_import_and_a_load_make_the_same_database(neo4j_server: Settings, neo4j_home: Home) -> None:
    """After an import the state is that of a load, and a load finds everything unchanged and makes the indexes."""
    people, ties = hostile_rows()
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as session:
        clear(session)
        load(session, people, ties)
        loaded = comparable(session)
    ports = neo4j_home.ports()
    assert ports is not None
    server.stop(neo4j_home)
    files = bulk.import_into(neo4j_home, people, ties)
    server.start(neo4j_home, ports, server.Memory("512m", "64m"))
    assert (files.nodes, files.relationships) == (len(people), len(ties))
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as session:
        assert comparable(session) == loaded
        unchanged = Summary(Counts(unchanged=len(people)), Counts(unchanged=len(ties)))
        assert load(session, people, ties) == unchanged


@pytest.mark.neo4j
def test_a_refused_import_leaves_the_database_as_it_was(neo4j_home: Home, tmp_path: Path) -> None:
    """The importer's own reason is told, and the files of the old database are not touched."""
    home = Home(tmp_path / "neo4j")
    home.folder.mkdir()
    home.lib.symlink_to(neo4j_home.lib)
    shutil.copytree(neo4j_home.folder / "conf", home.folder / "conf")
    old = home.data / "databases" / "neo4j" / "store"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    with pytest.raises(ServiceError, match=r"'person:.' is defined more than once"):
        bulk.import_into(home, [*nodes(2), *nodes(2)], ())
    assert old.read_text() == "old"


def comparable(session: neo4j.Session) -> tuple[int, int, str]:
    """Return the state without what only a load writes."""
    session.run("MATCH (n) REMOVE n.load").consume()
    session.run("MATCH ()-[r]->() REMOVE r.load").consume()
    return state(session)


def test_files_hold_rows_of_one_shape(tmp_path: Path) -> None:
    """Every data file has as many fields a line as its header, and labels and types stand in the arguments only."""
    people, ties = hostile_rows()
    files = bulk.write(people, ties, tmp_path / "csv")
    lines = 0
    for argument in files.arguments():
        option, group, pair = argument.split("=")
        assert option in {"--nodes", "--relationships"}
        assert set(group.split(":")) <= {"Entity", "Person", "Actor", "Document", "MENTIONS"} | {t.type for t in ties}
        header, data = ((tmp_path / "csv" / name).open(encoding="utf-8", newline="") for name in pair.split(","))
        with header, data:
            (columns,) = csv.reader(header)
            csv.field_size_limit(10_000_000)
            for line in csv.reader(data):
                assert len(line) == len(columns)
                lines += 1
    assert lines == len(people) + len(ties)


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    """Old files would be imported with the new."""
    (tmp_path / "old.csv").write_text("")
    with pytest.raises(InputError, match="is not empty"):
        bulk.write((), (), tmp_path)


@pytest.mark.parametrize(
    ("properties", "named"),
    [({"a:b": "x"}, "'a:b' cannot stand in a CSV header"), ({"names": ["x\x1fy"]}, r"person:a: .*U\+001F")],
)
def test_what_a_file_cannot_hold_is_named(tmp_path: Path, properties: dict[str, object], named: str) -> None:
    """The error says what to do instead."""
    row = rows.node("Entity", "person:a", ("Person",), properties)
    with pytest.raises(InputError, match=f"{named}.*load it without --bulk"):
        bulk.write([row], (), tmp_path)
