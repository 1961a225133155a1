"""How long each regular expression of the importer takes on text made to be hard for it.

    python benchmarks/patterns.py [--list]

Every pattern that reading and extraction compile, those of the rule files included, is tried on texts of 1 MB in which
one of its own repeats goes on and on, and on others of one sign only: at the text's beginning, and all over it where
the code searches with it. What takes longer than a second is named, and the exit code is 1. ``--list`` prints the
patterns as JSON lines instead: tests read them.
"""

import ast
import importlib
import inspect
import json
import pkgutil
import re
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

MB = 1_000_000
FIRST = 20_000  # characters of each text; the hardest for a pattern is then tried with 1 MB
SUSPICIOUS = 0.004  # seconds for these
LIMIT = 1.0
RULES = Path(__file__).parents[1] / "graph" / "extract" / "rules"
MARK = re.compile(r"\[[A-Z] ([^\]]*)\]")
SINGLE = (
    "a",
    "A",
    "Aa ",
    "a ",
    " ",
    "\n",
    "\n ",
    "1",
    "1 ",
    "1.",
    ".",
    ",",
    "-",
    "- ",
    "(",
    "(C) ",
    '"',
    "a.",
    "A.",
    "=",
)
MATCHING = frozenset({"match", "fullmatch"})
SEARCHING = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
PACKAGES = ("graph.documents", "graph.extract", "graph.names", "graph.release")


def compiled() -> Iterator[tuple[str, str, int, bool]]:
    """Yield module, pattern and flags of all that is compiled by importing and using the importer.

    Last comes whether the code searches with it; where that cannot be told from the code it does.
    """
    found: dict[tuple[str, int], str] = {}
    original = re.compile

    def recorded(pattern: Any, flags: int = 0) -> Any:
        made = original(pattern, flags)
        where = str(sys._getframe(1).f_globals.get("__name__"))  # noqa: SLF001 - who compiles it
        if isinstance(made.pattern, str) and where.startswith(PACKAGES):
            found.setdefault((made.pattern, made.flags), where)
        return made

    re.compile = recorded  # type: ignore[assignment]
    try:
        _use()
    finally:
        re.compile = original
    anchored = {name: _anchored(name) for name in set(found.values())}
    yield from sorted(
        (where, pattern, flags, (pattern, flags) not in anchored[where]) for (pattern, flags), where in found.items()
    )


def _anchored(module: str) -> set[tuple[str, int]]:
    """Return the patterns of a module's names that code only matches with at a place, and never searches with."""
    loaded = importlib.import_module(module)
    found = set()
    for name, methods in _uses().items():
        value = getattr(loaded, name[1], None) if name[0] in {module, ""} else None
        if hasattr(value, "cache_info") and not inspect.signature(value).parameters:
            value = value()
        if isinstance(value, re.Pattern) and methods <= MATCHING:
            found.add((value.pattern, value.flags))
    return found


@cache
def _uses() -> dict[tuple[str, str], set[str]]:
    """Return what is done with each name of a pattern: by module and name, a public one in all modules together."""
    found: dict[tuple[str, str], set[str]] = {}
    for module in [name for name in sys.modules if name.startswith(PACKAGES)]:
        tree = ast.parse(Path(str(sys.modules[module].__file__)).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in {*MATCHING, *SEARCHING}:
                owner = node.value.func if isinstance(node.value, ast.Call) else node.value
                if isinstance(owner, ast.Name):
                    key = (module if owner.id.startswith("_") else "", owner.id)
                    found.setdefault(key, set()).add(node.attr)
    return found


def _use() -> None:
    """Import all modules, and extract from the examples of all rules."""
    import graph.documents  # noqa: PLC0415 - after re.compile is watched
    import graph.extract  # noqa: PLC0415

    for package in (graph.documents, graph.extract):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    text = "\n\n".join(sentence for file in sorted(RULES.glob("*.yaml")) for sentence in sentences(file))
    for kind in ("cable", "article"):
        graph.extract.extract(graph.documents.parse(text, source="rules.txt", kind=kind))


def sentences(file: Path) -> list[str]:
    """Return all texts of a rule file, its examples among them, without the marks around names."""
    import yaml  # noqa: PLC0415 - after re.compile is watched

    return sentences_of(yaml.safe_load(file.read_text(encoding="utf-8")))


def sentences_of(part: Any) -> list[str]:
    """Return all texts inside a part of a rule file, without the marks around names."""
    return [MARK.sub(r"\1", text) for text in _texts(part)]


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from _texts(each)


def attacks(pattern: str, flags: int) -> list[str]:
    """Return pieces of text that are hard for a pattern when they are repeated: what its repeats repeat, and more.

    Each is (what leads to the repeat, what is repeated), joined by a NUL.
    """
    tree = re._parser.parse(pattern, flags)  # type: ignore[attr-defined]  # noqa: SLF001 - it has no other
    found = dict.fromkeys(f"\0{one}" for one in SINGLE)
    found.update(dict.fromkeys(f"\0{_sample(tree)}{end}" for end in ("", " ", "\n")))
    found.update(dict.fromkeys(_pumps(tree, "")))
    return [piece for piece in found if piece.split("\0")[1]]


def text_of(piece: str, size: int) -> str:
    """Repeat a piece of ``attacks`` to a size; a sign that hardly any pattern allows stands at the end."""
    lead, repeated = piece.split("\0")
    return (lead + repeated * (size // len(repeated) + 1))[: size - 1] + "\x7f"


def _pumps(tree: Sequence[Any], lead: str) -> Iterator[str]:
    """Yield lead and body of each repeat, at any depth."""
    for op, argument in tree:
        for inner in _inner(str(op), argument):
            if str(op).endswith("REPEAT"):
                body = _sample(inner)
                yield f"{lead}\0{body}"
                yield f"\0{lead}{body}"  # the lead again and again
            yield from _pumps(inner, lead)
        lead += _sample([(op, argument)])


def _inner(op: str, argument: Any) -> list[Sequence[Any]]:
    if op.endswith("REPEAT"):
        return [argument[2]]
    if op == "SUBPATTERN":
        return [argument[-1]]
    if op == "BRANCH":
        return list(argument[1])
    return [argument] if op == "ATOMIC_GROUP" else []


def _sample(tree: Sequence[Any]) -> str:
    """Return a text that the parts of a pattern match, as short as they allow."""
    return "".join(_one(str(op), argument) for op, argument in tree)


def _one(op: str, argument: Any) -> str:
    if op.endswith("REPEAT"):
        return _sample(argument[2]) * max(1, argument[0])
    if op in {"LITERAL", "NOT_LITERAL"}:
        return chr(argument) if op == "LITERAL" else "b" if argument == ord("a") else "a"
    if op in {"IN", "ANY"}:
        return _member(argument) if op == "IN" else "a"
    return "".join(map(_sample, _inner(op, argument)[:1]))  # of a choice the first; what only looks takes no room


def _member(members: Sequence[Any]) -> str:
    """Choose a sign of a class."""
    plain = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
    if str(members[0][0]) == "NEGATE":
        inside = re.compile("[" + "".join(map(_spelled, members[1:])) + "]")
        return next((one for one in "aA1 .,-\n(" if not inside.match(one)), "é")
    op, argument = members[0]
    if str(op) == "RANGE":
        return chr(argument[0])
    return chr(argument) if str(op) == "LITERAL" else plain.get(str(argument), ".")


def _spelled(member: Any) -> str:
    op, argument = str(member[0]), member[1]
    classes = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w", "NOT_DIGIT": r"\D", "NOT_SPACE": r"\S", "NOT_WORD": r"\W"}
    if op == "RANGE":
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    return re.escape(chr(argument)) if op == "LITERAL" else classes[str(argument).removeprefix("CATEGORY_")]


def run(pattern: re.Pattern[str], text: str, *, search: bool) -> None:
    """Match at the beginning of a text, and find all matches in it if the code searches with the pattern."""
    pattern.match(text)
    pattern.fullmatch(text)
    if search:
        for _ in pattern.finditer(text):
            pass


def seconds(pattern: re.Pattern[str], text: str, *, search: bool) -> float:
    """Return the seconds of the processor that this takes."""
    start = time.process_time()
    run(pattern, text, search=search)
    return time.process_time() - start


def main() -> int:
    """Print the slowest patterns; 1 if one takes longer than the limit."""
    every = list(compiled())
    if "--list" in sys.argv[1:]:
        for each in every:
            print(json.dumps(each))
        return 0
    slow: list[tuple[float, str, str, str]] = []
    tried = 0
    for where, source, flags, search in every:
        pattern = re.compile(source, flags)
        pieces = attacks(source, flags)
        tried += len(pieces)
        took, hardest = max((seconds(pattern, text_of(piece, FIRST), search=search), piece) for piece in pieces)
        if took > SUSPICIOUS:
            slow.append((seconds(pattern, text_of(hardest, MB), search=search), where, source, hardest))
    slow.sort(reverse=True)
    print(f"{len(every)} patterns, {tried} texts; the slowest on 1 MB:")
    for took, where, source, piece in slow[:10]:
        print(f"  {took:6.2f} s  {where}  {source[:60]!r}  on {piece[:40]!r}")
    return 1 if slow and slow[0][0] > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
