"""``vinculo show``."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.console import bold, casebook_path, dim, emit, emit_json

if TYPE_CHECKING:
    from graph.model import Entity, Network, Relation

__all__ = ["show"]


def show(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(help="An actor, case, place …: any part of its name, or its id; or a document's id.")
    ],
    everything: Annotated[bool, typer.Option("--all", help="Print every quote, not one for each relation.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, with every quote.")] = False,
) -> None:
    """Show what the documents say of one actor: names, roles, timeline and relations, each with its quote.

    Example: vinculo show "Ana Example"

    Example: vinculo show ana --all --json

    Of a document, whether it was imported or another only cites it, show what it cites and what cites it.

    Example: vinculo show 09EXAMPLEVILLE12
    """
    from graph.casebook import Casebook
    from graph.cli.citations import remind
    from graph.cli.figures import comparisons_of, emit_comparisons
    from graph.cli.papers import describe, emit_document
    from graph.lookup import find
    from graph.pipeline import load_network
    from graph.references import document_called

    with Casebook.open(casebook_path(context)) as casebook:
        network = load_network(casebook)
    if paper := document_called(network, name):
        if as_json:
            emit_json(describe(network, paper))
        else:
            emit_document(network, paper)
        return
    entity = find(network, name)
    relations = [relation for relation in network.relations.values() if entity.id in {relation.source, relation.target}]
    if as_json:
        emit_json(_object(entity, relations, network))
        return
    _emit_head(entity, network)
    _emit_timeline(entity, relations, network)
    _emit_relations(entity, relations, network, everything=everything)
    emit_comparisons(comparisons_of(network, {entity.id}), network)
    remind()


def _object(entity: "Entity", relations: "list[Relation]", network: "Network") -> dict[str, Any]:
    """Build the JSON: entity, relations, documents and totals as the export has them, and who is at the other ends."""
    from graph.cli.figures import comparisons_of
    from graph.export.json import comparison_to_json, to_json
    from graph.model import Network
    from graph.references import cited_by

    compared = comparisons_of(network, {entity.id})
    ends = {end for relation in relations for end in (relation.source, relation.target)}
    ends |= {end for one in compared for end in (one.series, *one.against, *one.may_count)}
    others = sorted(ends - {entity.id})
    sources = {mention.document for mention in entity.mentions}
    sources |= {evidence.document for relation in relations for evidence in relation.evidence}
    part = to_json(
        Network(
            {key: network.documents[key] for key in sorted(sources)},
            {entity.id: entity},
            {relation.id: relation for relation in relations},
        )
    )
    citing = cited_by(network)
    return {
        "entity": part["entities"][0],
        "relations": part["relations"],
        "others": [
            {"id": key, "kind": network.entities[key].kind, "name": network.entities[key].name} for key in others
        ],
        "documents": [{**each, "cited_by": list(citing.get(each["id"], ()))} for each in part["documents"]],
        "totals": [comparison_to_json(one) for one in compared],
    }


def _emit_head(entity: "Entity", network: "Network") -> None:
    from graph.cli.citations import emit_wrapped

    emit(f"{bold(entity.name)}  {dim(f'{entity.kind}, {entity.id}')}")
    if entity.aliases:
        emit_wrapped(f"also named: {'; '.join(entity.aliases)}", 2)
    for key, value in entity.properties.items():
        emit_wrapped(f"{key.replace('_', ' ')}: {value}", 2)
    counts = Counter(mention.document for mention in entity.mentions)
    for document, count in sorted(counts.items()):
        about = network.documents[document]
        told = ", ".join(" ".join(part.split()) for part in (about.title, about.origin, about.date) if part)
        emit_wrapped(f"in {document}: {count} {'mention' if count == 1 else 'mentions'}  {told}".rstrip(), 2)
    for reason in entity.reasons:
        emit_wrapped(f"one, because {reason}", 2, faint=True)


def _emit_timeline(entity: "Entity", relations: "list[Relation]", network: "Network") -> None:
    """Print what has a date, its own or that of the case it leads to, in the order of time."""
    dated = sorted(
        (when, _sentence(entity, r, network), r.modality) for r in relations if (when := _date(entity, r, network))
    )
    if dated:
        emit()
        emit(bold("Timeline"))
    for when, sentence, modality in dict.fromkeys(dated):
        emit(f"  {when:<10}  {sentence}{'' if modality == 'asserted' else f' ({modality})'}")


def _emit_relations(entity: "Entity", relations: "list[Relation]", network: "Network", *, everything: bool) -> None:
    from graph.cli.citations import emit_evidence, qualifiers

    emit()
    emit(bold("Relations") if relations else "No relation of it is known.")
    for relation in sorted(
        relations, key=lambda r: (_sentence(entity, r, network), str(r.properties.get("date", "")), r.id)
    ):
        emit(f"  {_sentence(entity, relation, network)}  {dim(f'[{qualifiers(relation)}]')}")
        emit_evidence(relation, network, everything=everything, indent=6)


def _sentence(entity: "Entity", relation: "Relation", network: "Network") -> str:
    from graph.cli.citations import words

    forward = relation.source == entity.id
    other = network.entities[relation.target if forward else relation.source]
    return f"{words(relation, forward=forward)} {other.name}"


def _date(entity: "Entity", relation: "Relation", network: "Network") -> str:
    other = network.entities[relation.target if relation.source == entity.id else relation.source]
    return str(relation.properties.get("date") or other.properties.get("date") or "")
