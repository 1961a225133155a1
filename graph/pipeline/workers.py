"""Extraction in this process or in several: in the order of the input, and each document within a time."""

import copyreg
import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from types import FrameType, MappingProxyType

from graph.casebook import Said, said
from graph.errors import InputError, PluginError
from graph.extract import TimeUp, extract
from graph.model import Document, Problem, Value
from graph.plugins import HINT

__all__ = ["AHEAD", "SECONDS", "Item", "Outcome", "extract_one", "outcomes"]

SECONDS = 10.0  # that one document may take
TOGETHER = 4  # documents at most that go to a worker at once …
CHARACTERS = 40_000  # … and the length from which on they are enough
AHEAD = 4 * TOGETHER  # documents a worker may be ahead of the writing, so that memory stays flat

Outcome = Said | Problem
Item = Document | Problem


def _read_only(values: dict[str, Value]) -> MappingProxyType[str, Value]:
    return MappingProxyType(values)


# What a JSON line adds to a document travels to the workers; pickle does not know read-only mappings.
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


def outcomes(
    items: Iterable[Item], wants: Callable[[Document], bool], jobs: int, seconds: float = SECONDS
) -> Generator[tuple[Item, Outcome | None], None, None]:
    """Extract the documents that are wanted; everything comes in the order of ``items``.

    Gives each item with what was found in it, ``None`` for a problem and for a document that is not wanted.
    """
    if jobs == 1:
        for item in items:
            yield item, (extract_one(item, seconds) if isinstance(item, Document) and wants(item) else None)
        return
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _prepare_worker)
    waiting: deque[tuple[Sequence[Item], Future[list[Outcome | None]]]] = deque()
    try:
        for some in _together(items):
            wanted = [item if isinstance(item, Document) and wants(item) else None for item in some]
            waiting.append((some, pool.submit(_extract_all, wanted, seconds)))
            if len(waiting) * TOGETHER >= AHEAD * jobs:
                yield from _finished(*waiting.popleft())
        while waiting:
            yield from _finished(*waiting.popleft())
    except BrokenProcessPool as error:
        raise InputError("a worker process was ended from outside (out of memory?); try again with --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _together(items: Iterable[Item]) -> Iterator[Sequence[Item]]:
    """Put short documents together: handing them over one by one would take as long as reading them."""
    some: list[Item] = []
    length = 0
    for item in items:
        some.append(item)
        length += len(item.text) if isinstance(item, Document) else 0
        if len(some) == TOGETHER or length >= CHARACTERS:
            yield some
            some, length = [], 0
    if some:
        yield some


def _finished(some: Sequence[Item], future: Future[list[Outcome | None]]) -> Iterator[tuple[Item, Outcome | None]]:
    return zip(some, future.result(), strict=True)


def _prepare_worker() -> None:
    """Leave Ctrl-C to the main process, and end when that has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _extract_all(documents: Sequence[Document | None], seconds: float) -> list[Outcome | None]:
    return [extract_one(document, seconds) if document else None for document in documents]


def extract_one(document: Document, seconds: float = SECONDS) -> Outcome:
    """Extract one document; a document that takes too long or meets a mistake of ours must not cost the others."""
    from graph.extract.mentions.propose import extractors  # noqa: PLC0415 - word lists load with the first document

    extractors()  # before the clock runs: a plug-in may load a model
    try:
        with _time_limit(seconds), _no_collection():
            return said(extract(document, seconds))
    except PluginError as error:
        return Problem(document.source, f"was left out: {error}; {HINT}")
    except InputError:  # a plug-in that cannot be used at all: no document's fault
        raise
    except TimeoutError:
        return Problem(document.source, f"took longer than {seconds:g} seconds and was left out")
    except Exception as error:  # noqa: BLE001 - the one fence around extraction
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Problem(document.source, f"could not be extracted and was left out; please report this: {what}")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Look for no cyclic garbage meanwhile: extraction makes a lot of objects and hardly a cycle."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise ``TimeoutError`` when the time is up, where the system has a clock that interrupts."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, stop)
    # Again and again: Python drops an exception that is raised while it collects garbage or finalises an object.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
