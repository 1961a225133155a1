"""docs/rules.md: whoever follows it gets what it says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from docs.generate import DOCS, TOP
from graph.extract.language.shapes import check, check_pair

PAGE = (DOCS / "rules.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(?:yaml|text)\n# (graph/extract/\S+)\n(.*?)```", PAGE, re.DOTALL)
EVENT = next(block for file, block in BLOCKS if file.endswith("events.yaml"))
TEXT = (
    "The birdwatcher Norvik Brelta told the Lorvik Watch and the Tarma Aquarium. "
    "The Harbour Council censured Ana Ruiz. Marta Lopez, the guarantor of Luis Caro Diaz, was not there."
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a copy of the project with all that the page adds to rule files and word lists."""
    folder = tmp_path_factory.mktemp("copy")
    for part in ("graph", "tests", "docs"):
        shutil.copytree(TOP / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "images"))
    shutil.copy(TOP / "pyproject.toml", folder)
    for file, block in BLOCKS:
        with (folder / file).open("a", encoding="utf-8") as edited:
            edited.write(block)
    return folder


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a copy of the project."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_rules_on_the_page_pass_their_own_proof(copy: Path) -> None:
    """Each rule that the page adds finds its examples and leaves its near misses, by the tests of ``make rules``."""
    tests = ["tests/extract/test_rules.py", "tests/extract/test_affiliations.py"]
    done = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "censure or guarantor", *tests)
    assert done.returncode == 0, done.stdout
    passed = re.match(r"(\d+) passed", done.stdout.splitlines()[-1])
    assert passed
    assert int(passed[1]) >= len(re.findall(r"finds: \[|^ +- \"\[", PAGE, re.MULTILINE))


def test_the_words_on_the_page_are_found(copy: Path) -> None:
    """Each word that the page adds makes the text say more, and ``explain`` names the rule and its file."""
    (copy / "a.txt").write_text(f"Fish\n\nMay 4, 2009\n\n{TEXT}\n", encoding="utf-8")
    code = "from graph.cli.app import run; raise SystemExit(run(['explain', 'a.txt', '1', '--json']))"
    explained = json.loads(run(copy, "-c", code).stdout)
    told = {m["name"]: (m["rule"], m["rules"][0]["file"]) for m in explained["mentions"]}
    assert told["Lorvik Watch"] == ("organization: known name", "rules/names.yaml")
    assert told["Tarma Aquarium"] == ("organization: head noun", "rules/names.yaml")
    assert told["Norvik Brelta"][0].startswith("person: title")
    assert told["Censure of Ana Ruiz"] == ("censure", "rules/events.yaml")
    assert "guarantor" in {claim["rule"] for claim in explained["claims"]}


def test_the_mistakes_on_the_page_are_told_so() -> None:
    """The page shows the lines that such mistakes give."""
    lines = [line.removeprefix("Error: ") for line in PAGE.splitlines() if line.startswith("Error: graph/extract/")]
    verb = next(iter(check("rules/events.yaml", yaml.safe_load(EVENT.replace("verbs:", "verb:")))))
    kind = next(
        iter(check("rules/events.yaml", yaml.safe_load(EVENT.replace("patient: [person]", "patient: [persn]"))))
    )
    word = check_pair("organizations", "Lorvik Watch")
    assert f"graph/extract/rules/events.yaml, {verb}".startswith(lines[0].removesuffix(" …"))
    assert lines[1] == f"graph/extract/rules/events.yaml, {kind}"
    assert re.fullmatch(rf"graph/extract/words/organizations.txt, line \d+: {re.escape(word)}", lines[3])


def test_every_file_on_the_page_exists() -> None:
    """The page names files that are there, and all rule files."""
    named = set(re.findall(r"`(rules/\w+\.yaml|words/\w+\.yaml)`", PAGE))
    assert {name for name in named if not (TOP / "graph" / "extract" / name).exists()} == set()
    assert {f"rules/{path.name}" for path in (TOP / "graph" / "extract" / "rules").iterdir()} <= named
