"""Files into the casebook: what is imported does not depend on how, how often or in what order."""

import gzip
import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.casebook import Casebook, Said
from graph.casebook.rows import MENTION_COLUMNS
from graph.errors import CasebookError
from graph.export.json import write
from graph.model import Document, Paragraph, Problem
from graph.pipeline import ImportSummary, import_paths, load_network
from graph.pipeline.workers import AHEAD, TOGETHER, extract_one, outcomes
from tests.pipeline.corpus import texts, write_folder, write_lines

ROOT = Path(__file__).parents[2]
VINCULO = [sys.executable, "-c", "from graph.cli import main; main()"]


def import_into(path: Path, *paths: Path, jobs: int = 1, seconds: float = 10.0) -> tuple[ImportSummary, list[str]]:
    """Import into a casebook; return the summary and the problems."""
    problems: list[str] = []
    with Casebook.open(path, create=True) as casebook:
        summary = import_paths(
            casebook, paths, jobs=jobs, seconds=seconds, on_problem=lambda problem: problems.append(str(problem))
        )
    return summary, problems


def export_of(path: Path) -> str:
    """Return the JSON export of a casebook."""
    stream = io.StringIO()
    with Casebook.open(path) as casebook:
        write(load_network(casebook), stream)
    return stream.getvalue()


def held(path: Path) -> list[str]:
    """Return the ids of the documents in a casebook; none if it does not exist yet."""
    try:
        with Casebook.open(path) as casebook:
            return [row[0] for row in casebook.titles()]
    except CasebookError:
        return []


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    """A second import of the same documents leaves every byte of the casebook as it is."""
    folder, path = write_folder(tmp_path / "documents", 9), tmp_path / "casebook.db"
    first, problems = import_into(path, folder)
    assert (first.added, first.replaced, first.unchanged, first.unread) == (9, 0, 0, 0)
    assert first.mentions > 9
    assert first.claims > 9
    assert problems == []
    before = path.read_bytes()
    again, _ = import_into(path, folder)
    assert again == ImportSummary(unchanged=9)
    assert path.read_bytes() == before


def test_an_edited_document_replaces_its_own_claims(tmp_path: Path) -> None:
    """After an edit the casebook is what an import of the edited documents alone would make."""
    folder, path = write_folder(tmp_path / "documents", 6), tmp_path / "casebook.db"
    import_into(path, folder)
    edited = folder / "0003.txt"
    edited.write_text(edited.read_text(encoding="utf-8").replace("arrested", "met with"), encoding="utf-8")
    summary, _ = import_into(path, folder)
    assert (summary.added, summary.replaced, summary.unchanged) == (0, 1, 5)
    import_into(tmp_path / "fresh.db", folder)
    assert export_of(path) == export_of(tmp_path / "fresh.db")


def test_removing_is_as_if_it_had_never_come(tmp_path: Path) -> None:
    """Without one document the export is that of an import of all others."""
    folder, path = write_folder(tmp_path / "documents", 6), tmp_path / "casebook.db"
    import_into(path, folder)
    with Casebook.open(path) as casebook:
        casebook.remove("07BRIDGETOWN4")
    (folder / "0003.txt").unlink()
    import_into(tmp_path / "fresh.db", folder)
    assert export_of(path) == export_of(tmp_path / "fresh.db")


def test_order_and_workers_make_no_difference(tmp_path: Path) -> None:
    """Files one by one, backwards, or by two processes: the export is the same, and so is what the casebook says."""
    folder = write_folder(tmp_path / "documents", 9)
    files = sorted(folder.iterdir())
    import_into(tmp_path / "straight.db", folder)
    for file in reversed(files):
        import_into(tmp_path / "backwards.db", file)
    import_into(tmp_path / "two.db", folder, jobs=2)
    exports = {export_of(tmp_path / name) for name in ("straight.db", "backwards.db", "two.db")}
    # The path as given is part of the export; it is the same here, because each file was given below the same folder.
    assert len(exports) == 1


def test_the_hash_seed_makes_no_difference(tmp_path: Path) -> None:
    """Python's random order of sets is nowhere in the export: whole commands under two seeds give the same bytes."""
    write_folder(tmp_path / "documents", 6)
    made = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "VINCULO_CASEBOOK": f"{seed}.db"}
        for words in (["import", "documents"], ["export", "-o", f"{seed}.json"]):
            subprocess.run([*VINCULO, *words], cwd=tmp_path, env=environment, capture_output=True, check=True)
        made.append((tmp_path / f"{seed}.json").read_bytes())
    assert made[0] == made[1]


def test_a_kill_leaves_whole_documents(tmp_path: Path) -> None:
    """After kill -9 in the middle the casebook can be read and holds whole documents; a rerun completes it."""
    lines, path = write_lines(tmp_path / "documents.jsonl", 150), tmp_path / "casebook.db"
    import_into(tmp_path / "whole.db", lines)
    with Casebook.open(tmp_path / "whole.db") as casebook:
        mentions, claims = casebook.mentions(), casebook.claims()
    for wanted in (1, 80):
        process = subprocess.Popen([*VINCULO, "--casebook", str(path), "import", str(lines)], cwd=ROOT)
        while len(held(path)) < wanted and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        kept = held(path)
        assert process.returncode == -signal.SIGKILL, "it was over before the kill"
        assert wanted <= len(kept) < 150, "the kill came in the middle"
        with Casebook.open(path) as casebook:
            assert casebook.mentions() == [m for m in mentions if m.document in set(kept)]
            assert casebook.claims() == [c for c in claims if c.document in set(kept)]
    summary, _ = import_into(path, lines)
    assert summary.unchanged >= 80
    assert summary.added + summary.unchanged == 150
    assert export_of(path) == export_of(tmp_path / "whole.db")


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Let commands hear Ctrl-C even where a shell runs the tests in its background, and so has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_interrupts")
def test_an_interrupt_ends_the_import_and_keeps_what_is_there(tmp_path: Path) -> None:
    """Ctrl-C, with worker processes, is one line, exit code 130, and whole documents."""
    lines, path = write_lines(tmp_path / "documents.jsonl", 400), tmp_path / "casebook.db"
    command = [*VINCULO, "--casebook", str(path), "import", "--jobs", "2", str(lines)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, process_group=0) as process:
        while not held(path) and process.poll() is None:
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr
        assert process.stderr.read() == "Interrupted.\n"
    assert process.returncode == 130
    assert 0 < len(held(path)) < 400


def test_two_texts_under_one_id(tmp_path: Path) -> None:
    """Of two texts under one id the first by path is kept, with one line; doing it again changes nothing."""
    text = texts(1)["0000.txt"]
    folder, path = tmp_path / "documents", tmp_path / "casebook.db"
    folder.mkdir()
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text.replace("arrested", "met"), encoding="utf-8")
    for expected in (ImportSummary(added=1, mentions=1, claims=1, unread=1), ImportSummary(unchanged=1, unread=1)):
        summary, problems = import_into(path, *[folder / "b.txt", folder / "a.txt"])
        assert replace(summary, mentions=min(summary.mentions, 1), claims=min(summary.claims, 1)) == expected
        assert len(problems) == 1
        assert problems[0].startswith(f"{folder / 'b.txt'}: has the id 07BRIDGETOWN1 of {folder / 'a.txt'}")


def test_a_text_from_another_file_is_announced(tmp_path: Path) -> None:
    """A file that takes the place of another one of the same id says so: two folders may hold files of one name."""
    path = tmp_path / "casebook.db"
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "note.txt").write_text(
            f"A Meeting\nMay 3, 2011\n\nAna Belmonte met the {name} judge.\n", encoding="utf-8"
        )
    import_into(path, tmp_path / "first")
    summary, problems = import_into(path, tmp_path / "second")
    first, second = tmp_path / "first" / "note.txt", tmp_path / "second" / "note.txt"
    assert (summary.replaced, summary.problems, summary.unread) == (1, 1, 0)
    assert problems == [f"{second}: takes the place of {first}, which has the same id note"]


def test_the_same_file_twice_is_one_document(tmp_path: Path) -> None:
    """Two copies of the same bytes under one id are one document."""
    folder = tmp_path / "documents"
    write_folder(folder, 1)
    shutil.copy(folder / "0000.txt", folder / "copy.txt")
    summary, problems = import_into(tmp_path / "casebook.db", folder)
    assert (summary.added, summary.unchanged, problems) == (1, 0, [])


def test_bad_input_does_not_cost_the_others(tmp_path: Path) -> None:
    """What cannot be read is one line each; all other documents are imported, by one process or two."""
    folder = write_folder(tmp_path / "documents", 3)
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "cut.txt.gz").write_bytes(gzip.compress(texts(1)["0000.txt"].encode() * 50)[:-400])
    missing = tmp_path / "missing.txt"
    for jobs in (1, 2):
        path = tmp_path / f"{jobs}.db"
        summary, problems = import_into(path, folder, missing, jobs=jobs)
        assert (summary.added, summary.unread) == (3, 4)
        named = sorted(problem.split(": ")[0] for problem in problems)
        assert named == sorted(map(str, [folder / "binary.txt", folder / "cut.txt.gz", folder / "empty.txt", missing]))
        assert len(held(path)) == 3


def test_a_document_that_takes_too_long_is_left_out(tmp_path: Path) -> None:
    """A document over its time is reported and not stored, so that a later import tries again."""
    folder, path = write_folder(tmp_path / "documents", 2), tmp_path / "casebook.db"
    summary, problems = import_into(path, folder, seconds=1e-6)
    assert (summary.added, summary.unread) == (0, 2)
    assert problems[0] == f"{folder / '0000.txt'}: took longer than 1e-06 seconds and was left out"
    summary, problems = import_into(path, folder)
    assert (summary.added, problems) == (2, [])


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the clock may strike in a finaliser
def test_a_million_short_lines_do_not_cost_the_others(tmp_path: Path) -> None:
    """A file of a million lines is imported in time or reported, and the others are imported."""
    folder, path = write_folder(tmp_path / "documents", 2), tmp_path / "casebook.db"
    import_into(tmp_path / "first.db", folder)  # the rules are loaded with the first document, which takes its time
    (folder / "0000-lines.txt").write_text("It rained.\n" * 1_000_000, encoding="utf-8")
    summary, problems = import_into(path, folder, seconds=1.0)
    assert summary.added + summary.unread == 3
    assert {"07BRIDGETOWN1", "07BRIDGETOWN2"} <= set(held(path))
    assert all(problem.startswith(f"{folder / '0000-lines.txt'}: ") for problem in problems)


def test_a_mistake_of_ours_costs_one_document() -> None:
    """If extraction fails on a document, it is a problem with the file's name, not the end of the import."""
    paragraphs = (Paragraph("1", "", 0, 10),)
    broken = Document("D1", "article", None, "broken.txt", "", paragraphs=paragraphs)  # type: ignore[arg-type]
    outcome = extract_one(broken)
    assert isinstance(outcome, Problem)
    assert str(outcome).startswith("broken.txt: could not be extracted and was left out; please report this: ")


def test_every_document_is_counted_for_progress(tmp_path: Path) -> None:
    """The callback comes once a document, stored or held already."""
    folder = write_folder(tmp_path / "documents", 4)
    seen: list[str] = []
    for _ in range(2):
        with Casebook.open(tmp_path / "casebook.db", create=True) as casebook:
            import_paths(casebook, [folder], on_document=lambda document: seen.append(document.source))
    assert seen == [str(file) for file in sorted(folder.iterdir())] * 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_to_a_worker_together_comes_back_in_order(jobs: int) -> None:
    """Every item comes with its own outcome, in the order of the input; what is not wanted or a problem has none."""
    cities = ["Lima", "Quito", "Bogota", "Havana", "Caracas", "Madrid", "Lisbon", "Paris", "Rome"]
    assert len(cities) > 2 * TOGETHER
    said = [f"It rained in {city}." for city in cities]
    items: list[Document | Problem] = [
        Document(f"D{n}", "article", text, f"{n}.txt", "", paragraphs=(Paragraph("", "", 0, len(text)),))
        for n, text in enumerate(said)
    ]
    items.insert(2, Problem("x.txt", "is empty"))
    found = list(outcomes(items, lambda document: document.id != "D4", jobs))
    assert [item for item, _ in found] == items
    for item, outcome in found:
        if isinstance(item, Problem) or item.id == "D4":
            assert outcome is None
        else:
            assert isinstance(outcome, Said)
            assert [row[MENTION_COLUMNS.index("text") - 1] for row in outcome.mentions] == [item.text[13:-1]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_reading_is_never_far_ahead(jobs: int) -> None:
    """However many documents there are, only a few wait for the workers: memory stays flat."""
    pulled = 0

    def endless() -> Iterator[Problem]:
        nonlocal pulled
        while True:
            pulled += 1
            yield Problem("x.txt", "is empty")

    found = outcomes(endless(), lambda _: True, jobs)
    for _ in range(100):
        next(found)
    found.close()
    assert pulled <= 100 + AHEAD * jobs
