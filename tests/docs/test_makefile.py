"""`make` alone is the list of all that can be run."""

import re
import subprocess

from docs.generate import TOP

MAKEFILE = (TOP / "Makefile").read_text(encoding="utf-8")


def test_make_alone_explains_every_target() -> None:
    """Each target of the Makefile is a line of its help, with a sentence of what it does."""
    done = subprocess.run(["make"], cwd=TOP, capture_output=True, encoding="utf-8", check=True)
    explained = re.findall(r"^  ([a-z0-9-]+) +\S", done.stdout, re.MULTILINE)
    (declared,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert sorted(explained) == sorted(declared.split())


def test_an_old_python_is_told_so() -> None:
    """Where no Python is new enough, one line says what to do, and nothing is installed."""
    done = subprocess.run(
        ["make", "setup", "PYTHON=/no/such/python", "VENV=/no/such/venv"],
        cwd=TOP,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Vinculo needs Python 3.11 or newer")
