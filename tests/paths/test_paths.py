"""Paths between entities."""

from collections.abc import Iterable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError, NotFound
from graph.model import Entity, Evidence, Modality, Network, Path, Relation
from graph.network import HUB_DEGREE
from graph.paths import Filters, shortest
from tests.support import document

DOCUMENTS = {
    "D1": document("D1", "Nothing.", date="2009-11-25"),
    "D2": document("D2", "Nothing.", date="2005"),
    "D3": document("D3", "Nothing."),
}


def relation(source: str, target: str, type: str = "MET_WITH", **told: Any) -> Relation:  # noqa: A002 - the model's word
    """Make an edge with one quote; ``told`` is its modality, confidence, document, or a property."""
    modality: Modality = told.pop("modality", "asserted")
    confidence, paper = told.pop("confidence", 1.0), told.pop("document", "D1")
    evidence = Evidence(paper, "1", "U", 0, 1, "N", "test", confidence=confidence)
    name = f"{source}-{target}-{type}-{modality}-{confidence}-{paper}-{told}"
    return Relation(name, type, source, target, modality, confidence, (evidence,), told)


def graph(*relations: Relation, **kinds: str) -> Network:
    """Make a network of the relations' ends; an entity is a person unless ``kinds`` has it."""
    ends = sorted({end for r in relations for end in (r.source, r.target)} | kinds.keys())
    entities = {end: Entity(end, kinds.get(end, "person"), end.upper(), (), ()) for end in ends}
    return Network(DOCUMENTS, entities, {r.id: r for r in sorted(relations, key=lambda r: r.id)})


def chain(*edges: str, **kinds: str) -> Network:
    """Make a network of edges written "ab": from a to b."""
    return graph(*(relation(edge[0], edge[1]) for edge in edges), **kinds)


def nodes(path: Path) -> str:
    """Write a path as its entities."""
    return path.steps[0].source + "".join(step.target for step in path.steps)


def ways(network: Network, k: int = 1, **wanted: Any) -> list[str]:
    """Find paths from a to z."""
    return [nodes(path) for path in shortest(network, "a", "z", k=k, filters=Filters(**wanted))]


def test_the_shortest_path_is_found_against_the_direction_of_edges() -> None:
    """A relation connects both ways; the step says whether it is walked along or against it."""
    (path,) = shortest(chain("ab", "zb", "ac", "cd", "dz"), "a", "z")
    assert nodes(path) == "abz"
    assert [(step.forward, step.relation.source) for step in path.steps] == [(True, "a"), (False, "z")]


def test_the_next_shortest_paths_follow() -> None:
    """Up to k paths, fewest hops first, none with a loop."""
    network = chain("ab", "bz", "ac", "cd", "dz", "bc", "bd")
    assert ways(network) == ways(network, k=2)[:1] == ["abz"]
    found = ways(network, k=10)
    assert [len(way) for way in found] == sorted(len(way) for way in found)
    assert len(set(found)) == len(found) == 7
    assert all(len(set(way)) == len(way) for way in found)


def test_without_a_connection_there_is_no_path() -> None:
    """Two islands are not connected."""
    assert ways(chain("ab", "yz")) == []


def test_a_place_is_no_step_unless_asked_for() -> None:
    """Two people of one country are not thereby connected; at the end of a path a place is welcome."""
    network = chain("ap", "zp", "ab", "bc", "cz", p="place")
    assert ways(network) == ["abcz"]
    assert ways(network, through_hubs=True) == ["apz"]
    assert [nodes(path) for path in shortest(network, "b", "p")] == ["bap"]


def test_whom_nearly_everybody_is_connected_to_is_no_step_unless_asked_for() -> None:
    """An entity of very many neighbours is a hub whatever its kind."""
    crowd = [relation("h", f"n{i}") for i in range(HUB_DEGREE)]
    network = graph(relation("a", "h"), relation("h", "z"), *crowd)
    assert ways(network) == []
    assert ways(network, through_hubs=True) == ["ahz"]
    assert [nodes(path) for path in shortest(network, "a", "h")] == ["ah"]


@pytest.mark.parametrize("modality", ["planned", "denied"])
def test_what_is_denied_or_planned_is_no_step_unless_asked_for(modality: Modality) -> None:
    """A denied link is the opposite of one, and a planned one does not exist yet."""
    network = graph(relation("a", "z", modality=modality))
    assert ways(network) == []
    assert ways(network, modalities=[modality]) == ["az"]


def test_the_step_is_the_best_stated_relation() -> None:
    """Of several relations between two, a fact goes before an allegation, then the surest."""
    network = graph(
        relation("a", "z", modality="alleged"),
        relation("z", "a", "ARRESTED", confidence=0.5),
        relation("a", "z", "BRIBED", confidence=0.7),
    )
    (path,) = shortest(network, "a", "z")
    assert path.steps[0].relation.type == "BRIBED"
    (path,) = shortest(network, "a", "z", filters=Filters(types=["ARRESTED"]))
    assert not path.steps[0].forward


def test_types_and_confidence_filter() -> None:
    """Only relations of the asked types, and as sure as asked, are steps."""
    network = graph(relation("a", "z", confidence=0.5), relation("a", "b", "KILLED"), relation("b", "z", "BRIBED"))
    assert ways(network, min_confidence=0.5) == ["az"]
    assert ways(network, min_confidence=0.6) == ["abz"]
    assert ways(network, types=["KILLED", "BRIBED"]) == ["abz"]
    assert ways(network, types=["KILLED"]) == []


@pytest.mark.parametrize(
    ("told", "wanted", "there"),
    [
        ({"date": "2009-06-30"}, {"since": "2009-06", "until": "2009"}, True),
        ({"date": "2009-06"}, {"since": "2009-06-15"}, True),
        ({"date": "2009"}, {"since": "2009-06", "until": "2009-06"}, True),
        ({"date": "2008-12-31"}, {"since": "2009"}, False),
        ({"date": "2010-01-01"}, {"until": "2009"}, False),
        ({"date": "2009-12-31"}, {"until": "2009"}, True),
        ({"date": "2005/2008"}, {"since": "2007", "until": "2007"}, True),
        ({"date": "2005/2008"}, {"since": "2009"}, False),
        ({"document": "D2"}, {"since": "2005-02", "until": "2006"}, True),
        ({"document": "D1"}, {"until": "2008"}, False),
        ({"document": "D3"}, {"since": "1900"}, False),
        ({"document": "D3"}, {}, True),
    ],
)
def test_dates_filter_as_precisely_as_they_are_known(told: Any, wanted: Any, there: bool) -> None:  # noqa: FBT001
    """A date counts if it may lie within; without one the document's counts, and without that none fits."""
    assert ways(graph(relation("a", "z", **told)), **wanted) == (["az"] if there else [])


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"types": ["MET"]}, "'MET' is no type of relation; did you mean MET_WITH"),
        ({"types": ["X"]}, "'X' is no type of relation; there are SIGNED, "),
        ({"modalities": ["deneid"]}, "'deneid' is no modality; did you mean denied"),
        ({"since": "2009-13"}, "'2009-13' is no date; write 2009-11-25, 2009-11 or 2009"),
        ({"until": "2019-02-31"}, "'2019-02-31' is no date; write 2009-11-25, 2009-11 or 2009"),
        ({"since": "June 2009"}, "'June 2009' is no date; write 2009-11-25, 2009-11 or 2009"),
        ({"since": "2010", "until": "2009"}, "nothing is since 2010 and until 2009"),
    ],
)
def test_a_filter_that_nothing_can_pass_is_refused(wanted: Any, message: str) -> None:
    """A mistyped filter is an error that says what there is, not an empty answer."""
    with pytest.raises(InputError, match=message):
        Filters(**wanted)


def test_ends_and_count_are_checked() -> None:
    """A path needs two different entities of the network, and at least one path must be asked for."""
    network = chain("az")
    with pytest.raises(InputError, match="same entity"):
        shortest(network, "a", "a")
    with pytest.raises(NotFound, match="'q'"):
        shortest(network, "a", "q")
    with pytest.raises(InputError, match="0 paths"):
        shortest(network, "a", "z", k=0)


PAIRS = st.sets(st.tuples(st.sampled_from("abcdefgz"), st.sampled_from("abcdefgz")).filter(lambda e: e[0] < e[1]))


def undirected(pairs: Iterable[tuple[str, str]]) -> "nx.Graph[str]":
    """Give the same graph to NetworkX."""
    drawn: nx.Graph[str] = nx.Graph()
    drawn.add_nodes_from("az")
    drawn.add_edges_from(pairs)
    return drawn


@settings(max_examples=100, deadline=None)
@given(PAIRS)
def test_paths_are_as_short_as_those_of_networkx(pairs: set[tuple[str, str]]) -> None:
    """On any graph the k shortest paths have the lengths that NetworkX finds, and as many there are."""
    network = graph(*(relation(*pair) for pair in pairs), a="person", z="person")
    drawn = undirected(pairs)
    expected = list(nx.shortest_simple_paths(drawn, "a", "z")) if nx.has_path(drawn, "a", "z") else []
    found = ways(network, k=12)
    assert [len(way) for way in found] == [len(way) for way in expected[:12]]
    assert len(set(found)) == len(found)
    assert {tuple(way) for way in found} <= {tuple(way) for way in expected}


@settings(max_examples=100, deadline=None)
@given(PAIRS, st.integers(1, 5))
def test_the_way_back_is_the_way_there(pairs: set[tuple[str, str]], k: int) -> None:
    """From b to a lead the paths from a to b, reversed."""
    network = graph(*(relation(*pair) for pair in pairs), a="person", z="person")
    there, back = shortest(network, "a", "z", k=k), shortest(network, "z", "a", k=k)
    assert [nodes(path) for path in there] == [nodes(path)[::-1] for path in back]
    assert [[s.relation for s in path.steps] for path in there] == [
        [s.relation for s in path.steps[::-1]] for path in back
    ]
