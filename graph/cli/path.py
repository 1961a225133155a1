"""``vinculo path``."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.console import bold, casebook_path, dim, emit, emit_json
from graph.errors import NotFound

if TYPE_CHECKING:
    from graph.model import Entity, Network, Path, Step

__all__ = ["path"]


def path(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="A", help="Where to begin: any part of a name, or an id.")],
    target: Annotated[str, typer.Argument(metavar="B", help="Where to arrive.")],
    *,
    count: Annotated[int, typer.Option("-k", metavar="N", min=1, max=100, help="Show the N shortest paths.")] = 1,
    types: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Use relations of this type only; may be repeated."),
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Use what happened, or was reported, since this day, month or year.")
    ] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="… until this day, month or year.")] = "",
    min_confidence: Annotated[
        float, typer.Option(metavar="0-1", min=0.0, max=1.0, help="Use relations that are at least so sure.")
    ] = 0.0,
    modalities: Annotated[
        list[str] | None,
        typer.Option(
            "--modality",
            metavar="MODALITY",
            help="Use what is put so: asserted, alleged, attempted, planned, denied; may be repeated.",
            show_default="asserted, alleged, attempted",
        ),
    ] = None,
    through_hubs: Annotated[
        bool, typer.Option("--through-hubs", help="Also go through places and what is connected to very many.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Print every quote, not one for each hop.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, with every quote.")] = False,
) -> None:
    """Show how two actors are connected, hop by hop, each with the quote that says so.

    A hop is a relation that a document states; two names in one document are not thereby connected.

    Example: vinculo path "Ana Example" "Bank of Nowhere" -k 3
    """
    from typing import cast

    from graph.casebook import Casebook
    from graph.cli.citations import remind
    from graph.lookup import find
    from graph.model import Modality
    from graph.network import STATED
    from graph.paths import Filters, shortest
    from graph.pipeline import load_network

    filters = Filters(
        types=tuple(name.upper() for name in types or ()),
        since=since,
        until=until,
        min_confidence=min_confidence,
        modalities=cast("tuple[Modality, ...]", tuple(name.lower() for name in modalities or STATED)),
        through_hubs=through_hubs,
    )
    with Casebook.open(casebook_path(context)) as casebook:
        network = load_network(casebook)
    ends = find(network, source), find(network, target)
    found = shortest(network, ends[0].id, ends[1].id, k=count, filters=filters)
    if as_json:
        emit_json({"source": _end(ends[0]), "target": _end(ends[1]), "paths": [_object(p, network) for p in found]})
    if not found:
        raise NotFound(_nothing(network, ends, filters))
    if not as_json:
        for number, each in enumerate(found, start=1):
            _emit_path(each, network, number if len(found) > 1 else 0, everything=everything)
        remind()


def _nothing(network: "Network", ends: "tuple[Entity, Entity]", filters: Any) -> str:
    """Say that there is no path, and what would find one."""
    from dataclasses import replace

    from graph.paths import shortest

    wider = replace(filters, through_hubs=True)
    hint = "; there is one through places and other hubs: add --through-hubs"
    found = not filters.through_hubs and shortest(network, ends[0].id, ends[1].id, filters=wider)
    return f"no path leads from {ends[0].name} to {ends[1].name}{hint if found else ''}"


def _emit_path(path: "Path", network: "Network", number: int, *, everything: bool) -> None:
    from graph.cli.citations import emit_evidence, qualifiers, words

    first, last = (network.entities[end].name for end in (path.steps[0].source, path.steps[-1].target))
    hops = f"{len(path)} {'hop' if len(path) == 1 else 'hops'}"
    if number > 1:
        emit()
    emit(bold(f"{f'{number}. ' if number else ''}{first} → {last}: {hops}"))
    for step in path.steps:
        left, right = (network.entities[end].name for end in (step.source, step.target))
        said = words(step.relation, forward=step.forward)
        emit(f"  {bold(left)} {said} {bold(right)}  {dim(f'[{qualifiers(step.relation)}]')}")
        emit_evidence(step.relation, network, everything=everything, indent=6)


def _object(path: "Path", network: "Network") -> dict[str, Any]:
    return {"length": len(path), "steps": [_step(step, network) for step in path.steps]}


def _step(step: "Step", network: "Network") -> dict[str, Any]:
    from graph.export.json import to_json
    from graph.model import Network

    (relation,) = to_json(Network({}, {}, {step.relation.id: step.relation}))["relations"]
    return {
        "source": _end(network.entities[step.source]),
        "target": _end(network.entities[step.target]),
        "forward": step.forward,
        "relation": relation,
    }


def _end(entity: "Entity") -> dict[str, str]:
    return {"id": entity.id, "kind": entity.kind, "name": entity.name}
