"""Extraction in this process or in several: in the order of the input, and each document within a time."""

import copyreg
import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import fields
from operator import attrgetter
from types import FrameType, MappingProxyType

from graph.errors import InputError, PluginError
from graph.extract import TimeUp, extract
from graph.model import Claim, Document, Extraction, Mention, Problem, Value
from graph.plugins import HINT

__all__ = ["AHEAD", "SECONDS", "Item", "Outcome", "extract_one", "outcomes"]

SECONDS = 10.0  # that one document may take
AHEAD = 4  # documents a worker may be ahead of the writing, so that memory stays flat

Outcome = Extraction | Problem
Item = Document | Problem


def _read_only(values: dict[str, Value]) -> MappingProxyType[str, Value]:
    return MappingProxyType(values)


# Properties travel to and from the workers; pickle does not know read-only mappings.
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


def _quickly(kind: type[Mention] | type[Claim]) -> None:
    """Let pickle take the values as they are: what a dataclass does for it takes three times as long."""
    values = attrgetter(*[field.name for field in fields(kind)])
    copyreg.pickle(kind, lambda found: (kind, values(found)))


_quickly(Mention)
_quickly(Claim)


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
    waiting: deque[tuple[Item, Future[Outcome] | None]] = deque()
    try:
        for item in items:
            document = item if isinstance(item, Document) and wants(item) else None
            waiting.append((item, pool.submit(extract_one, document, seconds) if document else None))
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
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def extract_one(document: Document, seconds: float = SECONDS) -> Outcome:
    """Extract one document; a document that takes too long or meets a mistake of ours must not cost the others."""
    from graph.extract.mentions.propose import extractors  # noqa: PLC0415 - word lists load with the first document

    extractors()  # before the clock runs: a plug-in may load a model
    try:
        with _time_limit(seconds), _no_collection():
            return extract(document, seconds)
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
