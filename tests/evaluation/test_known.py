"""Nothing in the importer may know the annotated documents."""

import json
import os
from pathlib import Path

import pytest

from evaluation.gold import Gold, load
from evaluation.known import named_in

GRAPH = Path(__file__).parents[2] / "graph"
ANNOTATIONS = os.environ.get("GOLD", "")


@pytest.fixture
def annotated(tmp_path: Path) -> Gold:
    """Annotate a person with an alias, a case of two words and a ship of one."""
    nothing: list[object] = []
    path = tmp_path / "one.json"
    wanted = {
        "document": {}, "organizations": nothing, "agreements": nothing, "seizures": nothing, "relations": nothing,
        "persons": [{"name": "Ana Belmonte", "mentions": ["the mayor", "Belmonte"], "aliases": ["La Garza"]}],
        "cases": [{"name": "Squid case", "mentions": []}],
        "vessels_aircraft": [{"name": "Marisol", "mentions": []}],
    }  # fmt: skip
    path.write_text(json.dumps(wanted), encoding="utf-8")
    return load(path)


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        ("rules.yaml", "- text: Then ANA BELMONTE left.", ["ana belmonte"]),
        ("code.py", "NICKNAME = 'la-garza'", ["la garza"]),
        ("surnames.txt", "Belmonte\nCaro", []),
        ("given_names.txt", "Ana\nMarisol", []),
        ("ships.txt", "Marisol", ["marisol"]),
        ("cases.txt", "Squid\nSquid Case", ["squid case"]),
        ("ships.txt", "Marisola", []),
        ("roles.txt", "the mayor", []),
        ("picture.png", "Ana Belmonte", []),
    ],
)
def test_a_name_of_the_annotations_is_found(
    tmp_path: Path, annotated: Gold, file: str, text: str, named: list[str]
) -> None:
    """Full names anywhere, names of one word outside of general lists; surnames and roles alone are nobody's."""
    folder = tmp_path / "graph"
    folder.mkdir()
    (folder / file).write_text(text, encoding="utf-8")
    assert list(named_in(folder, [annotated])) == [f"{file}: {name}" for name in named]


@pytest.mark.skipif(not ANNOTATIONS, reason="GOLD names no folder of annotations")
def test_nothing_in_the_package_names_what_is_annotated() -> None:
    """With GOLD in the environment: no rule, word list or line of code names a person, case or vessel of it."""
    every = [load(path) for path in sorted(Path(ANNOTATIONS).glob("*.json"))]
    assert every
    assert list(named_in(GRAPH, every)) == []
