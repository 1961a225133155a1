"""Where documents come from: folders, gzip, zip, JSON lines; their names, ids, digests and order."""

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.documents import Limits, parse, read
from graph.errors import InputError
from graph.model import Document

TEXT = "Harbor Police Find Boats\n\nThe harbor police found two boats on Monday and took them to the pier.\n"
CABLE = "09LIMA77\nSUBJECT: BOATS\nTAGS: PE\n\n1. (C) They came.\n"


def documents(*paths: Path) -> Iterator[Document]:
    """Read paths that hold no problem."""
    for found in read(paths):
        assert isinstance(found, Document), found
        yield found


def test_a_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    """Folders within folders are read too, all sorted by name."""
    for name in ("b/two.txt", "a/three.txt", "one.txt", "b/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT}\n{name}\n")
    expected = [tmp_path / name for name in ("a/three.txt", "b/a.txt", "b/two.txt", "one.txt")]
    assert [d.source for d in documents(tmp_path)] == list(map(str, expected))


def test_the_order_of_the_arguments_does_not_matter(tmp_path: Path) -> None:
    """The same paths give the same documents in the same order."""
    paths = [tmp_path / f"{name}.txt" for name in "cab"]
    for path in paths:
        path.write_text(TEXT + path.name)
    assert list(documents(*paths)) == list(documents(*reversed(paths)))


def test_a_file_is_read_once(tmp_path: Path) -> None:
    """A file that is named twice, or reached by a link, is one document."""
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.txt").symlink_to(tmp_path / "one.txt")
    assert len(list(documents(tmp_path, tmp_path / "one.txt", tmp_path))) == 1


def test_what_is_no_document_is_passed_over_in_a_folder(tmp_path: Path) -> None:
    """Hidden files, settings, databases and read-me files in a folder are not read; a named one is."""
    for name in (".hidden", "source.yaml", "README.md", "casebook.db", "__init__.py", "LICENSE"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "one.md").write_text(TEXT)
    assert [d.id for d in documents(tmp_path)] == ["one"]
    assert [d.id for d in documents(tmp_path / "README.md")] == ["README"]


def test_gzip_holds_one_document(tmp_path: Path) -> None:
    """A compressed text is the text; its digest is of the text's bytes, and its id has no suffix."""
    (tmp_path / "boats.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    [document] = documents(tmp_path)
    assert (document.id, document.text, document.source) == ("boats", TEXT, str(tmp_path / "boats.txt.gz"))
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    """Compressed files and JSON lines are recognised whatever they are called."""
    row = json.dumps({"id": "R1", "text": TEXT})
    (tmp_path / "plain").write_bytes(gzip.compress(row.encode()))
    assert [d.id for d in documents(tmp_path)] == ["R1"]


def test_a_zip_holds_many(tmp_path: Path) -> None:
    """Each file of an archive is a document, named ``archive!inner``; folders and a Mac's additions are none."""
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as file:
        file.writestr("b/two.txt", TEXT + "two")
        file.writestr("one.txt", TEXT)
        file.writestr("__MACOSX/._one.txt", "rubbish")
        file.mkdir("c")
    found = list(documents(tmp_path / "pack.zip"))
    assert [(d.id, d.source) for d in found] == [
        ("b/two", f"{tmp_path / 'pack.zip'}!b/two.txt"),
        ("one", f"{tmp_path / 'pack.zip'}!one.txt"),
    ]


def test_archives_within_archives(tmp_path: Path) -> None:
    """A compressed JSON-lines file within a zip is read."""
    rows = "\n".join(json.dumps({"id": f"R{i}", "text": f"{TEXT} {i}"}) for i in range(3))
    buffer = io.BytesIO(gzip.compress(rows.encode()))
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as file:
        file.writestr("rows.jsonl.gz", buffer.getvalue())
    assert [d.id for d in documents(tmp_path)] == ["R0", "R1", "R2"]


def test_json_lines(tmp_path: Path) -> None:
    """``id`` names the document, ``kind`` its reader; other plain values are metadata, which fills empty fields."""
    row = {
        "id": 7,
        "text": "The boats came.",
        "kind": "cable",
        "date": "2009-11-24",
        "title": "Boats",
        "rank": 2.5,
        "x": [],
    }
    line = json.dumps(row)
    (tmp_path / "rows.jsonl").write_text(line + "\n")
    [document] = documents(tmp_path)
    assert (document.id, document.kind, document.date, document.title) == ("7", "cable", "2009-11-24", "Boats")
    assert dict(document.metadata) == {"kind": "cable", "date": "2009-11-24", "title": "Boats", "rank": 2.5}
    assert document.source == f"{tmp_path / 'rows.jsonl'}#1"
    assert document.sha256 == hashlib.sha256(line.encode()).hexdigest()


def test_a_json_line_without_id_is_named_after_its_line(tmp_path: Path) -> None:
    """Without an id of its own a line is called after the file and its number, unless the text names itself."""
    rows = [{"text": TEXT}, {"text": CABLE}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [d.id for d in documents(tmp_path)] == ["rows#1", "09LIMA77"]


def test_the_id_of_a_json_line_wins(tmp_path: Path) -> None:
    """The id that the line gives names the document even where the text names itself."""
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "MINE", "text": CABLE}))
    assert [d.id for d in documents(tmp_path)] == ["MINE"]


def test_a_dateline_in_the_metadata_dates_the_article(tmp_path: Path) -> None:
    """Old news collections keep the dateline beside the text."""
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": TEXT, "dateline": "LIMA, 4 FEB 90 (EFE)"}))
    assert [d.date for d in documents(tmp_path)] == ["1990-02-04"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("boats.txt", "boats"),
        ("boats.v2.txt", "boats.v2"),
        ("boats", "boats"),
        ("boats.2009", "boats.2009"),
        ("harbor/document.txt", "harbor"),
        ("harbor/Article.md", "harbor"),
        ("harbor/index.txt.gz", "harbor"),
    ],
)
def test_a_document_without_id_is_named_after_its_file(tmp_path: Path, path: str, expected: str) -> None:
    """The file's name without suffix, or its folder's where the file's name says nothing."""
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_bytes(gzip.compress(TEXT.encode()) if path.endswith("gz") else TEXT.encode())
    assert [d.id for d in documents(tmp_path)] == [expected]


def test_files_of_one_name_in_two_folders_stay_apart(tmp_path: Path) -> None:
    """The id is the path below the given folder, whatever else it holds; a file given itself is called by its name."""
    for year in ("2019", "2020"):
        (tmp_path / "y" / year).mkdir(parents=True)
        (tmp_path / "y" / year / "interview.txt").write_text(TEXT + year)
        (tmp_path / "y" / year / "text.txt").write_text(TEXT + TEXT + year)
    expected = ["2019/interview", "2019", "2020/interview", "2020"]
    assert [d.id for d in documents(tmp_path / "y")] == expected
    assert [d.id for d in documents(tmp_path / "y" / "2020")] == ["interview", "2020"]
    assert [d.id for d in documents(tmp_path / "y" / "2020" / "interview.txt")] == ["interview"]


def test_the_working_folder_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same folder gives the same ids from wherever it is named."""
    (tmp_path / "y" / "2019").mkdir(parents=True)
    (tmp_path / "y" / "2019" / "one.txt").write_text(TEXT)
    (tmp_path / "y" / "document.txt").write_text(TEXT + TEXT)
    expected = ["2019/one", "y"]
    for folder, path in ((tmp_path, "y"), (tmp_path, "./y/"), (tmp_path / "y", "."), (tmp_path / "y" / "2019", "..")):
        monkeypatch.chdir(folder)
        assert [d.id for d in documents(Path(path))] == expected


def test_an_archive_in_a_folder_is_a_folder(tmp_path: Path) -> None:
    """The files of two archives of one folder stay apart; so do the nameless lines of two collections."""
    for year in ("2019", "2020"):
        with zipfile.ZipFile(tmp_path / f"{year}.zip", "w") as file:
            file.writestr("interview.txt", TEXT + year)
            file.writestr("document.txt", TEXT + TEXT + year)
            file.writestr("rows.jsonl", json.dumps({"text": TEXT * 3 + year}))
    ids = [f"{year}{rest}" for year in ("2019", "2020") for rest in ("", "/interview", "/rows#1")]
    assert [d.id for d in documents(tmp_path)] == ids
    assert [d.id for d in documents(tmp_path / "2019.zip")] == ["2019", "interview", "rows#1"]


def test_a_cable_is_named_by_itself(tmp_path: Path) -> None:
    """A cable's own id wins over its file's name, and is recognised by content."""
    (tmp_path / "document.txt").write_text(CABLE)
    [document] = documents(tmp_path)
    assert (document.id, document.kind) == ("09LIMA77", "cable")


def test_parse_takes_what_it_is_given() -> None:
    """``parse`` reads one text as the kind it is told, under the id it is told."""
    document = parse(TEXT, source="x/boats.txt", kind="cable", id="ID", sha256="abc", metadata={"rank": 1})
    assert (document.id, document.kind, document.sha256, document.source) == ("ID", "cable", "abc", "x/boats.txt")
    assert document.metadata["rank"] == 1
    assert parse(TEXT, source="x/boats.txt").id == "boats"


def test_an_unknown_kind_is_refused() -> None:
    """A kind without a reader is the user's error, and the message names those there are."""
    with pytest.raises(InputError, match="cable, article"):
        parse(TEXT, source="x", kind="novel")


def test_all_can_be_read_as_one_kind(tmp_path: Path) -> None:
    """``kind`` overrules what is recognised."""
    (tmp_path / "one.txt").write_text(TEXT)
    assert [d.kind for d in read([tmp_path], Limits(), kind="cable") if isinstance(d, Document)] == ["cable"]


def test_copies_of_a_text_are_one_document(tmp_path: Path) -> None:
    """The same cable as a file and as a JSON line is one document, and no problem."""
    (tmp_path / "cable.txt").write_text(CABLE)
    (tmp_path / "copy.txt").write_text(CABLE)
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "09LIMA77", "text": CABLE}))
    assert [d.source for d in documents(tmp_path)] == [str(tmp_path / "cable.txt")]
