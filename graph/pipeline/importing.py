"""Files → casebook: read, extract, store, one document at a time."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.casebook import Casebook, Said
from graph.documents import read
from graph.model import Document, Problem
from graph.pipeline.workers import SECONDS, Outcome, outcomes
from graph.plugins import MENTIONS, READERS, plugins

__all__ = ["ImportSummary", "extractor_version", "import_paths"]


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What one import did."""

    added: int = 0  # documents
    unchanged: int = 0
    replaced: int = 0
    mentions: int = 0  # in the documents that were added or replaced
    claims: int = 0
    problems: int = 0  # in what was imported, such as an unreadable date
    unread: int = 0  # files, and documents in them, that could not be imported


def import_paths(
    casebook: Casebook,
    paths: Iterable[Path],
    *,
    jobs: int = 1,
    seconds: float = SECONDS,
    on_problem: Callable[[Problem], None] = lambda _: None,
    on_document: Callable[[Document], None] = lambda _: None,
) -> ImportSummary:
    """Read files and folders, extract what the documents say, and store it, one document at a time.

    Whatever cannot be read or takes too long is reported and left out; all others are stored. The casebook's content
    does not depend on the order of the paths or on ``jobs``.

    Args:
        casebook: opened for writing.
        paths: files and folders.
        jobs: number of processes that extract.
        seconds: that the extraction of one document may take.
        on_problem: called with every problem as it is found.
        on_document: called after every document, stored or not.

    Raises:
        CasebookError: if the casebook cannot be written; the documents stored before are kept.
    """
    intake = _Intake(casebook, on_problem)
    with closing(outcomes(read(paths), intake.wants, jobs, seconds)) as found:
        for item, outcome in found:
            if isinstance(item, Problem):
                intake.reject(item)
            else:
                intake.take(item, outcome)
                on_document(item)
    return intake.summary()


class _Intake:
    """Stores the outcomes and counts."""

    def __init__(self, casebook: Casebook, on_problem: Callable[[Problem], None]) -> None:
        self._casebook = casebook
        self._on_problem = on_problem
        self._counts: Counter[str] = Counter()

    def wants(self, document: Document) -> bool:
        """Tell whether the document has to be extracted."""
        return not self._casebook.holds(document, extractor_version())

    def reject(self, problem: Problem) -> None:
        """Report something that is not stored."""
        self._counts["unread"] += 1
        self._on_problem(problem)

    def take(self, document: Document, outcome: Outcome | None) -> None:
        """Store a document with what was found in it; ``None`` if the casebook held it already."""
        if isinstance(outcome, Problem):
            self.reject(outcome)
            return
        if outcome is None:
            self._counts["unchanged"] += 1
        else:
            self._store(document, outcome)
        for problem in document.problems:
            self._report(problem)

    def summary(self) -> ImportSummary:
        """Give the counts."""
        return ImportSummary(**self._counts)

    def _store(self, document: Document, said: Said) -> None:
        before = self._casebook.source_of(document.id)
        done = self._casebook.add(document, said, extractor_version())
        self._counts[done] += 1
        if done == "unchanged":  # the same file twice in one import
            return
        self._counts["mentions"] += len(said.mentions)
        self._counts["claims"] += len(said.claims)
        if before not in {"", document.source}:
            self._report(Problem(document.source, f"takes the place of {before}, which has the same id {document.id}"))
        for problem in said.problems:
            self._report(problem)

    def _report(self, problem: Problem) -> None:
        self._counts["problems"] += 1
        self._on_problem(problem)


@cache
def extractor_version() -> str:
    """Digest of all code, rules, word lists and plug-ins that make a document's mentions and claims out of a file.

    Raises:
        InputError: a plug-in cannot be loaded.
    """
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for part in ("model.py", "names.py", "ontology.py", "ontology.yaml", "documents", "extract"):
        root = package / part
        for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    for group in (READERS, MENTIONS):
        for plugin in plugins(group):
            digest.update(f"\0{group} {plugin.version}".encode())
    return digest.hexdigest()[:16]
