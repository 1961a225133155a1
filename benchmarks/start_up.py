"""How long the command line takes to answer ``--version`` and ``--help``.

    python benchmarks/start_up.py

The best and the median of twenty runs, beside what Python alone and the import of Typer take in the same minute.
"""

import statistics
import subprocess
import sys
import time

RUNS = 20
VINCULO = "from graph.cli import main; main()"
COMMANDS = {
    "python": ["-c", "pass"],
    "import typer": ["-c", "import typer"],
    "vinculo --version": ["-c", VINCULO, "--version"],
    "vinculo --help": ["-c", VINCULO, "--help"],
}


def seconds(words: list[str]) -> float:
    """Run one command; return how long it took."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    for name, words in COMMANDS.items():
        seconds(words)  # warms the cache of files
        taken = sorted(seconds(words) for _ in range(RUNS))
        print(f"{name:<18} best {taken[0] * 1000:4.0f} ms, median {statistics.median(taken) * 1000:4.0f} ms")


if __name__ == "__main__":
    main()
