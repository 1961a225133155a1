"""``explain``: the decisions behind what is found, as data."""

import ast
from pathlib import Path

import pytest

from graph.documents import read
from graph.extract import extract
from graph.extract.explain import explain
from graph.extract.language.rule_index import RULE_FILES, find_rule
from graph.extract.trace import drop, listening
from graph.model import Document
from tests.extract.marked import marked
from tests.support import document

SEEDS = [each for each in read([Path(__file__).parents[2] / "seeds"]) if isinstance(each, Document)]


def decided(text: str) -> set[tuple[str, str, str]]:
    """Outcome, words and rule of all decisions on a text."""
    return {(each.outcome, each.text, each.rule) for each in explain(document("D1", text)).decisions}


@pytest.mark.parametrize("each", SEEDS, ids=lambda each: each.id)
def test_what_is_explained_is_what_an_import_finds(each: Document) -> None:
    """Listening changes nothing, and every decision cites the document's own words."""
    explanation = explain(each)
    assert explanation.extraction == extract(each)
    assert explanation.decisions
    assert all(each.text[d.start : d.end] == d.text and d.document == each.id for d in explanation.decisions)
    assert list(explanation.decisions) == sorted(explanation.decisions)


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("They spoke of Norvik Brelta in passing.", ("dropped", "Norvik Brelta", "person: several-words")),
        ("They spoke of the Oriente Cartel case.", ("dropped", "Oriente Cartel", "organization: head noun")),
        ("Rodrigo Velnar denied links to the Oriente Cartel.",
         ("dropped", "Rodrigo Velnar denied links to the Oriente Cartel", "linked")),
        ("Rodrigo Velnar fought organized crime in Peru.", ("dropped", "organized crime", "crime")),
        ("Rodrigo Velnar captured the attention of the Harbour Police.", ("dropped", "captured", "arrest")),
        ("The Harbour Police will arrest Rodrigo Velnar.", ("weakened", "will arrest", "")),
        ("Rodrigo Velnar, the alleged head of the Oriente Cartel, left.",
         ("weakened", "Rodrigo Velnar, the alleged head of the Oriente Cartel", "")),
        ("Police found 40 kilos of cocaine under 900 kilos of salt.", ("dropped", "900 kilos", "seizure")),
        ("Police seized a total of 40 kilos of cocaine per year.", ("dropped", "40 kilos", "seizure")),
        ("Police failed to seize 40 kilos of cocaine.", ("dropped", "40 kilos", "seizure")),
        ("Ana Ruiz claimed that the Harbour Police killed Pedro Olmo.", ("weakened", "claimed", "")),
        ("Ana Ruiz killed Pedro Olmo, the prosecutor said.", ("weakened", "said", "")),
        ("Rodrigo Velnar met the press about Pedro Olmo.", ("dropped", "met", "meeting")),
        ("Rodrigo Velnar attended a meeting on Pedro Olmo.", ("dropped", "a meeting", "meeting")),
        ("Rodrigo Velnar was accompanied by his dog.", ("dropped", "was accompanied", "accompany")),
        ("Rodrigo Velnar signed the wall.", ("dropped", "signed", "agreement")),
        ("Rodrigo Velnar signed numerous agreements.", ("dropped", "signed", "agreement")),
        ("In Lima a treaty was signed by everyone.", ("dropped", "was signed", "agreement")),
        ("He spoke of an agreement between Peru and others on Chile.", ("dropped", "an agreement", "agreement")),
        ("Rodrigo Velnar spoke of the Olmo brothers.", ("dropped", "Olmo brothers", "siblings")),
        ("Rodrigo Velnar spoke of the Olmo network.", ("dropped", "the Olmo network", "eponym")),
        ("Judge Rodrigo Velnar spoke of the Velnar government.", ("dropped", "the Velnar government", "eponym")),
        ("Rodrigo Velnar saw the sea off Peru.", ("dropped", "Rodrigo Velnar saw the sea off Peru.", "")),
    ],
)  # fmt: skip
def test_a_decision_is_told(text: str, decision: tuple[str, str, str]) -> None:
    """Whoever misses something is told what was considered, by which rule, and that it was left out or weakened."""
    assert decision in decided(text)


def test_what_stands_for_something_else_is_not_missing() -> None:
    """A doubtful person whose words are a place is not told of."""
    assert not {words for _, words, _ in decided("They sailed to Arequipa.")} & {"Arequipa"}


def test_nobody_listens_outside() -> None:
    """A decision made before or after listening is not kept, nor its reason put together."""
    sentence = marked("Nobody spoke.").sentence
    drop(sentence, None, "{}")  # one value short: an error if anybody listened
    with listening() as notes:
        drop(sentence, (0, 6), "{}", "rule", "told")
    drop(sentence, None, "{}")
    assert [(note.reason, note.place) for note in notes] == [("told", (0, 6))]


@pytest.mark.parametrize("each", SEEDS, ids=lambda each: each.id)
def test_every_rule_that_is_named_stands_in_a_file(each: Document) -> None:
    """Each mention and claim names a rule that can be looked up, with its file and what it finds."""
    extraction = extract(each)
    rules = {part.rule for part in (*extraction.mentions, *extraction.claims)}
    assert {rule for rule in rules if not find_rule(rule)} == set()
    assert all(entry.finds for rule in rules for entry in find_rule(rule))


def test_every_rule_file_is_looked_up() -> None:
    """The look-up of rules knows all files of the folder."""
    folder = Path(__file__).parents[2] / "graph" / "extract" / "rules"
    assert sorted(path.stem for path in folder.glob("*.yaml")) == list(RULE_FILES)


def rules_in_code() -> set[str]:
    """Ids of rules that code gives to spans and links: constants in the place of the rule."""
    found: set[str] = set()
    places = {"Span": 7, "Link": 6, "organization": 4, "_place": 4}
    leads = {"organization": "organization: ", "_place": "place: "}
    for file in (Path(__file__).parents[2] / "graph" / "extract").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""
            if isinstance(call, ast.Call) and name in places:
                given = [
                    *call.args[places[name] : places[name] + 1],
                    *(k.value for k in call.keywords if k.arg == "rule"),
                ]
                found.update(
                    leads.get(name, "") + str(value.value) for value in given if isinstance(value, ast.Constant)
                )
    return found


def test_every_rule_in_code_stands_in_a_file() -> None:
    """A rule that is code has an entry in ``names.yaml`` or ``structure.yaml``, but for dates and amounts."""
    auxiliary = ("date: ", "quantity", "money", "count")
    assert len(rules_in_code()) > 20
    assert {rule for rule in rules_in_code() if not find_rule(rule) and not rule.startswith(auxiliary)} == set()
