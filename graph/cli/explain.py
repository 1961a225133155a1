"""``vinculo explain``: what was found in a paragraph and by which rule, what was left out and why."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.console import bold, casebook_path, dim, emit, emit_json, say
from graph.errors import InputError, NotFound

if TYPE_CHECKING:
    from graph.extract.explain import Explanation
    from graph.model import Claim, Decision, Document, Mention, Paragraph

__all__ = ["explain"]

_HEADER = "header"  # names the fields outside of all paragraphs
_SHOWN = 60  # characters of a text that are shown
_WRONG_USE = 2


def explain(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id in the casebook, or a file.")],
    paragraph: Annotated[
        str, typer.Argument(metavar="PARAGRAPH", help="Its number as citations show it, #3 for the third, or header.")
    ] = "",
    clearance: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Explain what may be shown at U, SBU, C or S, and no more.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Explain a paragraph: what was found in it by which rule, and what was left out and why.

    The document is read again by the rules as they are now. Without PARAGRAPH, or where several fit, the paragraphs
    are listed and the exit code is 2.

    Example: vinculo explain 08EXAMPLE12 4

    Example: vinculo explain fragment.txt header --json
    """
    from graph.extract.explain import explain as explained

    text = _document(casebook_path(context), document)
    if clearance:
        text = _released(text, clearance)
    index = _choose(text, paragraph)
    if index is None:
        raise typer.Exit(_list(text, paragraph))
    explanation = explained(text)
    for problem in explanation.extraction.problems:
        raise InputError(str(problem))
    if as_json:
        emit_json(_object(text, index, explanation))
    else:
        _show(text, index, explanation)


def _document(casebook: Path, name: str) -> "Document":
    """Take the document from the casebook, or read it from a file."""
    from graph.casebook import Casebook
    from graph.documents import read
    from graph.model import Problem

    if casebook.exists() or not Path(name).is_file():
        with Casebook.open(casebook) as book:
            held = book.document(name)
        if held:
            return held
        if not Path(name).is_file():
            raise NotFound(
                f"{casebook}: no document {name!r}, and no such file; 'vinculo status --documents' lists them"
            )
    found = list(read([Path(name)]))
    if len(found) != 1:
        raise InputError(f"{name} holds {len(found)} documents; import it, and name one of them by its id")
    if isinstance(found[0], Problem):
        raise InputError(str(found[0]))
    return found[0]


def _released(document: "Document", clearance: str) -> "Document":
    """Cut the document to what may be shown, before anything is extracted from it."""
    from graph.release import Material, release

    shown = release(Material((document,), (), (), ()), clearance).documents
    if not shown:
        raise NotFound(f"nothing of {document.id} may be shown at {clearance.upper()}")
    return shown[0]


def _choose(document: "Document", wanted: str) -> int | None:
    """Give the index of the paragraph that is meant, -1 for the header; None where it is none or several."""
    paragraphs = document.paragraphs
    if wanted == _HEADER:
        return -1
    named = [index for index, paragraph in enumerate(paragraphs) if wanted and paragraph.number == wanted]
    if len(named) == 1:
        return named[0]
    unnumbered = not any(paragraph.number for paragraph in paragraphs)
    position = wanted.removeprefix("#") if wanted.startswith("#") or unnumbered else ""
    fits = position.isdecimal() and 1 <= int(position) <= len(paragraphs)
    return int(position) - 1 if fits else None


def _list(document: "Document", wanted: str) -> int:
    """List the paragraphs for whoever did not name one; the exit code."""
    what = f"{document.id} has no paragraph {wanted!r}, or several" if wanted else f"{document.id} has many paragraphs"
    say(f"Error: {what}; name one of these:")
    for position, paragraph in enumerate(document.paragraphs, start=1):
        number = paragraph.number or "-"
        say(f"  #{position}  {number}{_marked(paragraph)}  {_short(document.text[paragraph.start : paragraph.end])}")
    say(f"  {_HEADER}")
    return _WRONG_USE


def _place(paragraph: "Paragraph", index: int) -> str:
    """The paragraph's number as citations show it; of one without a number its position."""
    return (f"¶{paragraph.number}" if paragraph.number else f"#{index + 1}") + _marked(paragraph)


def _marked(paragraph: "Paragraph") -> str:
    return f" ({paragraph.marking})" if paragraph.marking else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line[:_SHOWN] + "…" * (len(line) > _SHOWN)


def _object(document: "Document", index: int, explanation: "Explanation") -> dict[str, Any]:
    paragraph = document.paragraphs[index] if index >= 0 else None
    names = _names(explanation)
    return {
        "document": document.id,
        "paragraph": {
            "number": paragraph.number if paragraph else "",
            "position": index + 1,
            "marking": paragraph.marking if paragraph else "",
            "start": paragraph.start if paragraph else 0,
            "end": paragraph.end if paragraph else 0,
        },
        "mentions": [_mention(mention) for mention in explanation.extraction.mentions if mention.paragraph == index],
        "claims": [_claim(claim, names) for claim in explanation.extraction.claims if claim.paragraph == index],
        "decisions": [
            {key: getattr(each, key) for key in ("outcome", "start", "end", "text", "reason", "rule")}
            for each in explanation.decisions
            if each.paragraph == index
        ],
    }


def _mention(mention: "Mention") -> dict[str, Any]:
    return {
        "key": mention.key,
        "kind": mention.kind,
        "name": mention.name,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "confidence": mention.confidence,
        "rule": mention.rule,
        "rules": _rules(mention.rule),
        "origins": list(mention.origins),
        "properties": dict(sorted(mention.properties.items())),
    }


def _claim(claim: "Claim", names: dict[str, str]) -> dict[str, Any]:
    return {
        "type": claim.type,
        "source": {"key": claim.source, "name": names[claim.source]},
        "target": {"key": claim.target, "name": names[claim.target]},
        "modality": claim.modality,
        "confidence": claim.confidence,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "rule": claim.rule,
        "rules": _rules(claim.rule),
        "attributed_to": names.get(claim.attributed_to),
        "properties": dict(sorted(claim.properties.items())),
    }


def _rules(rule: str) -> list[dict[str, str]]:
    from graph.extract.language.rule_index import find_rule

    return [{"id": each.id, "file": each.file, "finds": each.finds} for each in find_rule(rule)]


def _names(explanation: "Explanation") -> dict[str, str]:
    return {mention.key: mention.name or mention.text for mention in explanation.extraction.mentions}


def _show(document: "Document", index: int, explanation: "Explanation") -> None:
    from graph.cli.citations import emit_wrapped

    place = _place(document.paragraphs[index], index) if index >= 0 else _HEADER
    emit(bold(f"{document.id} {place}"))
    names = _names(explanation)
    mentions = [mention for mention in explanation.extraction.mentions if mention.paragraph == index]
    claims = [claim for claim in explanation.extraction.claims if claim.paragraph == index]
    _head("Found", mentions, "Nothing was found in it.")
    for mention in mentions:
        emit(f"  {mention.kind}  {names[mention.key]}  {dim(f'{mention.confidence:g}, {mention.start}-{mention.end}')}")
        proposed = f"; proposed by {', '.join(mention.origins)}" if mention.origins else ""
        emit_wrapped(_source(mention.rule) + proposed, 6, faint=True)
    _head("Said", claims, "No relation is stated in it.")
    for claim in claims:
        told = ", ".join([claim.modality, *(f"{key}: {value}" for key, value in sorted(claim.properties.items()))])
        emit(f"  {names[claim.source]}  {claim.type}  {names[claim.target]}  {dim(f'[{told}] {claim.confidence:g}')}")
        emit_wrapped(f"“{' '.join(claim.quote.split())}”", 6)
        speaker = names.get(claim.attributed_to)
        emit_wrapped(_source(claim.rule) + (f"; according to {speaker}" if speaker else ""), 6, faint=True)
    here = [each for each in explanation.decisions if each.paragraph == index]
    _decisions("Less than asserted", [each for each in here if each.outcome == "weakened"])
    _decisions("Left out", [each for each in here if each.outcome == "dropped"])


def _head(title: str, found: Iterable[object], otherwise: str) -> None:
    emit()
    emit(bold(title) if found else otherwise)


def _source(rule: str) -> str:
    """Name a rule with its file and what it finds; for a person the pieces of evidence."""
    known = _rules(rule)
    files = ", ".join(dict.fromkeys(each["file"] for each in known))
    finds = known[0]["finds"] if len(known) == 1 else ""
    return f"{rule}{f' in {files}' if files else ''}{f': {finds}' if finds else ''}"


def _decisions(title: str, decisions: "list[Decision]") -> None:
    from graph.cli.citations import emit_wrapped

    if decisions:
        emit()
        emit(bold(title))
    for each in decisions:
        emit_wrapped(f"“{_short(each.text)}”  {each.reason}" + (f" [{each.rule}]" if each.rule else ""), 2)
