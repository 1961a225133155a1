"""Networks for the tests against Neo4j, and how the database is made to hold one."""

import random
import tempfile
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

import neo4j

from docs.generate import TOP
from graph.casebook import Casebook
from graph.model import MODALITIES, Entity, Evidence, Network, Relation
from graph.neo import load, rows
from graph.pipeline import import_paths, load_network
from tests.support import document

__all__ = ["fill", "random_network", "seeds_network"]


@cache
def seeds_network() -> Network:
    """Import the seeds and compute their network, once."""
    with tempfile.TemporaryDirectory() as folder, Casebook.open(Path(folder, "casebook.db"), create=True) as casebook:
        import_paths(casebook, [TOP / "seeds"])
        return load_network(casebook)


def fill(session: neo4j.Session, network: Network) -> None:
    """Make the database hold exactly this network, findable by name."""
    nodes = chain(rows.entities(network), rows.documents(network))
    load.load(session, nodes, rows.relationships(network))
    # Full-text indexes follow their data after a moment.
    session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()


def random_network(seed: int, actors: int = 60, relations: int = 110) -> Network:
    """Draw actors at random, with parallel relations of all modalities, a place that many share, and one great hub."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    text = document("R1", "(C) Invented.")
    names = [f"Person Nr{number}" for number in range(actors)]
    kinds = [chance.choice(["person", "cartel", "agency"]) for _ in names]
    entities = [Entity(f"{kind}:{name[9:]}", kind, name, (), ()) for kind, name in zip(kinds, names, strict=True)]
    place = Entity("place:p", "place", "Place Nr1000", (), ())
    hub = Entity("agency:hub", "agency", "Agency Nr2000", (), ())
    crowd = [Entity(f"person:crowd{number}", "person", f"Crowd Nr{3000 + number}", (), ()) for number in range(101)]
    ends = [(*chance.sample(entities, 2), chance.choice(MODALITIES)) for _ in range(relations)]
    ends += [(entity, place, "asserted") for entity in chance.sample(entities, 20)]
    ends += [(hub, other, "asserted") for other in (*crowd, *chance.sample(entities, 10))]
    drawn = {}
    for number, (source, target, modality) in enumerate(ends):
        kind = "LOCATED_IN" if target is place else "LINKED_TO"
        quote = Evidence("R1", "1", "C", 0, 8, "Invented", "test", confidence=0.9)
        drawn[f"{number:04}"] = Relation(f"{number:04}", kind, source.id, target.id, modality, 0.9, (quote,))
    nodes = {entity.id: entity for entity in (*entities, place, hub, *crowd)}
    return Network({"R1": text}, MappingProxyType(nodes), MappingProxyType(drawn))
