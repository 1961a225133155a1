"""The seeds are golden cases: each folder's ``expected.yaml`` says what must be found in its ``document.txt``."""

from pathlib import Path

import pytest
import yaml

from tests.seeds.comparison import (
    FOLDERS,
    Seed,
    answers,
    expected_forms,
    fold,
    forms,
    named,
    read_seed,
    seizures,
    share,
)


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def seed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seed:
    """Return each seed in turn, imported alone."""
    return read_seed(request.param, tmp_path_factory.mktemp("seed") / "casebook.db")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_seed_says_what_it_retells(folder: Path) -> None:
    """Whoever reads a seed can look up the public document behind it, and learns that the words are ours."""
    source = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf-8"))
    assert source["wording"] == "ours"
    assert {"title", "date", "origin", "published"} <= source["retells"].keys()


def test_header(seed: Seed) -> None:
    """Every header field reads as expected, wherever the header stands and however it is glued to the body."""
    expected = seed.expected["document"]
    found = {
        field: list(value) if isinstance(value := getattr(seed.document, field), tuple) else value for field in expected
    }
    found["classified_by"] = found.get("classified_by", "").split(",")[0]
    assert found == {"classified_by": "", **expected}


def test_paragraphs(seed: Seed) -> None:
    """The numbered paragraphs are read once each, in order, with their markings; a date is not a paragraph."""
    expected = seed.expected.get("paragraphs", {})
    assert [(p.number, p.marking) for p in seed.document.paragraphs if p.number] == list(expected.items())


def test_no_person_is_missing(seed: Seed) -> None:
    """Every person whom the document names is found."""
    people = seed.of_kind("person")
    missing = [item["name"] for item in seed.expected["persons"] if not named(people, item)]
    assert (
        share(len(seed.expected["persons"]) - len(missing), len(seed.expected["persons"]))
        >= seed.expected["floors"]["persons_recall"]
    ), f"missing: {missing}"


def test_no_person_is_invented(seed: Seed) -> None:
    """What is taken for a person is one; the words around names are not."""
    known = set().union(*(expected_forms(item) for item in seed.expected["persons"]))
    people = seed.of_kind("person")
    extra = [entity.name for entity in people if not forms(entity) & known]
    assert share(len(people) - len(extra), len(people)) >= seed.expected["floors"]["persons_precision"], (
        f"extra: {extra}"
    )


def test_no_two_people_become_one(seed: Seed) -> None:
    """A person of the graph is one person of the document, however alike the names are."""
    for entity in seed.of_kind("person"):
        owners = [item["name"] for item in seed.expected["persons"] if forms(entity) & expected_forms(item)]
        assert len(owners) <= 1, f"{entity.name} stands for {owners}"


def test_aliases(seed: Seed) -> None:
    """A person can be found under every alias that the text gives."""
    for item in seed.expected["persons"]:
        for alias in item.get("aliases", ()):
            assert any(fold(alias) in forms(entity) for entity in named(seed.of_kind("person"), item)), alias


def test_seizures(seed: Seed) -> None:
    """Every seizure is found with its weight in kg and its substance, and nothing else is taken for one."""
    expected, found = seed.expected["seizures"], seed.of_kind("seizure")
    weighed = [entity for entity in found if "amount_kg" in entity.properties]
    missing = [item["name"] for item in expected if not seizures(seed, item)]
    right = {entity.id for item in expected for entity in seizures(seed, item)}
    extra = [entity.name for entity in weighed if entity.id not in right]
    recall, precision = share(len(expected) - len(missing), len(expected)), share(len(right), len(weighed))
    f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    assert f1 >= seed.expected["floors"].get("seizures_f1", 1.0), f"missing: {missing}; extra: {extra}"


@pytest.mark.parametrize("key", ["organizations", "cases", "vessels"])
def test_the_main_organisations_cases_and_vessels(seed: Seed, key: str) -> None:
    """The named cases and vessels and the main organisations are found."""
    expected, entities = seed.expected[key], list(seed.network.entities.values())
    missing = [item["name"] for item in expected if not named(entities, item)]
    floor = seed.expected["floors"].get(f"{key}_recall", 1.0)
    assert share(len(expected) - len(missing), len(expected)) >= floor, f"missing: {missing}"


def test_relations_are_found(seed: Seed) -> None:
    """The share of the expected relations that the graph holds, in the right direction and modality."""
    relations = list(seed.network.relations.values())
    expected = seed.expected["relations"]
    missing = [item for item in expected if not any(answers(seed, relation, item) for relation in relations)]
    floor = seed.expected["floors"]["relations_recall"]
    lines = "\n".join(f"{item['source']} {item['type']} {item['target']}" for item in missing)
    assert share(len(expected) - len(missing), len(expected)) >= floor, f"missing:\n{lines}"


def test_relations_are_right(seed: Seed) -> None:
    """The share of the graph's relations between expected entities, of expected types, that a reader lists too."""
    types = {item["type"] for item in seed.expected["relations"]}
    people = {item["name"] for key in ("persons", "organizations", "cases", "vessels") for item in seed.expected[key]}
    listed = [{"name": name} for name in people]
    entities = seed.network.entities
    known = {entity.id for item in listed for entity in named(list(entities.values()), item)}
    rated = [
        relation
        for relation in seed.network.relations.values()
        if relation.type in types and relation.source in known and relation.target in known
    ]
    extra = [r for r in rated if not any(answers(seed, r, item) for item in seed.expected["relations"])]
    lines = "\n".join(
        f"{entities[r.source].name} {r.type} {entities[r.target].name} ({r.modality}): {r.evidence[0].quote}"
        for r in extra
    )
    assert share(len(rated) - len(extra), len(rated)) >= seed.expected["floors"]["relations_precision"], (
        f"extra:\n{lines}"
    )


def test_nothing_absent_is_found(seed: Seed) -> None:
    """A mask, a routing list or a reader's comment gives no actor; a plan gives no signature."""
    absent, entities = seed.expected["absent"], seed.network.entities
    unwanted = {fold(name) for key in ("persons", "organizations") for name in absent.get(key, ())}
    assert [e.name for e in entities.values() if e.kind != "source" and forms(e) & unwanted] == []
    for item in absent.get("relations", ()):
        wrong = [r for r in seed.network.relations.values() if answers(seed, r, item)]
        assert [(entities[r.source].name, r.type, entities[r.target].name) for r in wrong] == []


def test_every_quote_stands_at_its_offsets(seed: Seed) -> None:
    """An edge can be checked: its quotes are the file's own words at the offsets given."""
    assert seed.network.relations
    for relation in seed.network.relations.values():
        assert relation.evidence
        for evidence in relation.evidence:
            assert evidence.quote.strip()
            assert seed.text[evidence.start : evidence.end] == evidence.quote
