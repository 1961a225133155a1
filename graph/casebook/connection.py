"""Opening the casebook's file: is it ours, is it of this version, and what went wrong if SQLite says no.

A file that is not a casebook is recognised by its first bytes, before SQLite may touch it.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

from graph.errors import CasebookError

__all__ = ["APPLICATION_ID", "connect", "migrations", "translated"]

APPLICATION_ID = int.from_bytes(b"VINC")
"""Marks an SQLite file as a casebook; stands at byte 68 of the file."""

_MESSAGES = {
    sqlite3.SQLITE_BUSY: "another process is writing to this casebook; try again when it has finished",
    sqlite3.SQLITE_LOCKED: "another process is writing to this casebook; try again when it has finished",
    sqlite3.SQLITE_FULL: "the disk is full; all documents stored before are kept",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written (full or damaged?); all documents stored before are kept",
    sqlite3.SQLITE_READONLY: "the casebook or its folder cannot be written; check the permissions",
    sqlite3.SQLITE_CANTOPEN: "the casebook cannot be opened; check that the folder exists and the permissions",
    sqlite3.SQLITE_PERM: "the casebook cannot be opened; check the permissions",
    sqlite3.SQLITE_NOTADB: "this is not a casebook",
    sqlite3.SQLITE_CORRUPT: "the casebook is damaged; restore it from a copy, or import the documents into a new one",
    sqlite3.SQLITE_TOOBIG: "a document is too large for the casebook",
}


@cache
def migrations() -> tuple[str, ...]:
    """SQL scripts in order: script number *i* (from 0) makes version *i + 1* out of version *i*."""
    folder = files("graph.casebook").joinpath("migrations")
    scripts = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(script.read_text(encoding="utf-8") for script in scripts)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the file or the disk into a ``CasebookError`` of one line."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the higher bits are details
        if code not in _MESSAGES:
            raise
        raise CasebookError(f"{path}: {_MESSAGES[code]}") from error


def connect(path: Path, *, create: bool, patience: float) -> sqlite3.Connection:
    """Open a casebook, or with ``create`` begin one; wait ``patience`` seconds for another process that writes.

    The connection is in autocommit mode: whoever writes says ``BEGIN`` and ``COMMIT``.

    Raises:
        CasebookError: if there is none (and ``create`` is false), the file is something else, newer than this
            version of Vinculo, locked or damaged, or the folder cannot be written.
    """
    blank = _is_blank(path)
    if blank and not create:
        raise CasebookError(
            f"{path}: there is no casebook yet; make one with 'vinculo --casebook {path} import FOLDER'"
        )
    with translated(path):
        connection = sqlite3.connect(_address(path, create=create), uri=True, isolation_level=None, timeout=patience)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten
            connection.execute("PRAGMA synchronous = NORMAL")  # a crash of the machine may cost the last documents only
            _migrate(connection, path)
            if create:
                connection.execute("PRAGMA journal_mode = WAL")  # read while another process imports
        except BaseException:
            connection.close()
            raise
    return connection


def _is_blank(path: Path) -> bool:
    """Tell whether there is nothing at this path yet; raise if there is something else than a casebook."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise CasebookError(f"{path}: the casebook cannot be opened: {error.strerror}") from error
    if header and not (header.startswith(b"SQLite format 3\0") and header[68:72] == APPLICATION_ID.to_bytes(4)):
        raise CasebookError(f"{path}: this is not a casebook; name another file with --casebook")
    return not header


def _address(path: Path, *, create: bool) -> str:
    """Give the file's URI; in a folder that cannot be written it is still read, if no other process writes there."""
    if create:
        mode = "mode=rwc"
    elif os.access(path.absolute().parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
        mode = "mode=rw"
    else:
        mode = "immutable=1"
    return f"{path.absolute().as_uri()}?{mode}"


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the tables to this version, all steps in one transaction."""
    if _version(connection) > len(migrations()):
        raise CasebookError(
            f"{path}: a newer version of Vinculo made this casebook; update with 'pip install -U vinculo'"
        )
    if _version(connection) == len(migrations()):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in migrations()[_version(connection) :]:  # asked again: another process may have been faster
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations())}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    with closing(connection.execute("PRAGMA user_version")) as cursor:
        version: int = cursor.fetchone()[0]
    return version


def _statements(script: str) -> Iterator[str]:
    """Split a script: sqlite3's own ``executescript`` would commit first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
