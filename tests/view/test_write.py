"""The file that a map is: the same bytes each time, whole or not at all, and all text in it as it was."""

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import MODALITIES, Network
from graph.view import write_map
from graph.view.write import render
from tests.support import claim, document, mention, network_of

ROOT = Path(__file__).parents[2]
DATA = re.compile(r'<script type="application/json" id="data">([^<]*+)</script>')


def data(page: str) -> dict[str, Any]:
    """Take the data out of a page, as the browser does."""
    found = DATA.findall(page)
    assert len(found) == 1
    held: dict[str, Any] = json.loads(found[0])
    return held


def sample() -> Network:
    """Six people and a place in two reports, with each modality once."""
    one = document("R1", *(f"Ana Roca met Person {at}." for at in range(5)), date="2011")
    two = document("R2", "XXXXXXXX said that Ana Roca lives in Puerto Alba.")
    mentions, claims = [], []
    for at, modality in enumerate(MODALITIES):
        ana, other = mention(one, "Ana Roca", occurrence=at), mention(one, f"Person {at}")
        mentions += [ana, other]
        claims.append(claim(one, "MET_WITH", ana, other, modality=modality))
    mask, ana, port = mention(two, "XXXXXXXX", "source"), mention(two, "Ana Roca"), mention(two, "Puerto Alba", "place")
    claims.append(claim(two, "LOCATED_IN", ana, port, attributed_to=mask))
    return network_of([one, two], [*mentions, mask, ana, port], claims)


def shuffled(network: Network) -> Network:
    """Give the same network, its parts in the opposite order."""
    return Network(
        dict(list(network.documents.items())[::-1]),
        dict(list(network.entities.items())[::-1]),
        dict(list(network.relations.items())[::-1]),
    )


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """Let no file grow beyond ``room`` bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_the_same_network_gives_the_same_bytes(tmp_path: Path) -> None:
    """Twice, and in whatever order the network's parts come."""
    files = [tmp_path / name for name in ("a.html", "b.html", "c.html")]
    for file, network in zip(files, (sample(), sample(), shuffled(sample())), strict=True):
        write_map(network, file, title="Six")
    assert len({file.read_bytes() for file in files}) == 1


def test_another_hash_seed_gives_the_same_bytes() -> None:
    """Python orders sets by a number that differs in every process; no map depends on it."""
    script = (
        "import hashlib; from graph.view.write import render; from tests.view.test_write import sample;"
        "print(hashlib.sha256(render(sample()).encode()).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1), title=st.text())
def test_any_text_is_held_as_it_is(text: str, title: str) -> None:
    """Names, aliases, quotes, properties, titles and headings come out of the file as they went in."""
    one = document("R1", "Ana Roca met Luis Caro.", title="T", origin="O")
    network = network_of(
        [replace(one, title=text, origin=text)],
        [mention(one, "Ana Roca", name=text, role=text), mention(one, "Luis Caro")],
        [claim(one, "MET_WITH", mention(one, "Ana Roca"), mention(one, "Luis Caro"), role=text)],
    )
    relations = {
        key: replace(each, evidence=tuple(replace(quote, quote=text, paragraph=text) for quote in each.evidence))
        for key, each in network.relations.items()
    }
    entities = {key: replace(each, aliases=(text,), reasons=(text,)) for key, each in network.entities.items()}
    held = data(render(Network(network.documents, entities, relations), title=title))
    assert held["title"] == (title or "Network map")
    assert (held["documents"]["R1"]["title"], held["documents"]["R1"]["origin"]) == (text, text)
    named = [node for node in held["nodes"] if node["name"] == text]
    assert named
    assert {(node["aliases"][0], node["reasons"][0]) for node in held["nodes"]} == {(text, text)}
    assert {"key": "role", "value": text, "places": [["R1", "1", ""]]} in named[0]["properties"]
    (edge,) = held["edges"]
    assert (edge["evidence"][0]["quote"], edge["evidence"][0]["paragraph"]) == (text, text)
    assert edge["properties"] == [{"key": "role", "value": text}]


def test_numbers_that_json_does_not_know() -> None:
    """A browser cannot read NaN; it is given as a word."""
    one = document("R1", "Ana Roca met Luis Caro.")
    ana, luis = mention(one, "Ana Roca", share=float("nan")), mention(one, "Luis Caro")
    page = render(network_of([one], [ana, luis], [claim(one, "MET_WITH", ana, luis)]))
    assert "NaN" not in DATA.findall(page)[0]
    assert any(each["value"] == "nan" for node in data(page)["nodes"] for each in node["properties"])


def test_the_old_file_is_kept_when_writing_fails(tmp_path: Path) -> None:
    """A full disk costs neither the old map nor leaves half of a new one; the error names the file."""
    target = tmp_path / "map.html"
    target.write_text("old")
    with full_disk(1000), pytest.raises(InputError, match=r"map\.html: cannot be written"):
        write_map(sample(), target)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("map.html", "old")]


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    """There is one line that says what to do, and no folder is made by a slip of the fingers."""
    with pytest.raises(InputError, match=r"cannot be written: No such file or directory; choose another file with -o"):
        write_map(sample(), tmp_path / "none" / "map.html")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Where the name leads to a file elsewhere, that file is replaced, and who may read it stays the same."""
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    write_map(sample(), link)
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_mask_is_no_name() -> None:
    """A redacted source is shown as anonymous, on the map and in "according to"; two of them are two nodes."""
    one = document("R1", "XXXXXX met Ana Roca.", "YYYYYY met Ana Roca.")
    ana = [mention(one, "Ana Roca", occurrence=at) for at in (0, 1)]
    masks = [mention(one, mask, "source") for mask in ("XXXXXX", "YYYYYY")]
    said = [claim(one, "MET_WITH", mask, whom, attributed_to=mask) for mask, whom in zip(masks, ana, strict=True)]
    held = data(render(network_of([one], [*ana, *masks], said)))
    sources = [node for node in held["nodes"] if node["kind"] == "source"]
    assert [(node["name"], node["aliases"]) for node in sources] == [("anonymous source", [])] * 2
    assert set(held["speakers"].values()) == {"anonymous source"}


def test_who_is_not_drawn_still_lends_a_name() -> None:
    """Drawn are the entities with a relation; whoever only says so is named beside the quote."""
    one = document("R1", "Judge Paz said that Ana Roca met Luis Caro. Ada Gil slept.")
    paz, ana, luis, ada = (mention(one, name) for name in ("Judge Paz", "Ana Roca", "Luis Caro", "Ada Gil"))
    network = network_of([one], [paz, ana, luis, ada], [claim(one, "MET_WITH", ana, luis, attributed_to=paz)])
    held = data(render(network))
    assert {node["name"] for node in held["nodes"]} == {"Ana Roca", "Luis Caro"}
    assert list(held["speakers"].values()) == ["Judge Paz"]
    assert held["edges"][0]["evidence"][0]["by"] in held["speakers"]
    alone = next(entity.id for entity in network.entities.values() if entity.name == "Ada Gil")
    focused = data(render(network, focus=[alone]))
    assert {node["name"]: node["focus"] for node in focused["nodes"]} == {
        "Ana Roca": False,
        "Luis Caro": False,
        "Ada Gil": True,
    }


def test_each_modality_is_drawn_in_its_own_way() -> None:
    """What is stated as fact is a full line; what is alleged, attempted, planned or denied is not, each otherwise."""
    drawn = {edge["modality"]: edge for edge in data(render(sample()))["edges"]}
    assert set(drawn) == set(MODALITIES)
    assert drawn["asserted"]["dashes"] is False
    assert len({json.dumps(edge["dashes"]) for edge in drawn.values()}) == len(MODALITIES)
    assert {name for name, edge in drawn.items() if edge["arrows"]["middle"]["enabled"]} == {"denied"}


def test_relations_of_the_same_two_lie_beside_each_other() -> None:
    """Of several edges between two nodes none hides another, whichever way they run."""
    one = document("R1", "Ana Roca bribed Luis Caro.")
    ana, luis = mention(one, "Ana Roca"), mention(one, "Luis Caro")
    said = [claim(one, type_, ana, luis) for type_ in ("BRIBED", "ARRESTED", "RELEASED")]
    said += [claim(one, type_, luis, ana) for type_ in ("BRIBED", "KILLED")]
    edges = data(render(network_of([one], [ana, luis], said)))["edges"]
    lanes = set()
    for edge in edges:
        bend = edge["smooth"] or {"type": "curvedCW", "roundness": 0}
        side = 1 if (bend["type"] == "curvedCW") == (edge["from"] < edge["to"]) else -1
        lanes.add(side * bend["roundness"])
    assert len(lanes) == 5


def test_the_page_asks_the_network_for_nothing() -> None:
    """No element of the page names an address, and its policy allows no request and no other script."""
    page = render(sample())
    shell = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    for outward in ("http:", "https:", "url(", "@import", " src="):
        assert outward not in shell
    assert re.search(
        r"default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'sha256-[^']+'", unescape(page)
    )
