"""``Casebook``: add, replace and remove whole documents with what they say; read everything back in a fixed order."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from graph.casebook import rows
from graph.casebook.connection import connect, translated
from graph.errors import NotFound
from graph.model import Claim, Document, Extraction, Judgement, Mention, Problem

__all__ = ["Casebook", "Holdings"]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a casebook holds, counted."""

    documents: Mapping[str, int]  # by kind
    mentions: Mapping[str, int]  # by kind
    claims: Mapping[str, int]  # by type
    judgements: int
    problems: int  # that reading and extraction reported


class Casebook:
    """What every document says, in one file.

    Use ``Casebook.open``, as a context manager. Each ``add`` and ``remove`` is one transaction: whatever happens to
    the process, the file holds whole documents only. Everything is returned in an order that depends on the documents
    alone, not on when they were added.

    Every method raises ``CasebookError`` if the file cannot be read or written.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take an open connection; use ``Casebook.open``."""
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = False, patience: float = 5.0) -> Self:
        """Open the casebook at ``path``.

        Args:
            path: the file.
            create: begin a new one if there is none.
            patience: seconds to wait for another process that writes.
        """
        return cls(path, connect(path, create=create, patience=patience))

    def __enter__(self) -> Self:
        """Give the casebook."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; SQLite folds the write-ahead log into it."""
        with translated(self.path):
            self._connection.close()

    def holds(self, document: Document, extractor: str = "") -> bool:
        """Tell whether this very text was added under this id, by this version of the extractor."""
        query = "SELECT 1 FROM document WHERE id = ? AND sha256 = ? AND extractor = ?"
        return any(self._select(query, document.id, document.sha256, extractor))

    def source_of(self, document_id: str) -> str:
        """Return the file that a document came from, as it was given; "" if there is no such document."""
        return next((row[0] for row in self._select("SELECT source FROM document WHERE id = ?", document_id)), "")

    def add(
        self, document: Document, extraction: Extraction | rows.Said, extractor: str = ""
    ) -> Literal["added", "unchanged", "replaced"]:
        """Store a document with what it says, in place of all that an earlier text under its id said.

        ``extractor`` is the version of what read and extracted it: a newer one does so again.
        """
        if self.holds(document, extractor):
            return "unchanged"
        said = rows.said(extraction) if isinstance(extraction, Extraction) else extraction
        with self._transaction():
            replaced = self._delete(document.id)
            number = self._insert(rows.document_row(document, said.problems, extractor))
            self._insert_many("mention", rows.MENTION_COLUMNS, number, said.mentions)
            self._insert_many("claim", rows.CLAIM_COLUMNS, number, said.claims)
        return "replaced" if replaced else "added"

    def remove(self, document_id: str) -> None:
        """Retract a document: exactly what it said is gone, and its text is overwritten in the file.

        Judgements about its mentions stay; they have no effect without it.

        Raises:
            NotFound: if there is no such document.
        """
        with self._transaction():
            if not self._delete(document_id):
                raise NotFound(f"{self.path}: no document {document_id!r}; 'vinculo status --documents' lists them")
            # Drops what the index of names still holds of deleted rows.
            self._connection.execute("INSERT INTO name_index (name_index) VALUES ('optimize')")
        with translated(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def documents(self) -> list[Document]:
        """All documents, by id."""
        query = f"SELECT {_names(rows.DOCUMENT_COLUMNS)} FROM document ORDER BY id"  # noqa: S608 - constants
        return [rows.document_from(row) for row in self._select(query)]

    def document(self, document_id: str) -> Document | None:
        """One document by its id; None if there is no such document."""
        query = f"SELECT {_names(rows.DOCUMENT_COLUMNS)} FROM document WHERE id = ?"  # noqa: S608 - constants
        return next((rows.document_from(row) for row in self._select(query, document_id)), None)

    def titles(self) -> list[tuple[str, str, str, str]]:
        """Id, kind, date and title of all documents, by id."""
        return list(self._select("SELECT id, kind, date, title FROM document ORDER BY id"))

    def mentions(self) -> list[Mention]:
        """All mentions, by document and in the order in which they were found there."""
        return [rows.mention_from(row) for row in self._said("mention", rows.MENTION_COLUMNS)]

    def claims(self) -> list[Claim]:
        """All claims, by document and in the order in which they were found there."""
        return [rows.claim_from(row) for row in self._said("claim", rows.CLAIM_COLUMNS)]

    def judgements(self) -> list[Judgement]:
        """All decisions about identity, in the order in which they were made."""
        query = f"SELECT {_names(rows.JUDGEMENT_COLUMNS)} FROM judgement ORDER BY number"  # noqa: S608 - constants
        return [rows.judgement_from(row) for row in self._select(query)]

    def search(self, name: str, limit: int = 100) -> list[Mention]:
        """Mentions whose name holds all words of ``name``: any case, accents optional, words by their beginnings.

        The best match comes first; among equals the order is by document and place.
        """
        words = [word for word in name.split() if any(map(str.isalnum, word))]
        if not words:
            return []
        pattern = " ".join('"' + word.replace('"', '""') + '"*' for word in words)
        query = (
            f"SELECT {_said('mention', rows.MENTION_COLUMNS)} "
            "JOIN name ON name.name = mention.name JOIN name_index ON name_index.rowid = name.number "
            "WHERE name_index MATCH ? ORDER BY bm25(name_index), name.name, document.id, mention.number LIMIT ?"
        )
        return [rows.mention_from(row) for row in self._select(query, pattern, limit)]

    def problems(self) -> list[tuple[str, Problem]]:
        """Documents' ids with each problem that reading or extracting them reported, in the order of the documents."""
        query = "SELECT id, problems, extraction_problems FROM document ORDER BY id"
        return [
            (document, problem)
            for document, *stored in self._select(query)
            for text in stored
            for problem in rows.problems_from(text)
        ]

    def holdings(self) -> Holdings:
        """Count what the casebook holds."""
        with self.snapshot():
            problems = "SELECT sum(json_array_length(problems) + json_array_length(extraction_problems)) FROM document"
            return Holdings(
                documents=self._count("document", "kind"),
                mentions=self._count("mention", "kind"),
                claims=self._count("claim", "type"),
                judgements=next(self._select("SELECT count(*) FROM judgement"))[0],
                problems=next(self._select(problems))[0] or 0,
            )

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all reads inside see one state, whatever another process imports meanwhile."""
        with self._transaction("DEFERRED"):
            yield

    @contextmanager
    def _transaction(self, mode: Literal["IMMEDIATE", "DEFERRED"] = "IMMEDIATE") -> Iterator[None]:
        with translated(self.path):
            self._connection.execute(f"BEGIN {mode}")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself rolls back when the disk is full
                    self._connection.execute("ROLLBACK")
                raise

    def _select(self, query: str, *values: str | int) -> Iterator[rows.Row]:
        with translated(self.path):
            yield from self._connection.execute(query, values)

    def _said(self, table: str, columns: tuple[str, ...]) -> Iterator[rows.Row]:
        return self._select(f"SELECT {_said(table, columns)} ORDER BY document.id, {table}.number")

    def _count(self, table: str, column: str) -> dict[str, int]:
        return dict(self._select(f"SELECT {column}, count(*) FROM {table} GROUP BY 1 ORDER BY 1"))  # noqa: S608 - constants

    def _delete(self, document_id: str) -> bool:
        return self._connection.execute("DELETE FROM document WHERE id = ?", (document_id,)).rowcount > 0

    def _insert(self, row: rows.Row) -> int:
        columns = (*rows.DOCUMENT_COLUMNS, "extractor", "extraction_problems")
        cursor = self._connection.execute(_insert_into("document", columns), row)
        return cursor.lastrowid or 0

    def _insert_many(self, table: str, columns: tuple[str, ...], number: int, found: Iterable[rows.Row]) -> None:
        self._connection.executemany(_insert_into(table, columns), ((number, *row) for row in found))


def _names(columns: tuple[str, ...]) -> str:
    """Quote the columns' names: some are words of SQL."""
    return ", ".join(f'"{column}"' for column in columns)


def _said(table: str, columns: tuple[str, ...]) -> str:
    """Give the columns of mentions or claims, the first of which is the document's id, and where they come from."""
    others = ", ".join(f'{table}."{column}"' for column in columns[1:])
    return f"document.id, {others} FROM {table} JOIN document ON document.number = {table}.document"


def _insert_into(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({_names(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - constants
