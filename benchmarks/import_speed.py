"""How fast documents come into a casebook, end to end, and how much memory that takes.

    python benchmarks/import_speed.py [FOLDER]

Runs ``vinculo import`` on one core, in a process of its own, on the documents of FOLDER; without FOLDER on the
repository's seeds, repeated under other ids. The same documents are also read and cut into words and nothing else, on
the same machine in the same minute: the ratio of the two says more than the seconds. The import runs on a quarter of
the documents, too: memory is flat if it does not grow with them.
"""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from graph.documents import read
from graph.model import Document

SEEDS = Path(__file__).parents[1] / "seeds"
MIB = 2**20
SYNTHETIC = 4 * MIB
MEASURED = """
import resource, sys
from graph.cli.app import run
code = run(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(code)
"""


def documents(folder: Path | None, share: int) -> list[tuple[str, str]]:
    """Return id and text of one in ``share`` of the documents."""
    if folder:
        found = [(item.id, item.text) for item in read([folder]) if isinstance(item, Document)]
    else:
        seeds = [(file.parent.name, file.read_text(encoding="utf-8")) for file in sorted(SEEDS.glob("*/document.txt"))]
        copies = SYNTHETIC // sum(len(text.encode()) for _, text in seeds)
        found = [(f"{name}-{number}", text) for number in range(copies) for name, text in seeds]
    return found[::share]


def tokenise(texts: list[str]) -> float:
    """Return the seconds of the processor that it takes to cut the texts into words and count them."""
    start = time.process_time()
    words: Counter[str] = Counter()
    for text in texts:
        words.update(re.findall(r"\w+", text))
    return time.process_time() - start


def import_all(lines: Path, casebook: Path) -> tuple[float, float, float]:
    """Import one file into a new casebook; return seconds, seconds of the processor, and the peak of memory in MiB."""
    start = time.perf_counter()
    command = [sys.executable, "-c", MEASURED, "--casebook", str(casebook), "import", str(lines), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    processor, peak = map(float, done.stdout.split()[-2:])  # the peak is in KiB, on macOS in bytes
    return seconds, processor, peak / (MIB if sys.platform == "darwin" else 1024)


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for share in (4, 1):
        chosen = documents(folder, share)
        with tempfile.TemporaryDirectory() as name:
            lines, casebook = Path(name) / "documents.jsonl", Path(name) / "casebook.db"
            lines.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in chosen), encoding="utf-8")
            seconds, processor, memory = import_all(lines, casebook)
            stored = casebook.stat().st_size / MIB
        size = sum(len(text.encode()) for _, text in chosen) / MIB
        peer = tokenise([text for _, text in chosen])
        print(f"{len(chosen)} documents, {size:.1f} MiB: {seconds:.1f} s, {size / seconds:.2f} MiB/s")
        print(f"  on an idle core: {processor:.1f} s, {size / processor:.2f} MiB/s")
        print(f"  peak memory {memory:.0f} MiB; casebook {stored:.1f} MiB")
        print(f"  cutting into words alone: {peer:.2f} s; the import takes {processor / peer:.0f} times as long")


if __name__ == "__main__":
    main()
