"""The command line as a whole: the table of commands, start-up, errors and exit codes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import __version__
from graph.casebook import Casebook
from graph.cli.app import COMMANDS, command_line, report, run
from graph.cli.console import Progress, emit, prepare
from graph.errors import AmbiguousName, InputError, NotFound, ServiceError, VinculoError
from graph.model import Extraction
from tests.support import document

ROOT = Path(__file__).parents[2]
HEAVY = {"networkx", "neo4j", "numpy", "pyvis", "rapidfuzz", "rich", "rigour", "yaml", "sqlite3", "multiprocessing"}
LOADED = """
import sys
from graph.cli.app import run
code = run(sys.argv[1:])
print("LOADED", *sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


def commands(group: Any = None, before: str = "vinculo") -> Iterator[tuple[str, Any]]:
    """Give every command with its full name, sub-commands too."""
    for name, command in (group or command_line()).commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


def run_python(script: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a fresh interpreter."""
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_command_explains_itself_with_an_example(name: str, command: Any) -> None:
    """The help of each command has an example of that very command, and every option and argument says what it is."""
    examples = [line for line in command.help.splitlines() if line.startswith("Example: ")]
    assert examples, f"{name}: the docstring has no line 'Example: {name} …'"
    for example in examples:
        words = example.removeprefix("Example: ").split()
        assert words[0] == "vinculo"
        assert " ".join(name.split()[1:]) in example
        assert len(example) <= 76, "a longer line would be broken"
    for parameter in command.params:
        assert parameter.help, f"{name}: {parameter.name} has no help"


def test_no_command_is_missing() -> None:
    """What the main job needs is there: a command without its file would not be listed."""
    listed = {name.split()[1] for name, _ in commands()}
    assert {"import", "inspect", "status", "show", "path", "map", "remove", "export"} <= listed <= set(COMMANDS)


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], [], *([name, "--help"] for name in command_line().commands)]
)
def test_help_and_version_load_nothing_heavy(words: list[str]) -> None:
    """Neither the libraries that do the work nor the rules are loaded to say what a command does."""
    done = run_python(LOADED, *words)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    loaded = set(done.stderr.split("LOADED ")[1].split())
    assert "typer" in loaded
    assert loaded & HEAVY == set()


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    """``--version`` prints the version of the package."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"vinculo {__version__}\n"


def test_completion_offers_the_commands() -> None:
    """The shell's Tab completes the name of a command, without loading anything heavy."""
    script = "from graph.cli.app import run; run([])"
    done = run_python(script, _VINCULO_COMPLETE="complete_bash", COMP_WORDS="vinculo sta", COMP_CWORD="1")
    assert done.stdout.split() == ["status"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["stats"], "Error: No such command 'stats'. Did you mean 'status'? See 'vinculo --help'.\n"),
        (["status", "--yes"], "Error: No such option: --yes. See 'vinculo status --help'.\n"),
        (["import"], "Error: Missing argument 'PATH...'. See 'vinculo import --help'.\n"),
        (["import", "--jobs", "0", "."], " equal to 1. See 'vinculo import --help'.\n"),
        (["--casebook"], "Error: Option '--casebook' requires an argument. See 'vinculo --help'.\n"),
    ],
)
def test_wrong_use_is_one_line(capsys: pytest.CaptureFixture[str], words: list[str], message: str) -> None:
    """A mistyped command line is one line on stderr that says where to read on; exit code 2."""
    assert run(words) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.endswith(message)
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code", "lines"),
    [
        (NotFound("no such actor: Nobody"), 1, ["Error: no such actor: Nobody"]),
        (InputError("x.txt: binary"), 2, ["Error: x.txt: binary"]),
        (ServiceError("Neo4j does not answer"), 3, ["Error: Neo4j does not answer"]),
        (AmbiguousName("2 actors fit", ["Ana B.", "Ana C."]), 2, ["Error: 2 actors fit", "  Ana B.", "  Ana C."]),
    ],
)
def test_each_error_has_its_exit_code(
    capsys: pytest.CaptureFixture[str], error: VinculoError, code: int, lines: list[str]
) -> None:
    """An error is one line on stderr; an ambiguous name is followed by its candidates."""
    assert report(error) == code
    assert capsys.readouterr().err.splitlines() == lines


def test_the_casebook_comes_from_the_option_or_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``--casebook`` goes before ``VINCULO_CASEBOOK``, which goes before ``casebook.db`` in the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VINCULO_CASEBOOK", raising=False)
    run(["status"])
    monkeypatch.setenv("VINCULO_CASEBOOK", "from-environment.db")
    run(["status"])
    run(["--casebook", "from-option.db", "status"])
    named = [line.split(": ")[1] for line in capsys.readouterr().err.splitlines()]
    assert named == ["casebook.db", "from-environment.db", "from-option.db"]


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """``vinculo … | head`` ends without a word on stderr."""
    path = tmp_path / "casebook.db"
    with Casebook.open(path, create=True) as casebook:
        for number in range(300):
            casebook.add(document(f"D{number}", "Nothing.", title="A long title " * 50), Extraction())
    command = [sys.executable, "-c", "import sys; from graph.cli import main; main()"]
    command += ["--casebook", str(path), "status", "--documents"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_a_document_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters in names and titles are shown, not obeyed."""
    emit("Ana\x1b[2J\x07 \x9b31m Belmonte\tx\x7f")
    assert capsys.readouterr().out == "Ana\\x1b[2J\\x07 \\x9b31m Belmonte\tx\\x7f\n"


def test_pipes_get_utf8_whatever_the_locale() -> None:
    """Output into a file or pipe is UTF-8 in any locale; a lone surrogate does not stop it."""
    script = "from graph.cli.console import emit, prepare; prepare(); emit('Ōta \\udc80')"
    done = run_python(script, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.stdout == "Ōta \\udc80\n"


PAINTING = """
from graph.cli.console import Progress, bold, emit
emit(bold("Ana"))
with Progress("Importing", "documents", 3) as progress:
    progress.advance(2)
"""


@pytest.mark.parametrize(
    ("environment", "out"),
    [
        ({"TERM": "xterm"}, b"\x1b[1mAna\x1b[0m"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, b"Ana"),
        ({"TERM": "dumb"}, b"Ana"),
    ],
)
def test_a_terminal_gets_colours_and_progress(environment: dict[str, str], out: bytes) -> None:
    """On a terminal there is bold type, unless NO_COLOR or a dumb terminal forbids it, and a progress line."""
    ours, theirs = os.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    subprocess.run(
        [sys.executable, "-c", PAINTING],
        cwd=ROOT,
        env={**clean, **environment},
        stdout=theirs,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    printed = os.read(ours, 10_000)
    os.close(ours)
    assert printed.splitlines()[0] == out
    assert b"Importing: 2/3 documents" in printed


def test_a_pipe_gets_neither_colours_nor_progress(capsys: pytest.CaptureFixture[str]) -> None:
    """What is not a terminal gets plain text, and no progress."""
    prepare()
    with Progress("Importing", "documents") as progress:
        progress.advance()
    done = run_python(PAINTING, TERM="xterm")
    assert (done.stdout, done.stderr) == ("Ana\n", "")
    assert capsys.readouterr().err == ""
