"""How fast documents come into a casebook, end to end, and how much memory that takes.

    python benchmarks/import_speed.py [FOLDER] [--times N]

Runs ``vinculo import`` in a process of its own on the documents of FOLDER; without FOLDER on the repository's seeds,
repeated under other ids. First one worker imports a quarter of the documents, all of them, and all of them N times
under other ids: memory is flat if it does not grow with them. Then two workers import the largest of these. The same
documents are also read and cut into words and nothing else, on the same machine in the same minute: the ratio of the
two says more than the seconds.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.documents import read
from graph.model import Document

SEEDS = Path(__file__).parents[1] / "seeds"
MIB = 2**20
MB = 1e6
SYNTHETIC = 4 * MIB
MEASURED = """
import resource, sys
from graph.cli.app import run
code = run(sys.argv[1:])
own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(own.ru_utime + own.ru_stime, workers.ru_utime + workers.ru_stime, own.ru_maxrss, workers.ru_maxrss)
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one import took."""

    seconds: float
    own: float  # seconds of the processor: of the process that reads and stores
    workers: float  # and of all others together
    memory: float  # peak in MiB: of the first process
    worker_memory: float  # and of the largest other
    casebook: float  # MiB


def documents(folder: Path | None) -> list[tuple[str, str]]:
    """Return id and text of the documents."""
    if folder:
        return [(item.id, item.text) for item in read([folder]) if isinstance(item, Document)]
    seeds = [(file.parent.name, file.read_text(encoding="utf-8")) for file in sorted(SEEDS.glob("*/document.txt"))]
    copies = SYNTHETIC // sum(len(text.encode()) for _, text in seeds)
    return [(f"{name}-{number}", text) for number in range(copies) for name, text in seeds]


def repeated(chosen: list[tuple[str, str]], times: int) -> Iterable[tuple[str, str]]:
    """Give documents again and again under other ids."""
    return ((f"{name}.{number}" if number else name, text) for number in range(times) for name, text in chosen)


def tokenise(texts: Iterable[str]) -> float:
    """Return the seconds of the processor that it takes to cut the texts into words and count them."""
    start = time.process_time()
    words: Counter[str] = Counter()
    for text in texts:
        words.update(re.findall(r"\w+", text))
    return time.process_time() - start


def import_all(chosen: list[tuple[str, str]], times: int, jobs: int) -> Run:
    """Import documents from one file into a new casebook."""
    with tempfile.TemporaryDirectory() as name:
        lines, casebook = Path(name) / "documents.jsonl", Path(name) / "casebook.db"
        with lines.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": i, "text": t}) + "\n" for i, t in repeated(chosen, times))
        command = [sys.executable, "-c", MEASURED, "--casebook", str(casebook), "import", str(lines), "--json"]
        start = time.perf_counter()
        done = subprocess.run([*command, "--jobs", str(jobs)], capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
        if done.returncode:
            sys.exit(done.stderr[-2000:])
        own, workers, memory, worker_memory = map(float, done.stdout.split()[-4:])
        unit = MIB if sys.platform == "darwin" else 1024  # peaks are in KiB, on macOS in bytes
        return Run(seconds, own, workers, memory / unit, worker_memory / unit, casebook.stat().st_size / MIB)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--times", type=int, default=4)
    args = parser.parse_args()
    found = documents(args.folder)
    peer = tokenise(text for _, text in found) / sum(len(text.encode()) for _, text in found)
    for chosen, times in ((found[::4], 1), (found, 1), (found, args.times)):
        size = times * sum(len(text.encode()) for _, text in chosen)
        run = import_all(chosen, times, jobs=1)
        print(f"{len(chosen) * times} documents, {size / MB:.1f} MB, one worker: {run.seconds:.1f} s")
        print(f"  on an idle core: {run.own:.1f} s, {size / MB / run.own:.2f} MB/s")
        print(f"  peak memory {run.memory:.0f} MiB; casebook {run.casebook:.1f} MiB")
        cut = peer * size
        print(f"  cutting into words alone: {cut:.2f} s; the import takes {run.own / cut:.0f} times as long")
    two = import_all(found, args.times, jobs=2)
    busy = max(two.own + two.workers, 2 * two.own) / 2  # both cores share the work, but one process reads and stores
    print(f"  two workers: {two.seconds:.1f} s, {run.seconds / two.seconds:.2f} times as fast")
    print(f"  on two idle cores: {busy:.1f} s at best, {run.own / busy:.2f} times as fast")
    print(f"  peak memory {two.memory:.0f} MiB and {two.worker_memory:.0f} MiB a worker")


if __name__ == "__main__":
    main()
