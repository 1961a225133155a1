"""Bad input becomes one clear line with the file's name; everything else is still read."""

import gzip
import io
import json
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from graph.documents import Limits, read
from graph.model import Document, Problem

GOOD = (
    "Harbor Police Find Boats\nMay 3, 2011\n\nThe harbor police found two boats on Monday and took them to the pier.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder that holds one good document."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def split(*paths: Path, limits: Limits | None = None) -> tuple[list[Document], list[Problem]]:
    """Read paths; return documents and problems."""
    found = list(read(paths, limits or Limits()))
    return [d for d in found if isinstance(d, Document)], [p for p in found if isinstance(p, Problem)]


def only_problem(folder: Path, limits: Limits | None = None) -> str:
    """Read the folder; return the one problem's line after checking that the good document was read too."""
    documents, problems = split(folder, limits=limits)
    assert [d.id for d in documents if d.id == "good"] == ["good"]
    assert len(problems) == 1
    assert "\n" not in str(problems[0])
    return str(problems[0])


def test_a_missing_path_is_named(folder: Path) -> None:
    """A path that does not exist is a problem, and the others are read."""
    documents, problems = split(folder / "nowhere.txt", folder)
    assert [d.id for d in documents] == ["good"]
    assert str(problems[0]) == f"{folder / 'nowhere.txt'}: no such file or folder"


def test_an_unreadable_file_is_named(folder: Path) -> None:
    """A file that may not be read, or whose reading fails, is a problem."""
    secret = folder / "secret.txt"
    secret.write_text(GOOD)
    secret.chmod(0)
    if os.access(secret, os.R_OK):  # root may read everything; no memory is mapped where this file begins
        secret.unlink()
        secret.symlink_to("/proc/self/mem")
    assert "read" in only_problem(folder)


def test_a_symlink_loop_ends(folder: Path) -> None:
    """A link to a folder above is followed once and not again, without a problem."""
    (folder / "inner").mkdir()
    (folder / "inner" / "loop").symlink_to(folder)
    documents, problems = split(folder)
    assert ([d.id for d in documents], problems) == (["good"], [])


def test_a_link_to_itself_is_named(folder: Path) -> None:
    """A link that leads nowhere is a problem."""
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    assert "loop.txt" in only_problem(folder)


def test_a_device_is_not_read(folder: Path) -> None:
    """A named pipe, which would block for ever, is a problem."""
    os.mkfifo(folder / "pipe.txt")
    assert "no file and no folder" in only_problem(folder)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n ", "holds no text"),
        ("mark.txt", b"\xef\xbb\xbf", "holds no text"),
        ("binary.txt", bytes(range(256)) * 40, "is a binary file"),
        ("nul.txt", GOOD.encode() + b"\0" + GOOD.encode() * 30, "holds NUL bytes"),
        ("paper.pdf", b"%PDF-1.7\n" + b"x" * 99, "is a PDF"),
        (
            "page.txt",
            b"<!DOCTYPE html>\n<html><body><p>Boats came.</p></body></html>",
            "is HTML; save it as text first",
        ),
        ("part.txt", b"\n<div class='text'>Boats came.</div>", "is HTML"),
        ("tags.txt", b"Boats came.</p>" * 9, "is HTML"),
        ("feed.txt", b"<?xml version='1.0'?><rss>Boats</rss>", "is XML; save it as text first"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"x" * 99, "is an old Office file; save it as text first"),
        ("rich.txt", b"{\\rtf1 Boats came.}", "is an RTF file; save it as text first"),
        ("rich_too.txt", b"\xef\xbb\xbf{\\rtf1 Boats came.}", "is an RTF file; save it as text first"),
        ("export.json", b'{"documents": [\n{"id": "A"},\n{"id": "B"}],\n"entities": []}', "is an export of a graph"),
        ("pretty.json", b'{\n  "text": "Boats came."\n}\n', "is JSON, but not one line for each document"),
        ("list.json", b'[{"text": "Boats came."}]', "is JSON, but not one line for each document"),
        ("other.json", b'{"a": 1}\n' * 50, "is JSON, but no line of it is an object with the document"),
        ("image.png", b"\x89PNG\r\n\x1a\n" + b"x" * 99, "is an image"),
        ("book.db", b"SQLite format 3\0" + bytes(84), ""),
    ],
)
def test_what_is_no_text_is_said(folder: Path, name: str, data: bytes, says: str) -> None:
    """Empty, binary and foreign files are each called what they are; a database in a folder is passed over."""
    (folder / name).write_bytes(data)
    if says:
        assert says in only_problem(folder)
    else:
        assert split(folder)[1] == []
        assert "is a database" in str(split(folder / name)[1][0])


@pytest.mark.parametrize("text", ["<b>Boats</b> came, and a < b. " + GOOD, "[A list]\n" + GOOD, "{Boats} came."])
def test_a_text_that_cites_markup_is_a_text(folder: Path, text: str) -> None:
    """A tag, a bracket or a brace does not make a text markup or JSON."""
    (folder / "cites.txt").write_text(text)
    documents, problems = split(folder)
    assert (len(documents), problems) == (2, [])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Harbor Police Find Boats\n\nThe boats came.\n\nThey left.\n", "no date found: dates without a year stay"),
        ("The boats came to the pier of Westhaven.\n", "no title and no date found"),
        ("WESTHAVEN, May 3, 2011 (AP) -- The boats came.\n", "no title found"),
        (GOOD, ""),
    ],
)
def test_an_article_says_what_its_head_does_not(folder: Path, text: str, says: str) -> None:
    """No title or no date is no error: the document is read, and says it."""
    (folder / "one.txt").write_text(text)
    documents, problems = split(folder / "one.txt")
    assert problems == []
    assert [p.message[: len(says)] for p in documents[0].problems] == ([says] if says else [])


def test_a_date_in_the_metadata_is_a_date(folder: Path) -> None:
    """The line of a collection needs no title, and its date may stand beside the text."""
    (folder / "a.jsonl").write_text('{"text": "Boats came.", "date": "2011-05-03"}\n{"text": "Boats left."}\n')
    documents, _ = split(folder / "a.jsonl")
    assert [len(d.problems) for d in documents] == [0, 1]


def test_invalid_utf8_is_read_and_said(folder: Path) -> None:
    """A damaged byte in UTF-8 is replaced, and the document says where."""
    data = "Señor Muñoz\n\nLlegó el año de la niña.\n".encode()
    (folder / "damaged.txt").write_bytes(data.replace(b"ni\xc3\xb1a", b"ni\xb1a"))
    documents, problems = split(folder)
    damaged = next(d for d in documents if d.id == "damaged")
    assert problems == []
    assert damaged.text == "Señor Muñoz\n\nLlegó el año de la ni\ufffda.\n"
    place = data.index(b"ni\xc3") + 2
    said = f"is not valid UTF-8 at byte {place}; what could not be read is shown as U+FFFD"
    assert str(damaged.problems[0]) == f"{folder / 'damaged.txt'}: {said}"


def test_lone_surrogates_are_replaced(folder: Path) -> None:
    """A JSON string that is no text is read with U+FFFD, one for one, and says so."""
    (folder / "lines.jsonl").write_text(
        '{"id": "S1", "text": "Boats \\ud800 came.\\u0000"}\n{"id": "S2", "text": "More."}\n'
    )
    documents, problems = split(folder)
    first = next(d for d in documents if d.id == "S1")
    assert problems == []
    assert first.text == "Boats \ufffd came.\ufffd"
    assert "U+FFFD, 2 times" in str(first.problems[0])
    first.text.encode("utf-8")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{broken", "is no JSON"),
        ('{"id": "X"}', 'has no "text"'),
        ('{"id": "X", "text": 5}', 'has no "text"'),
        ('{"id": "X", "text": "  "}', 'has an empty "text"'),
        ("[1, 2]", 'has no "text"'),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_a_bad_json_line_is_numbered(folder: Path, line: str, says: str) -> None:
    """A line that cannot be used is named by its number, and the lines around it are read."""
    rows = ['{"id": "A", "text": "Boats came."}', line, "", '{"id": "B", "text": "Boats left."}']
    (folder / "lines.jsonl").write_text("\n".join(rows))
    documents, problems = split(folder)
    assert {d.id for d in documents} == {"good", "A", "B"}
    assert [p.place for p in problems] == ["line 2"]
    assert says in problems[0].message


def test_many_bad_json_lines_are_counted(folder: Path) -> None:
    """A file full of bad lines does not flood the terminal."""
    (folder / "lines.jsonl").write_text('{"text": "Boats."}\n' + '{"id": 1}\n' * 1000)
    _, problems = split(folder)
    assert len(problems) == 21
    assert "980 more lines" in problems[-1].message


def test_truncated_gzip_text_is_refused(folder: Path) -> None:
    """Half a document is not the document."""
    (folder / "cut.txt.gz").write_bytes(gzip.compress(os.urandom(50_000).hex().encode())[:20_000])
    assert "cut.txt.gz: is damaged" in only_problem(folder)


def test_truncated_gzip_lines_are_read_up_to_the_cut(folder: Path) -> None:
    """Whole JSON lines before the cut are documents; the cut is a problem."""
    rows = "".join(json.dumps({"id": f"D{i}", "text": os.urandom(500).hex()}) + "\n" for i in range(100))
    (folder / "lines.jsonl.gz").write_bytes(gzip.compress(rows.encode())[:30_000])
    documents, problems = split(folder)
    assert 10 < len(documents) < 100
    assert len(problems) == 1
    assert "is damaged" in problems[0].message


def archive(path: Path, **entries: bytes) -> None:
    """Write a zip; ``__`` in a name stands for ``/``, ``UP`` for ``..``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name.replace("__", "/").replace("UP", ".."), data)


def test_names_that_lead_out_of_a_zip_are_refused(folder: Path) -> None:
    """Nothing is written, but such an archive is not to be trusted: the entry is named and skipped."""
    archive(folder / "pack.zip", UP__UP__evil=GOOD.encode(), fine=GOOD.encode())
    documents, problems = split(folder)
    assert {d.source for d in documents} == {str(folder / "good.txt"), f"{folder / 'pack.zip'}!fine"}
    assert "leads out of the archive" in str(problems[0])


def test_a_zip_bomb_is_cut_short(folder: Path) -> None:
    """An archive that unpacks to far more than its size is given up, within the limits."""
    archive(folder / "bomb.zip", a=b"a" * 30_000_000, b=GOOD.encode())
    assert "bomb.zip: unpacks to far more than its size" in only_problem(folder, Limits(ratio=20))


def test_a_gzip_bomb_is_cut_short(folder: Path) -> None:
    """The same for gzip."""
    (folder / "bomb.gz").write_bytes(gzip.compress(b"a" * 30_000_000))
    assert "unpacks to far more than its size" in only_problem(folder, Limits(ratio=20))


def test_the_total_of_a_zip_is_bounded(folder: Path) -> None:
    """However honest its ratio, an archive may not unpack to more than the total."""
    archive(folder / "big.zip", **{f"e{i}": os.urandom(1000).hex().encode() for i in range(50)})
    documents, problems = split(folder, limits=Limits(total=20_000))
    assert 1 < len(documents) < 20
    assert len(problems) == 1


def test_the_entries_of_a_zip_are_bounded(folder: Path) -> None:
    """Of an archive with too many files the first are read."""
    archive(folder / "many.zip", **{f"e{i}": f"Boat {i} came.".encode() for i in range(9)})
    documents, problems = split(folder, limits=Limits(entries=5))
    assert len(documents) == 6
    assert "holds 9 files" in str(problems[0])


def test_an_encrypted_entry_is_said(folder: Path) -> None:
    """An encrypted entry is a problem, not a crash."""
    archive(folder / "pack.zip", secret=GOOD.encode())
    data = bytearray((folder / "pack.zip").read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data[at : at + 2] = struct.pack("<H", struct.unpack("<H", data[at : at + 2])[0] | 1)
    (folder / "pack.zip").write_bytes(data)
    assert "is encrypted" in only_problem(folder)


def test_a_link_in_a_zip_is_refused(folder: Path) -> None:
    """A symbolic link in an archive is no document."""
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(folder / "pack.zip", "w") as file:
        file.writestr(link, "/etc/passwd")
    assert "is a link" in only_problem(folder)


def test_a_damaged_zip_is_said(folder: Path) -> None:
    """A zip without its directory is damaged; one with a damaged entry keeps its others."""
    archive(folder / "cut.zip", one=GOOD.encode())
    whole = (folder / "cut.zip").read_bytes()
    (folder / "cut.zip").write_bytes(whole[:60])
    assert "is damaged" in only_problem(folder)


def test_a_damaged_entry_does_not_hide_the_others(folder: Path) -> None:
    """A wrong checksum costs one entry only."""
    archive(folder / "pack.zip", one=GOOD.encode() * 3, two=b"Boats left.")
    data = bytearray((folder / "pack.zip").read_bytes())
    data[data.index(b"one") + 20] ^= 0xFF
    (folder / "pack.zip").write_bytes(data)
    documents, problems = split(folder)
    assert f"{folder / 'pack.zip'}!two" in {d.source for d in documents}
    assert len(problems) == 1


def test_an_office_file_is_said(folder: Path) -> None:
    """A Word file is a zip of XML; it is no archive of documents."""
    archive(folder / "report.docx", **{"[Content_Types].xml": b"<Types/>", "word__document.xml": b"<w/>"})
    assert "office document" in only_problem(folder)


def test_archives_within_archives_end(folder: Path) -> None:
    """Archives are unpacked two deep, not for ever."""
    data = GOOD.encode()
    for level in range(4):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as file:
            file.writestr(f"level{level}.zip" if level else "inner.txt", data)
        data = buffer.getvalue()
    (folder / "nested.zip").write_bytes(data)
    assert "is an archive within archives" in only_problem(folder)


def test_a_long_line_is_refused(folder: Path) -> None:
    """One line of a hundred megabytes is refused for its size, a shorter one for its length."""
    (folder / "long.txt").write_bytes(b"boat " * 20_000_000)
    assert "is larger than 16 MiB" in only_problem(folder)
    (folder / "long.txt").write_bytes(b"boat " * 300_000)
    assert "has a line of 1500000 characters" in only_problem(folder)


def test_a_long_json_line_is_refused(folder: Path) -> None:
    """A JSON line beyond the limit is skipped without being held in memory, and the next one is read."""
    (folder / "lines.jsonl").write_text(
        '{"id": "A", "text": "' + "boat " * 9_000 + '"}\n{"id": "B", "text": "Boats."}\n'
    )
    documents, problems = split(folder, limits=Limits(document=20_000))
    assert {d.id for d in documents} == {"good", "B"}
    assert problems[0].place == "line 1"


def test_a_million_short_lines_are_read(folder: Path) -> None:
    """Many lines are no reason to stop: the document is read."""
    (folder / "short.txt").write_text("x\n" * 1_000_000)
    (folder / "numbers.txt").write_text("TAGS: PREL\nSUBJECT: BOATS\n\n" + "1. a\n" * 50_000)
    documents, problems = split(folder)
    assert {d.id for d in documents} == {"good", "short", "numbers"}
    assert problems == []


def test_a_header_without_text_says_so(folder: Path) -> None:
    """A cable that is only its header is a document with what the header says, and with a problem."""
    (folder / "header.txt").write_text(
        "R 241230Z NOV 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nS E C R E T LIMA 000077\n\nTAGS: PE\nSUBJECT: BOATS\n"
    )
    documents, problems = split(folder)
    cable = next(d for d in documents if d.kind == "cable")
    assert problems == []
    assert (cable.id, cable.title, cable.paragraphs) == ("09LIMA77", "BOATS", ())
    assert str(cable.problems[0]) == f"{folder / 'header.txt'}: has a header but no text"


def test_two_texts_with_one_id(folder: Path) -> None:
    """Of two different texts with one id the first by path is the document, whatever the order of the arguments."""
    (folder / "a.jsonl").write_text('{"id": "SAME", "text": "Boats came."}\n')
    (folder / "b.jsonl").write_text('{"id": "SAME", "text": "Boats left."}\n')
    for paths in ([folder / "a.jsonl", folder / "b.jsonl"], [folder / "b.jsonl", folder / "a.jsonl"]):
        documents, problems = split(*paths)
        assert [d.text for d in documents] == ["Boats came."]
        assert "has the id SAME of" in str(problems[0])
        assert "a.jsonl#1" in str(problems[0])
