"""What a rule file and a word list may hold: for each file its keys and what stands behind them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph.ontology import ontology

__all__ = ["check", "check_pair"]

Test = Callable[[Any], str]
"""Says what is wrong with a value; "" if nothing is."""

_QUOTE = "it is no text; put it in quotes"


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else f"{value!r}: {_QUOTE}"


def _texts(value: Any) -> str:
    if not isinstance(value, list):
        return f"{value!r} is no list; write [a, b] or one entry a line with '- '"
    return next((wrong for each in value if (wrong := _text(each))), "")


def _number(value: Any) -> str:
    return "" if isinstance(value, int | float) and not isinstance(value, bool) else f"{value!r} is no number"


def _flag(value: Any) -> str:
    return "" if isinstance(value, bool) else f"{value!r} is neither true nor false"


def _kinds(value: Any) -> str:
    known = ontology().kinds
    return _texts(value) or next(
        (f"there is no kind {each!r} in the ontology" for each in value if each not in known), ""
    )


def _relation(value: Any) -> str:
    return "" if value in ontology().relations else f"there is no relation {value!r} in the ontology"


_BY_WORD = frozenset({"OFFICE", "OFFICES", "POST", "KIN", "BODY"})
"""In place of a relation's type in a link: what the word in that slot, or the body's kind, makes of it."""


def _link(value: Any) -> str:
    words = value.split() if isinstance(value, str) else []
    if len(words) != 3:
        return f"{value!r} is no link; write SLOT TYPE SLOT"
    return "" if words[1] in _BY_WORD else _relation(words[1])


def _links(value: Any) -> str:
    return _texts(value) or next((wrong for each in value if (wrong := _link(each))), "")


def _examples(value: Any) -> str:
    if not isinstance(value, list):
        return "the examples are no list"
    for number, each in enumerate(value, start=1):
        if not isinstance(each, dict) or not {"text", "document"} & each.keys() or "finds" not in each:
            return f"example {number} needs a text and what it finds: {{text: …, finds: [ … ]}}"
        if wrong := _texts(each["finds"]):
            return f"example {number}, finds: {wrong}"
    return ""


def _misses(value: Any) -> str:
    return "" if isinstance(value, list) else "the near misses are no list"


def _side(value: Any) -> str:
    return "" if value in {"patient", "agent", "none"} else f"{value!r} is none of patient, agent, none"


def _modality(value: Any) -> str:
    return "" if value in {"denied", "alleged"} else f"{value!r} is none of denied, alleged"


_PROOF: Mapping[str, Test] = {"examples": _examples, "near_misses": _misses}
_EVENT: Mapping[str, Test] = {
    **dict.fromkeys(("id", "finds", "type", "title", "role"), _text),
    **dict.fromkeys(
        ("verbs", "states", "quiet", "captors", "described", "nouns", "toward", "giver", "receiver", "favours"), _texts
    ),
    **dict.fromkeys(("agent", "patient"), _kinds),
    **dict.fromkeys(("direct", "victim", "doer", "suspect", "place"), _relation),
    "by_name": _side,
    **_PROOF,
}
_SEIZURE = ("verbs", "carriers", "moves", "nouns", "loads", "goods", "anaphors", "weighing", "cash", "statistics")
_KEYS: Mapping[str, Mapping[str, Test]] = {
    "rules/events.yaml": _EVENT,
    "rules/involvement.yaml": {"id": _text, "finds": _text, "verbs": _texts, "nouns": _texts},
    "rules/dealings.yaml": {
        "id": _text, "finds": _text, "verbs": _texts, "nouns": _texts, "toward": _texts, **_PROOF,
    },
    "rules/seizures.yaml": {"id": _text, "finds": _text, **dict.fromkeys(_SEIZURE, _texts), **_PROOF},
    "rules/affiliations.yaml": {
        "id": _text, "finds": _text, "patterns": _texts, "link": _link, "links": _links, "role": _text,
        "confidence": _number, **dict.fromkeys(("told", "field", "party", "ranked"), _flag), "offices": _text, **_PROOF,
    },
    "rules/verdicts.yaml": {
        "id": _text, "finds": _text, "modality": _modality, "leads": _texts, "frames": _texts, **_PROOF,
    },
    "rules/names.yaml": {"id": _text, "finds": _text, "words": _texts, **_PROOF},
    "rules/structure.yaml": {"id": _text, "finds": _text, "words": _texts, **_PROOF},
    "rules/mentions.yaml": {"weight": _number, "says": _text, **_PROOF},
}  # fmt: skip
"""Rule file → key of a rule → test of its value."""

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "rules/events.yaml": ("id", "finds", "type", "title", "agent", "patient", "examples", "near_misses"),
    "rules/involvement.yaml": ("id", "finds"),
    "rules/dealings.yaml": ("id", "finds", "examples", "near_misses"),
    "rules/seizures.yaml": ("id", "finds", *_SEIZURE, "examples", "near_misses"),
    "rules/affiliations.yaml": ("id", "finds", "patterns", "examples", "near_misses"),
    "rules/verdicts.yaml": ("id", "finds", "modality", "examples", "near_misses"),
    "rules/names.yaml": ("id", "finds", "examples", "near_misses"),
    "rules/structure.yaml": ("id", "finds", "examples", "near_misses"),
    "rules/mentions.yaml": ("weight", "says", "examples", "near_misses"),
}

_WITH_KINDS = frozenset({"acronyms", "introducing_nouns", "organization_heads", "organizations"})
_WITH_CODES = frozenset({"places"})


def check(path: str, raw: Any) -> Iterator[str]:
    """Say what is wrong with a file's content, each with its place."""
    if path in _KEYS:
        yield from _rules(path, raw)
    elif path != "words/offices.yaml":
        yield from _lists(raw)
    else:
        yield from _offices(raw)


def _rules(path: str, raw: Any) -> Iterator[str]:
    if path == "rules/mentions.yaml":
        rules = [(repr(name), rule) for name, rule in raw.items()] if isinstance(raw, dict) else None
    else:
        listed = raw.get("rules") if isinstance(raw, dict) else raw
        rules = [(_called(rule, n), rule) for n, rule in enumerate(listed, 1)] if isinstance(listed, list) else None
    if rules is None:
        yield "line 1: this is no list of rules"
        return
    seen: set[str] = set()
    for called, rule in rules:
        place = f"rule {called}"
        if called in seen:
            yield f"{place}: there are two rules of this name"
        seen.add(called)
        if not isinstance(rule, dict):
            yield f"{place}: this is no rule; write 'id: …' and the other keys below each other"
            continue
        yield from (f"{place}: the key {key!r} is missing" for key in _NEEDED[path] if key not in rule)
        if path == "rules/affiliations.yaml" and not {"link", "links"} & rule.keys():
            yield f"{place}: the key 'link' is missing"
        for key, value in rule.items():
            test = _KEYS[path].get(key)
            if test is None:
                yield f"{place}: there is no key {key!r}; there are {', '.join(_KEYS[path])}"
            elif wrong := test(value):
                yield f"{place}, {key}: {wrong}"


def _called(rule: Any, number: int) -> str:
    return repr(rule["id"]) if isinstance(rule, dict) and "id" in rule else f"number {number}"


def _lists(raw: Any) -> Iterator[str]:
    """Word lists in YAML: a name and its words, divided by blanks."""
    if not isinstance(raw, dict):
        yield "line 1: these are no word lists; write 'name: word word …'"
        return
    yield from (f"list {name!r}: {wrong}" for name, words in raw.items() if (wrong := _text(words)))


def _offices(raw: Any) -> Iterator[str]:
    if not isinstance(raw, dict) or raw.keys() != {"classes", "kin", "plurals", "modifiers", "fields"}:
        yield "line 1: the keys are classes, kin, plurals, modifiers, fields"
        return
    known: set[str] = set()
    for group, entry in {**raw["classes"], "kin": raw["kin"]}.items():
        if wrong := _texts(entry.get("words")):
            yield f"class {group!r}, words: {wrong}"
            return
        known.update(entry["words"])
        for kind, said in entry.get("says", {}).items():
            if said != "-" and (wrong := _relation(said)):
                yield f"class {group!r}, says {kind}: {wrong}"
    yield from (
        f"plural {many!r}: no class has the word {one!r}" for many, one in raw["plurals"].items() if one not in known
    )
    yield from (f"modifiers {key!r}: {wrong}" for key, words in raw["modifiers"].items() if (wrong := _texts(words)))


def check_pair(name: str, entry: str) -> str:
    """Say what is wrong with an entry of a list that gives each word a kind or a country; "" if nothing is."""
    if name not in _WITH_KINDS and name not in _WITH_CODES:
        return ""
    word, colon, value = (part.strip() for part in entry.partition(":"))
    if not colon or not word:
        return f"{entry!r} says no {'kind' if name in _WITH_KINDS else 'country'}; write 'name: value'"
    if name in _WITH_KINDS and value.rstrip("!") not in ontology().kinds:
        return f"there is no kind {value!r} in the ontology; the kinds are {', '.join(ontology().kinds)}"
    if name in _WITH_CODES and value and not (len(value) == 2 and value.isalpha() and value.isupper()):
        return f"{value!r} is no country code of two capital letters"
    return ""
