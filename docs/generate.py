"""Write the pages of docs/ that are generated from the code: ``make docs``. A test fails when they differ from it.

- ``ontology.md`` from ``graph/ontology.yaml``
- ``cli.md`` from the ``--help`` of every command
- ``questions.md`` from the headers of ``cypher/ask/`` and ``cypher/gds/``
- ``README.md``: the output below every ``$ vinculo …`` is what the command prints, run in order on the seeds
"""  # noqa: INP001 - a script, not a package

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from graph.cli.app import command_line, run
from graph.model import Value
from graph.neo.library import questions
from graph.ontology import Kind, RelationType, ontology

DOCS = Path(__file__).parent
TOP = DOCS.parent
WIDTH = "80"  # columns of the help texts, whatever the terminal
BLOCK = re.compile(r"(?<=^```console\n)\$ vinculo (?:.*\n)*?(?=```$)", re.MULTILINE)


def ontology_page() -> str:
    """Write the kinds, the relation types and what they mean."""
    vocabulary = ontology()
    return "\n".join(
        [
            "# Kinds and relations",
            "",
            "Generated from `graph/ontology.yaml` by `make docs`; do not edit.",
            "",
            "Every node of the graph has a kind, every edge a type. An edge is a sentence: read it aloud with the",
            "names of its two ends in place. Its *modality* says how the document puts it: `asserted`, `alleged`,",
            "`attempted`, `planned` or `denied`.",
            "",
            "## Kinds",
            "",
            "| kind | is | groups | colour |",
            "|---|---|---|---|",
            *(_kind(kind) for kind in vocabulary.kinds.values()),
            "",
            "An `actor` can act; an `organized` actor has members. A kind in the group `hub` is no step of a path",
            "unless asked for: two people are not connected because both were in one country.",
            "",
            "## Relations",
            "",
            "| type | says | from | to | backwards |",
            "|---|---|---|---|---|",
            *(_relation(relation) for relation in vocabulary.relations.values()),
            "",
            "A group stands for all of its kinds.",
            "",
        ]
    )


def _kind(kind: Kind) -> str:
    return f"| `{kind.id}` | {kind.says} | {', '.join(kind.groups)} | `{kind.colour}` |"


def _relation(relation: RelationType) -> str:
    backwards = "the same" if relation.symmetric else relation.inverse
    return f"| `{relation.id}` | {relation.says} | {_ends(relation.source)} | {_ends(relation.target)} | {backwards} |"


def _ends(kinds: Iterable[str]) -> str:
    """Name the kinds by the fewest groups: ``actor, place`` rather than six kinds."""
    left, names = set(kinds), []
    for group in ("actor", "organized", "event", "thing"):
        members = ontology().in_group(group)
        if members <= left:
            names.append(group)
            left -= members
    return ", ".join([*names, *(kind for kind in ontology().kinds if kind in left)])


def cli_page() -> str:
    """Write the help of every command."""
    parts = [
        "# The command line",
        "",
        "Generated from `vinculo COMMAND --help` by `make docs`; do not edit.",
        "",
        "Data goes to stdout, messages and progress to stderr. Exit codes: 0 found or done, 1 nothing found, 2 wrong",
        "use or bad input, 3 a service is not reachable, 130 interrupted.",
        "",
        *_help(),
    ]
    return "\n".join(parts + _commands_of(command_line()))


def _commands_of(group: Any, *before: str) -> list[str]:
    """Write the help of a group's commands, and of theirs below it."""
    parts = []
    for name, command in group.commands.items():
        words = (*before, name)
        parts += [f"{'#' * (len(words) + 1)} vinculo {' '.join(words)}", "", *_help(*words)]
        if hasattr(command, "commands"):
            parts += _commands_of(command, *words)
    return parts


def _help(*command: str) -> list[str]:
    return ["```console", f"$ {' '.join(['vinculo', *command, '--help'])}", help_text(*command), "```", ""]


def help_text(*command: str) -> str:
    """Return what ``--help`` prints, at 80 columns."""
    before, os.environ["COLUMNS"] = os.environ.get("COLUMNS"), WIDTH
    try:
        with redirect_stdout(io.StringIO()) as out:
            run([*command, "--help"])
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return out.getvalue().strip("\n")


def questions_page() -> str:
    """Write what can be asked of the graph in Neo4j."""
    parts = [
        "# Questions to the graph in Neo4j",
        "",
        "Generated from `cypher/ask/` and `cypher/gds/` by `make docs`; do not edit. [neo4j.md](neo4j.md) says how to",
        "ask them. A name is found by any part of it, in any case, with or without accents; dates may be a year, a",
        "month or a day.",
        "",
    ]
    for each in questions():
        words = [f"{name}={_word(value)}" for name, value in each.parameters.items()]
        parts += [
            f"## {each.short}",
            "",
            f"{each.title}. {each.about}",
            "",
            *["```console", " ".join(["$ vinculo query", each.short, *words]), "```", ""],
            f"Columns: {', '.join(f'`{column}`' for column in each.returns)}. [Cypher](../cypher/{each.name}.cypher)",
            "",
        ]
    return "\n".join(parts)


def _word(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) and not value.isalnum() else str(value)


def readme_page() -> str:
    """Write the README with what its commands print today, in a folder that holds the seeds and nothing else."""
    page = (TOP / "README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TOP / "seeds", Path(folder, "seeds"))
        return BLOCK.sub(lambda block: "".join(_run(line, folder) for line in _commands(block[0])), page)


def _commands(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ vinculo ")]


def _run(command: str, folder: str) -> str:
    """Run a command line as a reader's shell does, and return it with its output as a terminal of 100 columns wraps it.

    A command that fails ends the program: then the README is wrong.
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {name: value for name, value in os.environ.items() if name != "VINCULO_CASEBOOK"} | {"PATH": path}
    shell = ["/bin/sh", "-c", command]
    done = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode:
        sys.exit(f"README.md: $ {command}\n{done.stderr}exit code {done.returncode}")
    lines = (done.stdout + done.stderr).splitlines()
    return "\n".join([f"$ {command}", *(wrapped for line in lines for wrapped in _wrap(line))]) + "\n"


def _wrap(line: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.wrap(
        line.strip(), 100, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    ) or [""]


PAGES = {
    "docs/ontology.md": ontology_page,
    "docs/cli.md": cli_page,
    "docs/questions.md": questions_page,
    "README.md": readme_page,
}
"""Page → what writes it."""


def main() -> None:
    """Write all pages."""
    for name, write in PAGES.items():
        (TOP / name).write_text(write(), encoding="utf-8")
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
