"""Plug-ins that propose mentions: found, merged with their origin kept, switched off, and never able to do harm."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.plugins.installed import install, vinculo

TEXT = "Fish\n\nBy Rodrigo Velnar\n\nMay 4, 2009\n\n{}\n"
NETS = """
    from graph.model import Proposal

    class Nets:
        version = "1"

        def __call__(self, document):
            at = document.text.find("Net of Gulls")
            if at >= 0:
                yield Proposal(at, at + 12, "cartel", 0.9)
"""
WORDS = "Pedro Olmo is a member of the Net of Gulls, the Harbour Police said."
FAILS = """
    from graph.model import Proposal

    def make():
        def extractor(document):
            {}
        return extractor
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a folder with two documents."""
    (tmp_path / "a.txt").write_text(TEXT.format(WORDS), encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.format("They spoke of fish with the Harbour Police."), encoding="utf-8")
    return tmp_path


def exported(site: Path, *words: str, **environment: str) -> dict[str, Any]:
    """Import both documents into a new casebook and export it."""
    (site / "casebook.db").unlink(missing_ok=True)
    done = vinculo(site, "import", "a.txt", "b.txt", *words, **environment)
    assert done.returncode == 0, done.stderr
    out = vinculo(site, "export", "--format", "json", **environment)
    assert out.returncode == 0, out.stderr
    graph: dict[str, Any] = json.loads(out.stdout)
    return graph


def test_a_proposed_mention_is_found_and_rules_tie_it(site: Path) -> None:
    """What a plug-in proposes is a mention with its origin, and the rules find relations of it like of any other."""
    install(site, "nets", {"nets": "nets:Nets"}, NETS)
    graph = exported(site)
    (net,) = (entity for entity in graph["entities"] if entity["name"] == "Net of Gulls")
    assert net["kind"] == "cartel"
    assert [(m["text"], m["rule"], m["origins"]) for m in net["mentions"]] == [
        ("Net of Gulls", "plug-in: nets", ["nets"])
    ]
    assert {relation["type"] for relation in graph["relations"] if relation["target"] == net["id"]} == {"MEMBER_OF"}
    others = [entity for entity in graph["entities"] if entity is not net]
    assert not any(mention["origins"] for entity in others for mention in entity["mentions"])


def test_a_new_plugin_or_version_reads_again(site: Path) -> None:
    """Documents are unchanged as long as the plug-ins and their versions are; a new one has them read again."""
    vinculo(site, "import", "a.txt")
    install(site, "nets", {"nets": "nets:Nets"}, NETS)
    assert "1 replaced, 0 unchanged" in vinculo(site, "import", "a.txt").stdout
    assert "0 replaced, 1 unchanged" in vinculo(site, "import", "a.txt").stdout
    install(site, "nets", {"nets": "nets:Nets"}, NETS, version="1.1")
    assert "1 replaced, 0 unchanged" in vinculo(site, "import", "a.txt").stdout
    install(site, "nets", {"nets": "nets:Nets"}, NETS.replace('version = "1"', 'version = "2"'), version="1.1")
    assert "1 replaced, 0 unchanged" in vinculo(site, "import", "a.txt").stdout


DOES = {
    "error": ("raise ValueError('no\\n net')", "failed: ValueError: no net"),
    "time": ("raise TimeoutError('no answer')", "failed: TimeoutError: no answer"),
    "type": ("return [(0, 4)]", "proposes a tuple, not a Proposal"),
    "kind": ("return [Proposal(0, 4, 'net')]", "proposes the kind 'net', which the ontology does not have"),
    "span": ("return [Proposal(4, 4, 'person')]", "proposes the span 4-4 in a text of "),
    "doubt": ("return [Proposal(0, 4, 'person', 2)]", "proposes the confidence 2, which is not above 0 and at most 1"),
}


def test_a_failure_costs_one_document_its_new_reading(site: Path) -> None:
    """A plug-in that fails at a document is named in one line; what was stored of it stays, and others are imported."""
    lines = [json.dumps({"id": name, "text": f"{name}: {WORDS}"}) for name in (*DOES, "fine")]
    (site / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert vinculo(site, "import", "lines.jsonl").returncode == 0
    does = "\n            ".join(f"if document.id == {name!r}: {what}" for name, (what, _) in DOES.items())
    install(site, "fails", {"fails": "fails:make"}, FAILS.format(f"{does}\n            return []"))
    done = vinculo(site, "import", "lines.jsonl")
    assert done.returncode == 2
    failed = [line for line in done.stderr.splitlines() if "no date found" not in line]
    for number, (line, (_, message)) in enumerate(zip(failed, DOES.values(), strict=True), start=1):
        assert line.startswith(f"lines.jsonl#{number}: was left out: plug-in 'fails' (fails 1.0) {message}")
        assert line.endswith("; VINCULO_PLUGINS chooses the plug-ins that are used")
    assert "1 replaced, 0 unchanged" in done.stdout
    held = json.loads(vinculo(site, "export", "--format", "json").stdout)["entities"]
    told = [entity["mentions"][0]["document"] for entity in held if entity["name"] == "Pedro Olmo"]
    assert sorted(told) == sorted([*DOES, "fine"])


@pytest.mark.parametrize(
    ("code", "message", "jobs"),
    [
        ("import no_such_module", "cannot be loaded; VINCULO_PLUGINS chooses", "1"),
        ("make = 7", "could not start; VINCULO_PLUGINS chooses", "1"),
        ("def make(): raise OSError('no model')", "OSError: no model", "2"),
        ("def make(): return 7", "makes a int, which cannot be called with a document", "1"),
    ],
)
def test_a_plugin_that_cannot_start_ends_the_import(site: Path, code: str, message: str, jobs: str) -> None:
    """No document is read by half of the plug-ins: one line names the one that is broken; exit code 2."""
    install(site, "broken", {"broken": "broken:make"}, code)
    done = vinculo(site, "import", "a.txt", "b.txt", "--jobs", jobs)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: plug-in 'broken' (broken 1.0) ")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_two_of_one_name(site: Path) -> None:
    """Which of two plug-ins of one name is meant is nobody's guess."""
    install(site, "nets", {"nets": "nets:Nets"}, NETS)
    install(site, "other", {"nets": "other:Nets"}, NETS)
    done = vinculo(site, "import", "a.txt")
    assert done.returncode == 2
    assert "two plug-ins of vinculo.mentions are called 'nets'" in done.stderr


def test_help_loads_no_plugin(site: Path) -> None:
    """Whoever asks for help waits for no model."""
    install(site, "loud", {"loud": "loud:make"}, "raise SystemExit('loaded')")
    for words in (["--help"], ["import", "--help"]):
        assert "loaded" not in vinculo(site, *words).stderr


def test_status_tells_which_are_in_use(site: Path) -> None:
    """``status`` names the plug-ins in use, and loads none of them."""
    vinculo(site, "import", "a.txt")
    assert "plug-ins" not in vinculo(site, "status").stdout
    install(site, "loud", {"loud": "loud:make"}, "raise SystemExit('loaded')")
    assert "  plug-ins          1  loud (loud 1.0)\n" in vinculo(site, "status").stdout
    assert json.loads(vinculo(site, "status", "--json").stdout)["plugins"] == ["loud (loud 1.0)"]
    assert "plug-ins" not in vinculo(site, "status", VINCULO_PLUGINS="").stdout
