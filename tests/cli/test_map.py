"""``vinculo map``: of everything, of an actor, of a case, of a path; what it prints and what it refuses."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.casebook import Casebook
from graph.cli.app import run
from graph.model import Claim, Extraction, Mention
from tests.support import claim, document, mention

Run = Callable[..., tuple[int, str, str]]
DATA = re.compile(r'<script type="application/json" id="data">([^<]*+)</script>')


def drawn(file: Path) -> set[str]:
    """Name what a map draws."""
    return {node["name"] for node in json.loads(DATA.findall(file.read_text(encoding="utf-8"))[0])["nodes"]}


@pytest.fixture
def vinculo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in a folder with a casebook: Ana – Beto – Ciro – Dora, two of them in a case, Emil alone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VINCULO_CASEBOOK", raising=False)
    text = document("D1", "Ana Roca, Beto Luz, Ciro Paz, Dora Gil, Emil Sol, the Ferry Gang and the Beacon case.")
    people = [mention(text, name) for name in ("Ana Roca", "Beto Luz", "Ciro Paz", "Dora Gil", "Emil Sol")]
    gang, case = mention(text, "Ferry Gang", "cartel"), mention(text, "Beacon case", "case", named=True)
    namesake = mention(text, "Beacon", "vessel")
    mentions: list[Mention] = [*people, gang, case, namesake]
    claims: list[Claim] = [claim(text, "MET_WITH", people[at], people[at + 1]) for at in range(3)]
    claims += [claim(text, "SUSPECT_IN", people[at], case) for at in (2, 3)]
    claims += [claim(text, "MEMBER_OF", people[0], gang), claim(text, "INVOLVED_IN", namesake, case)]
    with Casebook.open(tmp_path / "casebook.db", create=True) as casebook:
        casebook.add(text, Extraction(tuple(sorted(mentions)), tuple(sorted(claims))))

    def command(*words: str) -> tuple[int, str, str]:
        code = run(["map", *words])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def test_everything_but_the_unconnected(vinculo: Run) -> None:
    """Without a filter all that have a relation are drawn; the file's path is all there is on stdout."""
    code, out, err = vinculo()
    assert (code, out) == (0, "map.html\n")
    assert err == (
        "Wrote map.html: 7 entities, 7 relations. Open it in a browser.\nLeft out 1 entity without any relation.\n"
    )
    assert drawn(Path("map.html")) == {
        *("Ana Roca", "Beto Luz", "Ciro Paz", "Dora Gil"),
        *("Ferry Gang", "Beacon case", "Beacon"),
    }


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["ana"], {"Ana Roca", "Beto Luz", "Ferry Gang"}),
        (["ana", "--hops", "2"], {"Ana Roca", "Beto Luz", "Ciro Paz", "Ferry Gang"}),
        (["ana", "--kinds", "person"], {"Ana Roca", "Beto Luz"}),
        (["emil"], {"Emil Sol"}),
        (["--case", "beacon"], {"Beacon case", "Beacon", "Ciro Paz", "Dora Gil"}),
        (["--path", "ana", "ciro"], {"Ana Roca", "Beto Luz", "Ciro Paz"}),
        (
            ["--path", "ana", "ciro", "--hops", "1", "--kinds", "Case,cartel"],
            {
                *("Ana Roca", "Beto Luz", "Ciro Paz"),
                *("Beacon case", "Ferry Gang"),
            },
        ),
        (["--kinds", "person,case"], {"Ana Roca", "Beto Luz", "Ciro Paz", "Dora Gil", "Beacon case"}),
    ],
    ids=" ".join,
)
def test_a_part(vinculo: Run, words: list[str], names: set[str]) -> None:
    """An actor or a case comes with its neighbours, a path with those on it; kinds and hops narrow and widen."""
    code, _, err = vinculo(*words, "-o", "part.html")
    assert code == 0
    assert "Left out" not in err
    assert drawn(Path("part.html")) == names


def test_json(vinculo: Run) -> None:
    """The summary for programs: the file, its title and what is on it."""
    code, out, err = vinculo("--json", "--title", "Ferries")
    assert code == 0
    assert json.loads(out) == {"file": "map.html", "title": "Ferries", "entities": 7, "relations": 7, "left_out": 1}
    assert err.startswith("Wrote map.html")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["nobody at all"], 1, "nothing is called 'nobody at all'"),
        (["--case", "ana roca"], 1, "nothing is called 'ana roca'"),
        (["--path", "ana", "emil"], 1, "no path between Ana Roca and Emil Sol is known"),
        (["--kinds", "aircraft"], 1, "nothing to draw"),
        (["--kinds", "person,pirate"], 2, "no such kind: 'pirate'; there are person, cartel,"),
        (["--kinds", ","], 2, "no such kind"),
        (["ana", "--case", "beacon"], 2, "NAME, --case and --path exclude each other; give one of them"),
        (["-o", "casebook.db"], 2, "casebook.db: a map is an HTML file; give a name that ends in .html"),
        (["-o", "none/map.html"], 2, "none/map.html: cannot be written"),
        (["--hops", "-1"], 2, "'--hops'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_drawn(vinculo: Run, words: list[str], code: int, message: str) -> None:
    """Exit code 1 where nothing is found and 2 for wrong use, with one line that says so; no file is made."""
    got, out, err = vinculo(*words)
    assert (got, out) == (code, "")
    assert message in err.splitlines()[0]
    assert list(Path().glob("*.html")) == []
