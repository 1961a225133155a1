"""``vinculo map``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from graph.cli.console import casebook_path, emit, emit_json, say
from graph.errors import InputError, NotFound

if TYPE_CHECKING:
    from graph.model import Network

__all__ = ["map_"]


def map_(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Draw this actor with its neighbours.")] = None,
    *,
    case: Annotated[
        str | None, typer.Option("--case", metavar="NAME", help="Draw this case with its neighbours.")
    ] = None,
    path: Annotated[
        tuple[str, str] | None, typer.Option("--path", metavar="A B", help="Draw how these two are connected.")
    ] = None,
    hops: Annotated[
        int | None,
        typer.Option(min=0, max=9, help="How far to go from the actor, case or path.", show_default="1; path: 0"),
    ] = None,
    kinds: Annotated[
        str | None, typer.Option(metavar="KIND,…", help="Draw these kinds only, such as person,cartel,case.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="Where to write the map.")] = Path(
        "map.html"
    ),
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The heading of the map.", show_default="what it shows")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a summary as JSON.")] = False,
) -> None:
    """Draw a map as one HTML file that opens without a network connection.

    Of everything, of one actor, of a case, or of a path. Every line on it leads to its quotes.

    Example: vinculo map "Ana Example" --hops 2

    Example: vinculo map --path "Ana Example" "Bank of Nowhere" -o path.html
    """
    from graph.casebook import Casebook
    from graph.pipeline import load_network
    from graph.view import around, drawn, of_kinds, write_map

    if sum(given is not None for given in (name, case, path)) > 1:
        raise InputError("NAME, --case and --path exclude each other; give one of them")
    if output.suffix.lower() not in {".html", ".htm"}:
        raise InputError(f"{output}: a map is an HTML file; give a name that ends in .html")
    chosen = _kinds(kinds)
    with Casebook.open(casebook_path(context)) as casebook:
        network = load_network(casebook)
    subject = _subject(network, name, case, path)
    focus, part = subject.focus, network
    if subject.centres:
        part = around(network, subject.centres, hops if hops is not None else 0 if path else 1)
    if chosen:
        part = of_kinds(part, chosen, keep=subject.centres)
    shown = drawn(part, focus)
    if not shown:
        raise NotFound(
            "nothing to draw: no relation between such entities is known. Import documents first, or ask for more kinds"
        )
    heading = title or subject.title
    write_map(part, output, title=heading, focus=focus)
    left_out = 0 if focus or chosen else len(network.entities) - len(shown)
    if as_json:
        counts = {"entities": len(shown), "relations": len(part.relations), "left_out": left_out}
        emit_json({"file": str(output), "title": heading, **counts})
    else:
        emit(str(output))
    say(f"Wrote {output}: {len(shown)} entities, {len(part.relations)} relations. Open it in a browser.")
    if left_out:
        say(f"Left out {left_out} {'entity' if left_out == 1 else 'entities'} without any relation.")


class _Subject(NamedTuple):
    """What a map is about."""

    title: str
    focus: tuple[str, ...] = ()  # ids of the entities asked for
    centres: tuple[str, ...] = ()  # ids of these and of all on the way between them


def _subject(network: "Network", name: str | None, case: str | None, path: tuple[str, str] | None) -> _Subject:
    from graph.lookup import find
    from graph.paths import shortest

    if path is not None:
        ends = [find(network, end) for end in path]
        ways = shortest(network, ends[0].id, ends[1].id)
        if not ways:
            raise NotFound(f"no path between {ends[0].name} and {ends[1].name} is known")
        steps = ways[0].steps
        return _Subject(
            title=f"{ends[0].name} – {ends[1].name}",
            focus=tuple(end.id for end in ends),
            centres=tuple(dict.fromkeys(end for step in steps for end in (step.source, step.target))),
        )
    if name is None and case is None:
        return _Subject("All actors and relations")
    found = find(network, name) if name is not None else find(_cases(network), case or "")
    return _Subject(found.name, (found.id,), (found.id,))


def _cases(network: "Network") -> "Network":
    from graph.model import Network

    return Network(network.documents, {key: each for key, each in network.entities.items() if each.kind == "case"}, {})


def _kinds(listed: str | None) -> set[str]:
    if listed is None:
        return set()
    from graph.ontology import ontology

    kinds = {kind.strip().lower() for kind in listed.split(",")} - {""}
    unknown = sorted(kinds - ontology().kinds.keys())
    if unknown or not kinds:
        raise InputError(f"no such kind: {', '.join(unknown) or listed!r}; there are {', '.join(ontology().kinds)}")
    return kinds
