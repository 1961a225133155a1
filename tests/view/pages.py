"""What the tests of the page share: a small network, and clicks on what is drawn."""

from collections.abc import Callable

from playwright.sync_api import Page

from graph.model import Network
from tests.support import claim, document, mention, network_of

__all__ = ["Open", "click_on_map", "edge", "node", "port_case"]

Open = Callable[..., Page]
"""``open_map(network, title=…, focus=…)`` writes a map and opens it."""


def port_case() -> Network:
    """Two people and a gang of invented names, told of by one report."""
    text = document(
        "R1",
        "(C) XXXXXXXXXXXX said that Inés Ávalos Prado, the harbour master, may have bribed Bruno Calvet in March 2011.",
        "(SBU) Ávalos, known as La Sirena, met Bruno Calvet. She is not a member of the Beacon Gang.",
        title="PORT INQUIRY <i>WIDENS</i>",
        date="2011-04-02",
    )
    mask = mention(text, "XXXXXXXXXXXX", "source")
    ines = mention(text, "Inés Ávalos Prado", role="harbour master")
    bruno = mention(text, "Bruno Calvet")
    short, sirena = mention(text, "Ávalos", occurrence=1), mention(text, "La Sirena")
    again = mention(text, "Bruno Calvet", occurrence=1)
    gang = mention(text, "Beacon Gang", "cartel")
    said = [
        claim(text, "BRIBED", ines, bruno, modality="alleged", attributed_to=mask, date="2011-03"),
        claim(text, "MET_WITH", short, again),
        claim(text, "MEMBER_OF", short, gang, modality="denied"),
        claim(text, "SAME_AS", short, ines),
        claim(text, "SAME_AS", again, bruno),
        claim(text, "ALIAS_OF", sirena, ines),
    ]
    return network_of([text], [mask, ines, bruno, short, sirena, again, gang], said)


def click_on_map(page: Page, where: str) -> None:
    """Click where a script, given vis-network's ``network``, says that something is drawn."""
    spot = page.evaluate(
        f"""() => {{
            const map = document.getElementById("map"), network = map.network, box = map.getBoundingClientRect();
            const {{x, y}} = network.canvasToDOM({where});
            return [box.left + x, box.top + y];
        }}"""
    )
    page.mouse.click(*spot)


def node(name_starts: str, network: Network) -> str:
    """Write the script that tells where an entity is drawn."""
    found = next(entity for entity in network.entities.values() if entity.name.startswith(name_starts))
    return f"network.body.nodes['{found.id}']"


def edge(type_: str, network: Network) -> str:
    """Write the script that tells where the middle of a relation is drawn."""
    found = next(relation for relation in network.relations.values() if relation.type == type_)
    return f"network.body.edges['{found.id}'].edgeType.getPoint(0.5)"
