"""Joins the stages: files → casebook, and casebook → network. The only place that knows them all."""

import copyreg
import hashlib
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType, MappingProxyType
from typing import NamedTuple

from graph.casebook import Casebook
from graph.documents import read
from graph.errors import InputError
from graph.extract import extract
from graph.identify import identify
from graph.model import Document, Extraction, Network, Problem
from graph.network import build

__all__ = ["ImportSummary", "extractor_version", "import_paths", "load_network"]

SECONDS = 10.0  # that one document may take
AHEAD = 4  # documents a worker may be ahead of the writing, so that memory stays flat

Outcome = Extraction | Problem
Item = Document | Problem

# Read-only mappings travel to and from the workers.
copyreg.pickle(MappingProxyType, lambda mapping: (MappingProxyType, (dict(mapping),)))


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


def load_network(casebook: Casebook) -> Network:
    """Compute the network of all that the casebook's documents say."""
    with casebook.snapshot():
        documents, mentions, claims = casebook.documents(), casebook.mentions(), casebook.claims()
        judgements = casebook.judgements()
    # Filters by clearance and confidence belong here: before identities, so that nothing that is computed from now on
    # depends on what they withhold.
    return build(documents, identify(mentions, claims, judgements), claims)


def import_paths(
    casebook: Casebook,
    paths: Iterable[Path],
    *,
    jobs: int = 1,
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
        on_problem: called with every problem as it is found.
        on_document: called after every document, stored or not.

    Raises:
        CasebookError: if the casebook cannot be written; the documents stored before are kept.
    """
    intake = _Intake(casebook, on_problem)
    with closing(_outcomes(read(paths), intake.wants, jobs)) as outcomes:
        for item, outcome in outcomes:
            if isinstance(item, Problem):
                intake.reject(item)
            else:
                intake.take(item, outcome)
                on_document(item)
    return intake.summary()


class _Text(NamedTuple):
    """One of the texts under an id; the greatest is kept."""

    length: int
    sha256: str
    source: str


class _Intake:
    """Stores the outcomes and counts.

    Two texts in one import may have the same id (a cable that circulates in two copies). The longer one is stored,
    whichever comes first; the casebook remembers the other one, so that importing both again changes nothing.
    """

    def __init__(self, casebook: Casebook, on_problem: Callable[[Problem], None]) -> None:
        self._casebook = casebook
        self._on_problem = on_problem
        self._counts: Counter[str] = Counter()
        self._seen: dict[str, list[_Text]] = {}

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
        text = _Text(len(document.text), document.sha256, document.source)
        rivals = self._seen.setdefault(document.id, [])
        if outcome is None:
            self._counts["unchanged"] += 1
        elif any(rival[:2] > text[:2] for rival in rivals):
            self._set_aside(document.id, text)
        else:
            self._store(document, outcome, rivals)
        rivals.append(text)
        for problem in document.problems:
            self._report(problem)

    def summary(self) -> ImportSummary:
        """Give the counts."""
        return ImportSummary(**self._counts)

    def _store(self, document: Document, extraction: Extraction, rivals: list[_Text]) -> None:
        done = self._casebook.add(document, extraction, extractor_version())
        self._counts[done] += 1
        if done == "unchanged":  # the same file twice in one import
            return
        self._counts["mentions"] += len(extraction.mentions)
        self._counts["claims"] += len(extraction.claims)
        for rival in rivals:
            self._set_aside(document.id, rival)
        for problem in extraction.problems:
            self._report(problem)

    def _set_aside(self, document_id: str, text: _Text) -> None:
        self._casebook.set_aside(document_id, text.sha256)
        self._report(Problem(text.source, f"another file holds a longer text of {document_id}, which was kept instead"))

    def _report(self, problem: Problem) -> None:
        self._counts["problems"] += 1
        self._on_problem(problem)


def _outcomes(
    items: Iterable[Item], wants: Callable[[Document], bool], jobs: int
) -> Iterator[tuple[Item, Outcome | None]]:
    """Extract the documents that are wanted; everything comes in the order of ``items``."""
    if jobs == 1:
        for item in items:
            yield item, (_extract(item) if isinstance(item, Document) and wants(item) else None)
        return
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _prepare_worker)
    waiting: deque[tuple[Item, Future[Outcome] | None]] = deque()
    try:
        for item in items:
            wanted = isinstance(item, Document) and wants(item)
            waiting.append((item, pool.submit(_extract, item) if wanted else None))
            if len(waiting) > AHEAD * jobs:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())
    except BrokenProcessPool as error:
        raise InputError("a worker process was ended from outside (out of memory?); try again with --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(item: Item, future: Future[Outcome] | None) -> tuple[Item, Outcome | None]:
    return item, (future.result() if future else None)


def _prepare_worker() -> None:
    """Leave Ctrl-C to the main process, and end when that has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()


def _extract(document: Document) -> Outcome:
    """Extract one document; a document that takes too long or meets a mistake of ours must not cost the others."""
    try:
        with _time_limit(SECONDS):
            return extract(document, SECONDS)
    except TimeoutError:
        return Problem(document.source, f"took longer than {SECONDS:g} seconds and was left out")
    except Exception as error:  # noqa: BLE001 - the one fence around extraction
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Problem(document.source, f"could not be extracted and was left out; please report this: {what}")


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise ``TimeoutError`` when the time is up, where the system has a clock that interrupts."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@cache
def extractor_version() -> str:
    """Digest of all code, rules and word lists that make a document's mentions and claims out of a file."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for part in ("model.py", "names.py", "ontology.py", "ontology.yaml", "documents", "extract"):
        root = package / part
        for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]
