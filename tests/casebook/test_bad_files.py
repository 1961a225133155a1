"""What can be wrong with the casebook's file: one line that says so, and nothing that was stored is lost."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.casebook import Casebook
from graph.casebook.connection import APPLICATION_ID, migrations
from graph.errors import CasebookError
from graph.model import Extraction
from tests.support import document, mention


def fill(path: Path) -> None:
    """Make a casebook of one document."""
    text = document("D1", "(C) Ana Belmonte Ruiz left.")
    with Casebook.open(path, create=True) as casebook:
        casebook.add(text, Extraction((mention(text, "Ana Belmonte Ruiz"),)))


def ids(path: Path) -> list[str]:
    """Return the ids of the documents that a casebook holds."""
    with Casebook.open(path) as casebook:
        return [text.id for text in casebook.documents()]


def text_file(path: Path) -> None:
    """Make a text file."""
    path.write_text("Dear diary", encoding="utf-8")


def other_database(path: Path) -> None:
    """Make an SQLite file of some other program."""
    connection = sqlite3.connect(path)
    connection.executescript(
        "PRAGMA journal_mode = WAL; CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('x');"
    )
    connection.close()


def folder(path: Path) -> None:
    """Make a folder."""
    path.mkdir()


def newer(path: Path) -> None:
    """Make a casebook of a later version."""
    fill(path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    connection.close()


def damaged(path: Path) -> None:
    """Make a casebook whose pages are overwritten."""
    fill(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 30_000)


def cut(path: Path) -> None:
    """Make a casebook of which half is missing."""
    fill(path)
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (text_file, "this is not a casebook; name another file with --casebook"),
        (other_database, "this is not a casebook; name another file with --casebook"),
        (folder, "the casebook cannot be opened: Is a directory"),
        (newer, "a newer version of Vinculo made this casebook; update with 'pip install -U vinculo'"),
        (damaged, "the casebook is damaged"),
        (cut, "the casebook is damaged"),
    ],
)
@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_casebook_is_refused_and_kept(
    tmp_path: Path, make: Callable[[Path], None], message: str, *, create: bool
) -> None:
    """A file that cannot be used is named in one line, and not a byte of it changes."""
    path = tmp_path / "casebook.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    text = document("D2", "(C) Luis Caro left.")
    with pytest.raises(CasebookError) as caught, Casebook.open(path, create=create) as casebook:  # noqa: PT012
        casebook.documents()
        casebook.add(text, Extraction())
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_casebook_that_does_not_exist_is_not_made_by_asking(tmp_path: Path) -> None:
    """Only an import begins a casebook; others say how, also where the file is there but empty."""
    path = tmp_path / "casebook.db"
    with pytest.raises(CasebookError, match="there is no casebook yet; make one with 'vinculo --casebook"):
        Casebook.open(path)
    assert not path.exists()
    path.touch()
    with pytest.raises(CasebookError, match="there is no casebook yet"):
        Casebook.open(path)
    fill(path)
    assert ids(path) == ["D1"]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    """A casebook in a folder that is not there cannot be begun."""
    with pytest.raises(CasebookError, match="check that the folder exists"):
        Casebook.open(tmp_path / "nowhere" / "casebook.db", create=True)


def test_a_locked_casebook_says_so(tmp_path: Path) -> None:
    """While another process writes, a second one gives up after its patience, and reading goes on."""
    path = tmp_path / "casebook.db"
    fill(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    text = document("D2", "(C) Luis Caro left.")
    with Casebook.open(path, patience=0.1) as casebook:
        assert len(casebook.documents()) == 1
        with pytest.raises(CasebookError, match="another process is writing to this casebook; try again"):
            casebook.add(text, Extraction())
        writer.execute("ROLLBACK")
        assert casebook.add(text, Extraction()) == "added"
    writer.close()


def test_an_older_casebook_is_brought_up_to_date(tmp_path: Path) -> None:
    """The first version's documents survive the migration, and can be found by name afterwards."""
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    fill(new)
    connection = sqlite3.connect(old)
    connection.executescript(migrations()[0])
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;")
    connection.execute("ATTACH ? AS new", (str(new),))
    for table in ("document", "mention", "claim"):
        columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
        connection.execute(f"INSERT INTO {table} SELECT {columns} FROM new.{table}")  # noqa: S608 - constants
    connection.commit()
    connection.close()
    with Casebook.open(old) as casebook:
        assert [text.id for text in casebook.documents()] == ["D1"]
        assert [m.name for m in casebook.search("belmonte")] == ["Ana Belmonte Ruiz"]
        casebook.remove("D1")
        assert casebook.search("belmonte") == []
    connection = sqlite3.connect(old)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
    connection.close()


def test_a_migration_that_fails_leaves_the_casebook_as_it_was(tmp_path: Path) -> None:
    """All steps of a migration are one transaction: a half migrated casebook cannot exist."""
    path = tmp_path / "casebook.db"
    connection = sqlite3.connect(path)
    connection.executescript(migrations()[0])
    connection.executescript("DROP TABLE mention;")  # the second step begins, and cannot end
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        Casebook.open(path)
    assert path.read_bytes() == before


FILLING = """
import resource, sys
from pathlib import Path
from graph.casebook import Casebook
from graph.errors import CasebookError
from graph.model import Extraction
from tests.support import document

limit = int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
with Casebook.open(Path(sys.argv[1]), create=True) as casebook:
    try:
        for number in range(1000):
            casebook.add(document(f"D{number:04}", "Nothing happened here. " * 400), Extraction())
            print(f"D{number:04}", flush=True)
    except CasebookError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
"""


def fill_up(path: Path, limit: int = 0) -> tuple[list[str], str]:
    """Add documents until the disk is full; return the ids that were reported as stored, and the message."""
    command = [sys.executable, "-c", FILLING, str(path), str(limit)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    return done.stdout.split(), done.stderr


def check_full(path: Path, limit: int = 0) -> None:
    """Fill the disk; all that was reported as stored is there, and the message is one line."""
    stored, message = fill_up(path, limit)
    assert message.startswith(f"{path}: the disk ")
    assert message.count("\n") == 1
    assert "all documents stored before are kept" in message
    assert 0 < len(stored) < 1000
    assert ids(path) == stored


def test_a_file_that_may_not_grow_keeps_whole_documents(tmp_path: Path) -> None:
    """Where a limit on the file's size is reached, what was stored before is kept."""
    check_full(tmp_path / "casebook.db", resource.getpagesize() * 200)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of two megabytes; only root can."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root; the test of a limited file covers most of it")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_keeps_whole_documents(small_disk: Path) -> None:
    """When the disk is full, the import ends with one line, and what was stored before is kept."""
    check_full(small_disk / "casebook.db")


READING = """
import os, sys
from pathlib import Path
from graph.casebook import Casebook
from graph.casebook.connection import migrations
from graph.errors import CasebookError
from graph.model import Extraction
from tests.support import document

migrations()  # read while the package can be
if os.getuid() == 0:
    os.setuid(65534)  # permissions do not bind root
with Casebook.open(Path(sys.argv[1])) as casebook:
    print([text.id for text in casebook.documents()])
    try:
        casebook.add(document("D2", "Nothing."), Extraction())
    except CasebookError as error:
        print(error)
try:
    Casebook.open(Path(sys.argv[1]).with_name("new.db"), create=True)
except CasebookError as error:
    print(error)
"""


def test_a_read_only_folder_can_be_read() -> None:
    """A casebook on a read-only disk answers; writing to it says in one line why it cannot."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "casebook.db"
        fill(path)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        command = [sys.executable, "-c", READING, str(path)]
        done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
        path.parent.chmod(0o755)
    held, writing, creating = done.stdout.splitlines()
    assert held == "['D1']"
    assert writing == f"{path}: the casebook or its folder cannot be written; check the permissions"
    assert creating.endswith("new.db: the casebook cannot be opened; check that the folder exists and the permissions")
