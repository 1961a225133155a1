"""Rule files and word lists: what is wrong in one is told in a line with file and place."""

import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from graph.errors import RuleError
from graph.extract.affiliations.affiliation_rules import checked, rules
from graph.extract.language.rule_files import entries, load_yaml
from graph.extract.language.rule_index import RULE_FILES, rule_index
from graph.extract.language.shapes import check, check_pair

DATA = Path(str(files("graph.extract")))
YAML = [f"{path.parent.name}/{path.name}" for path in sorted(DATA.glob("*/*.yaml"))]
TOP = Path(__file__).parents[2]
EVENT: dict[str, Any] = {
    "id": "x", "finds": "f", "type": "x", "title": "X", "agent": ["person"], "patient": ["person"],
    "examples": [], "near_misses": [],
}  # fmt: skip
OFFICES: dict[str, Any] = {
    "classes": {"head": {"says": {"org": "HEAD_OF", "place": "-"}, "words": ["chief"]}},
    "kin": {"words": ["son"]}, "plurals": {"sons": "son"}, "modifiers": {"former": ["late"]}, "fields": [],
}  # fmt: skip


@pytest.mark.parametrize("path", YAML)
def test_every_file_is_as_it_must_be(path: str) -> None:
    """The files that come along have nothing wrong."""
    assert list(check(path, load_yaml(path))) == []


def test_every_list_is_read() -> None:
    """So do the word lists."""
    assert all(list(entries(path.stem)) for path in DATA.glob("words/*.txt"))


@pytest.mark.parametrize(
    ("path", "raw", "wrong"),
    [
        ("rules/events.yaml", {}, "line 1: this is no list of rules"),
        ("rules/events.yaml", ["x"], "rule number 1: this is no rule; write 'id: …' and the other keys"),
        ("rules/events.yaml", [{**EVENT, "verb": ["go"]}], "rule 'x': there is no key 'verb'; there are id, finds, "),
        ("rules/events.yaml", [{k: v for k, v in EVENT.items() if k != "title"}],
         "rule 'x': the key 'title' is missing"),
        ("rules/events.yaml", [{**EVENT, "toward": [True]}], "rule 'x', toward: True: it is no text; put it in quotes"),
        ("rules/events.yaml", [{**EVENT, "verbs": "go"}], "rule 'x', verbs: 'go' is no list; write [a, b] or one "),
        ("rules/events.yaml", [{**EVENT, "agent": ["persn"]}], "rule 'x', agent: there is no kind 'persn' in"),
        ("rules/events.yaml", [{**EVENT, "doer": "DID"}], "rule 'x', doer: there is no relation 'DID' in the ontology"),
        ("rules/events.yaml", [{**EVENT, "by_name": "x"}], "rule 'x', by_name: 'x' is none of patient, agent, none"),
        ("rules/events.yaml", [EVENT, EVENT], "rule 'x': there are two rules of this name"),
        ("rules/events.yaml", [{**EVENT, "examples": ["go"]}], "rule 'x', examples: example 1 needs a text "),
        ("rules/events.yaml", [{**EVENT, "examples": [{"text": "t", "finds": "f"}]}],
         "rule 'x', examples: example 1, finds: 'f' is no list"),
        ("rules/affiliations.yaml", {"rules": [{"id": "x", "finds": "f", "patterns": [], "examples": [],
         "near_misses": [], "link": "PERSON ORG"}]}, "rule 'x', link: 'PERSON ORG' is no link; write SLOT TYPE SLOT"),
        ("rules/affiliations.yaml", {"rules": [{"id": "x", "finds": "f", "patterns": [], "examples": [],
         "near_misses": [], "links": ["PERSON HEADS ORG"]}]}, "rule 'x', links: there is no relation 'HEADS'"),
        ("rules/affiliations.yaml", {"rules": [{"id": "x", "finds": "f", "patterns": [], "examples": [],
         "near_misses": [], "told": "yes"}]}, "rule 'x', told: 'yes' is neither true nor false"),
        ("rules/mentions.yaml", {"x": {"weight": "3", "says": "s", "examples": [], "near_misses": []}},
         "rule 'x', weight: '3' is no number"),
        ("words/hedges.yaml", {"alleged": ["a"]}, "list 'alleged': ['a']: it is no text"),
        ("words/hedges.yaml", [], "line 1: these are no word lists; write 'name: word word …'"),
        ("words/offices.yaml", {**OFFICES, "plurals": {"men": "man"}}, "plural 'men': no class has the word 'man'"),
        ("words/offices.yaml", {**OFFICES, "modifiers": {"former": "late"}}, "modifiers 'former': 'late' is no list"),
        ("words/offices.yaml", {**OFFICES, "kin": {"words": [False]}}, "class 'kin', words: False: it is no text"),
        ("words/offices.yaml", {"classes": {}}, "line 1: the keys are classes, kin, plurals, modifiers, fields"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(path: str, raw: Any, wrong: str) -> None:
    """Each mistake is one line: the rule or list, the key, what is wrong and often what to write."""
    told = list(check(path, raw))
    assert [each for each in told if each.startswith(wrong)], told
    assert not any("\n" in each for each in told)


@pytest.mark.parametrize(
    ("name", "entry", "wrong"),
    [
        ("organizations", "Lorvik Watch", "'Lorvik Watch' says no kind; write 'name: value'"),
        ("acronyms", "QDRV: agancy", "there is no kind 'agancy' in the ontology; the kinds are person, "),
        ("places", "Lorvik: Peru", "'Peru' is no country code of two capital letters"),
        ("organization_heads", "aquarium: organization!", ""),
        ("places", "Lorvik:", ""),
        ("roles", "diver", ""),
    ],
)
def test_an_entry_of_a_list(name: str, entry: str, wrong: str) -> None:
    """A word that needs a kind or a country has one that there is."""
    told = check_pair(name, entry)
    assert told.startswith(wrong)
    assert bool(told) == bool(wrong)


def test_a_pattern_that_cannot_be_read() -> None:
    """A pattern's wording or slot that there is not is named with its rule."""
    with pytest.raises(
        RuleError, match=r"^graph/extract/rules/affiliations.yaml, rule 'x', pattern 'PERSON \{bee\} ORG': "
    ):
        checked("PERSON {bee} ORG", {"be": "is"}, "x")
    assert rules()


def test_a_list_that_is_not_there() -> None:
    """A list that the rules need and somebody took out is named with its file."""
    with pytest.raises(RuleError, match=r"^graph/extract/words/hedges.yaml: the list 'sayings' is missing$"):
        load_yaml("words/hedges.yaml")["sayings"]


def test_no_two_rules_have_one_name() -> None:
    """What a claim names is one rule, in whatever file."""
    assert len(rule_index()) == sum(len(list(_ids(name))) for name in RULE_FILES)


def _ids(name: str) -> Any:
    raw = load_yaml(f"rules/{name}.yaml")
    return raw["rules"] if name == "affiliations" else raw


@pytest.mark.parametrize(
    ("file", "added", "message"),
    [
        ("rules/events.yaml", "- id: [\n", "events.yaml, line "),
        ("words/acronyms.txt", "QDRV: agancy\n", "acronyms.txt, line "),
        ("words/hedges.yaml", "\nsaying: no\n", "hedges.yaml, list 'saying': False: it is no text"),
        ("words/participants.yaml", "\nhumans: &x\n", "participants.yaml, list 'humans': None: it is no text"),
        ("rules/affiliations.yaml", ("  - {id: x, finds: f, patterns: ['PERSON {bee} ORG'], link: PERSON LINKED_TO ORG,"
         " examples: [], near_misses: []}\n"),
         "affiliations.yaml, rule 'x', pattern 'PERSON {bee} ORG': there is no wording or slot 'bee'"),
    ],
)  # fmt: skip
def test_an_import_stops_with_one_line(tmp_path: Path, file: str, added: str, message: str) -> None:
    """Whoever edits a file and makes a mistake is told where; no document is imported by half of the rules."""
    shutil.copytree(TOP / "graph", tmp_path / "graph", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "graph" / "extract" / file).open("a", encoding="utf-8") as edited:
        edited.write(added)
    (tmp_path / "a.txt").write_text("Pedro Olmo met Ana Ruiz.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from graph.cli.app import run; raise SystemExit(run(['import', 'a.txt']))"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.startswith("Error: graph/extract/")
    assert done.stderr.count("\n") == 1
