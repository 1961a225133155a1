"""Answer a question of the library: look up its names first, and tell whom it takes where several fit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import neo4j
from neo4j.exceptions import ClientError

from graph.errors import InputError, NotFound, ServiceError
from graph.neo.library import Name, Statement, statement
from graph.neo.query import Answer, Limits, ask

__all__ = ["Fitting", "answer"]

_SHOWN = 5
"""How many entities that fit as well are named."""

_COUNTED = 100
"""How many are looked for, to say how many more there are."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """Whom a name fits, as (name, id): first the one that is taken by a question which takes one."""

    typed: str
    entities: tuple[tuple[str, str], ...]
    one: bool

    def choice(self) -> str:
        """Tell which of several is taken; empty where there is no choice."""
        if not self.one or len(self.entities) < 2:
            return ""
        taken, *others = [f"{name} ({identity})" for name, identity in self.entities]
        more = len(others) - _SHOWN
        rest = f" and {more} more" if more > 0 else ""
        return f"{self.typed!r} was taken for {taken}; also: {', '.join(others[:_SHOWN])}{rest}"


def answer(
    session: neo4j.Session,
    asked: Statement,
    parameters: Mapping[str, Any],
    limits: Limits,
    say: Callable[[str], None],
) -> Answer:
    """Ask a question of the library.

    Args:
        session: one for reading.
        asked: the question.
        parameters: checked, of the types that the question declares.
        limits: how much the answer may take.
        say: told who was taken where several fit a name, a line each.

    Raises:
        NotFound: the database holds no graph, or a name fits nothing in it.
        ServiceError: the server lacks the plug-in that the question needs.
    """
    ((filled,),) = ask(session, statement("look/filled").text, {}, limits).rows
    if not filled:
        raise NotFound("the graph in Neo4j is empty; fill it: vinculo load")
    found = [_fitting(session, parameters[parameter], name, limits) for parameter, name in asked.names.items()]
    for each in found:
        if choice := each.choice():
            say(choice)
    try:
        answered = ask(session, asked.text, parameters, limits)
    except (ClientError, InputError) as error:
        if asked.name.startswith("gds/") and "gds." in str(error):
            raise ServiceError(
                f"{asked.short} needs Neo4j's Graph Data Science plug-in, which this server does not have; "
                "without it ask best-connected or bridges"
            ) from error
        raise
    return replace(answered, about=tuple(each.entities[0][0] for each in found if each.one))


def _fitting(session: neo4j.Session, typed: str, name: Name, limits: Limits) -> Fitting:
    given = {"name": typed, "label": name.label}
    rows = ask(session, statement("look/fitting").text, given, Limits(_COUNTED, limits.seconds)).rows
    if not rows:
        what = "nothing" if name.label == "Entity" else f"no {name.label.lower()}"
        raise NotFound(f"{what} is called {typed!r}; for other spellings: vinculo query spelled-like name=…")
    return Fitting(typed, tuple((found, identity) for found, identity in rows), name.one)
