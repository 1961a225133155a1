"""Word lists, read once a process: ``words/*.txt`` as sets, as mappings, and merged into one table of word classes."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from graph.extract.language.rule_files import entries

__all__ = [
    "ACRONYM", "BODY", "CALENDAR", "COMMON", "COUNTRY", "DEMONYM", "GENERIC", "GIVEN", "MODIFIER", "ORGHEAD", "PLACE",
    "ROLE", "STARTER", "SURNAME", "TITLE", "alternatives", "classes", "demonyms", "fold", "pairs", "people_nouns",
    "place_starts", "places", "second_halves", "singular", "words",
]  # fmt: skip

GIVEN, SURNAME, TITLE, ROLE, COUNTRY, DEMONYM, PLACE = 1, 2, 4, 8, 16, 32, 64
ORGHEAD, CALENDAR, COMMON, ACRONYM, MODIFIER, STARTER, GENERIC = 128, 256, 512, 1024, 2048, 4096, 8192
BODY = 16384  # begins a listed organisation's name, or is its acronym


def fold(word: str) -> str:
    """Lower case without accents: how words are looked up."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


@cache
def words(name: str) -> frozenset[str]:
    """Entries of a list, folded: one a line, or several on lines that start with ``=``; ``#`` starts a comment."""
    found: set[str] = set()
    for entry in entries(name):
        if entry.startswith("="):
            found.update(fold(entry[1:]).split())
        else:
            found.add(fold(entry))
    return frozenset(found)


@cache
def alternatives(name: str) -> str:
    """Entries of a list as they are written, longest first, for one group of a regular expression."""
    found = [word for entry in entries(name) for word in (entry[1:].split() if entry.startswith("=") else [entry])]
    return "|".join(re.escape(entry) for entry in sorted(found, key=lambda entry: (-len(entry), entry)))


@cache
def pairs(name: str) -> Mapping[str, str]:
    """Entries of the shape ``key: value``, keys as written; lines with the same key are joined."""
    found: dict[str, str] = {}
    for entry in entries(name):
        key, _, value = entry.partition(":")
        key, value = key.strip(), value.strip()
        found[key] = f"{found[key]} {value}" if found.get(key) else value
    return found


@cache
def people_nouns() -> frozenset[str]:
    """Roles and titles, folded, in the singular."""
    return words("roles") | words("titles")


@cache
def demonyms() -> Mapping[str, str]:
    """Folded demonym or adjective → country: ``peruvian`` → ``Peru``."""
    found: dict[str, str] = {}
    for country, forms in pairs("countries").items():
        for form in forms.split():
            found.setdefault(fold(form).replace("-", " "), country)
            found.setdefault(fold(form), country)
    return found


@cache
def second_halves() -> Mapping[str, str]:
    """Last word of a demonym in two words → the first: ``rican`` → ``costa``, ``korean`` → ``north|south``."""
    found: dict[str, list[str]] = {}
    for form in demonyms():
        first, _, second = form.partition("-")
        if second:
            found.setdefault(second, []).append(first)
    return {second: "|".join(firsts) for second, firsts in found.items()}


@cache
def places() -> Mapping[str, str]:
    """Folded name of a place → ISO code of its country, or an empty text."""
    found: dict[str, str] = {}
    for code, names in pairs("cities").items():
        for name in names.split(";"):
            if name.strip():
                found.setdefault(fold(name.strip()), code)
    for name, code in pairs("places").items():
        found[fold(name)] = code
    for country in pairs("countries"):
        found[fold(country)] = country
    return found


@cache
def place_starts() -> Mapping[str, int]:
    """First word of a place's name → the most words that follow it in any name."""
    most: dict[str, int] = {}
    for name in places():
        first, _, rest = name.replace("-", " ").partition(" ")
        most[first] = max(most.get(first, 0), rest.count(" ") + 1 if rest else 0)
    return most


def singular(word: str) -> str:
    """Singular of a role noun, by rule: ``secretaries`` → ``secretary``, ``gunmen`` → ``gunman``."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("wives"):
        return word[:-3] + "fe"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def classes() -> Mapping[str, int]:
    """One table for all lists: folded word → its classes, or-ed."""
    table: dict[str, int] = {}

    def put(entries: "frozenset[str] | Mapping[str, str]", flag: int) -> None:
        for entry in entries:
            table[entry] = table.get(entry, 0) | flag

    put(words("given_names"), GIVEN)
    put(words("surnames"), SURNAME)
    put(words("titles"), TITLE)
    roles = words("roles")
    put(roles, ROLE)
    put(frozenset(_plural(role) for role in roles), ROLE)
    put({fold(name): "" for name in pairs("countries")}, COUNTRY)
    put(demonyms(), DEMONYM)
    put({name: "" for name in places() if " " not in name}, PLACE)
    put({fold(head): "" for head in pairs("organization_heads")}, ORGHEAD)
    bodies = (*pairs("organizations"), *pairs("acronyms"), "Los", "Las")
    put({fold(name.removeprefix("Los ")).split(" ")[0]: "" for name in bodies}, BODY)
    put(frozenset({"los"}), BODY)
    put(words("calendar"), CALENDAR)
    put(words("common"), COMMON)
    put(words("role_modifiers"), MODIFIER)
    put(words("starters"), STARTER | COMMON)
    put(words("generics_place") | words("place_firsts"), GENERIC)
    return table


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "ch", "sh", "x")):
        return word + "es"
    return word + "s"
