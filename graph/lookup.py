"""Find an entity by what people type: any case, no accents, a part of the name, an alias, a small typo, or its id."""

from collections.abc import Callable, Mapping, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from graph.errors import AmbiguousName, InputError, NotFound
from graph.model import Entity, Network
from graph.names import fold
from graph.ontology import ontology

__all__ = ["find", "line"]

SHOWN = 20  # candidates of an ambiguous name; more help nobody
ALIKE = 65  # of 100: from which likeness a name is worth suggesting


def find(network: Network, name: str) -> Entity:
    """Return the one entity that a name means.

    An exact name or alias goes before a part of a name, that before the beginnings of its words, and that before a
    typo; but a person known by one word only does not go before others who bear it. Among several of exactly that name
    the only actor is meant, rather than a case or a place. An event without a name of its own ("Arrest of …" is a
    title) is meant only where nothing else fits.

    Args:
        network: where to look.
        name: as typed, or an entity's id.

    Raises:
        InputError: the name has no letter and no digit.
        AmbiguousName: several entities fit equally well; its candidates are a ``line`` each.
        NotFound: nothing fits; the message names what is spelled most like it.
    """
    if name in network.entities:
        return network.entities[name]
    wanted = fold(name)
    if not wanted:
        raise InputError(f"{name!r} is no name: it has no letter and no digit")
    known = {key: _names(entity, titled=" " in wanted) for key, entity in network.entities.items()}
    whole = {key: _whole(names) for key, names in known.items()}
    for fits in _FITS:
        found = [network.entities[key] for key in _best(whole if fits is _exactly else known, wanted, fits)]
        named = [entity for entity in found if entity.properties.get("named", True) is not False] or found
        if fits is _exactly and len(named) > 1:
            actors = [entity for entity in named if _acts(entity)]
            named = actors if len(actors) == 1 else named
        if fits is _exactly and len(named) == 1 and named[0].kind == "person" and " " not in fold(named[0].name):
            bearers = [network.entities[key] for key in _best(known, wanted, _as_part)]
            named += [entity for entity in bearers if entity is not named[0] and _acts(entity)]
        if len(named) == 1:
            return named[0]
        if named:
            raise _ambiguous(name, named)
    raise NotFound(f"nothing is called {name!r}{_suggestion(network, known, wanted)}")


def line(entity: Entity) -> str:
    """Describe an entity in one line that tells it from others of its name."""
    documents = list(dict.fromkeys(mention.document for mention in entity.mentions))
    where = ", ".join(documents) if len(documents) <= 3 else f"{len(documents)} documents"
    return f"{entity.name} ({entity.kind}; {where}) {entity.id}"


Fits = Callable[[str, str], int | None]
"""(wanted, a name of the entity), both folded → how far off it is, 0 for not at all; None if it does not fit."""


def _exactly(wanted: str, name: str) -> int | None:
    """A whole name; the bare surname that a text uses for somebody is a part of one, and others may bear it too."""
    return 0 if wanted.replace(" ", "") == name.replace(" ", "") else None


def _as_part(wanted: str, name: str) -> int | None:
    return 0 if set(wanted.split()) <= set(name.split()) else None


def _by_beginnings(wanted: str, name: str) -> int | None:
    words = name.split()
    return 0 if all(any(word.startswith(typed) for word in words) for typed in wanted.split()) else None


def _but_for_typos(wanted: str, name: str) -> int | None:
    """Count the letters to change; every word typed must be near one of the name, or all of it near the whole name."""
    whole = _distance(wanted.replace(" ", ""), name.replace(" ", ""))
    if whole is not None:
        return whole
    total = 0
    for typed in wanted.split():
        near = [distance for word in name.split() if (distance := _distance(typed, word)) is not None]
        if not near:
            return None
        total += min(near)
    return total


def _distance(typed: str, word: str) -> int | None:
    allowed = 0 if len(typed) < 4 else 1 if len(typed) < 8 else 2
    distance = OSA.distance(typed, word, score_cutoff=allowed)
    return distance if distance <= allowed else None


_FITS: tuple[Fits, ...] = (_exactly, _as_part, _by_beginnings, _but_for_typos)


def _acts(entity: Entity) -> bool:
    return entity.kind in ontology().in_group("actor")


def _names(entity: Entity, *, titled: bool) -> tuple[str, ...]:
    """Fold the names; ``titled`` adds the one with its title, "General Belmonte", which a title alone does not mean."""
    title = entity.properties.get("title") if titled else None
    names = (entity.name, *entity.aliases, *([f"{title} {entity.name}"] if title else []))
    return tuple(dict.fromkeys(map(fold, names)))


def _whole(names: Sequence[str]) -> list[str]:
    """Leave out the aliases that are but a part of the entity's own name."""
    own = set(names[0].split())
    return [names[0], *(name for name in names[1:] if not set(name.split()) < own)]


def _best(known: Mapping[str, Sequence[str]], wanted: str, fits: Fits) -> list[str]:
    """Return the ids of the entities that fit best."""
    found: dict[int, list[str]] = {}
    for key, names in known.items():
        costs = [cost for name in names if (cost := fits(wanted, name)) is not None]
        if costs:
            found.setdefault(min(costs), []).append(key)
    return found[min(found)] if found else []


def _ambiguous(name: str, entities: Sequence[Entity]) -> AmbiguousName:
    def rank(entity: Entity) -> tuple[int, int, str, str]:
        return -len({m.document for m in entity.mentions}), -len(entity.mentions), entity.name, entity.id

    lines = [line(entity) for entity in sorted(entities, key=rank)]
    more = [f"… and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    return AmbiguousName(
        f"{name!r} fits {len(entities)} entities; write more of the name, or the id at the end of its line:",
        [*lines[:SHOWN], *more],
    )


def _suggestion(network: Network, known: Mapping[str, Sequence[str]], wanted: str) -> str:
    spelled = {name: network.entities[key].name for key, names in known.items() for name in names}
    near = process.extract(wanted, list(spelled), scorer=fuzz.ratio, limit=3, score_cutoff=ALIKE)
    names = list(dict.fromkeys(spelled[name] for name, _, _ in near))
    return f"; did you mean {', '.join(names)}?" if names else ""
