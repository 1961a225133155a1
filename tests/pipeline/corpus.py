"""Documents for tests of the import: as many short cables and articles as wanted, each of its own."""

import json
from pathlib import Path

FIRST = ["Ana", "Luis", "Rosa", "Tomás", "Eva", "Jon", "Inés", "Raúl"]
LAST = ["Belmonte", "Caro", "Quint", "Lind", "Prado", "Vale", "Sorel", "Ibarra", "Montoya"]
CABLE = """{id}
{subject}
Tue Jun 05 00:00:00 +0200 2007
CONFIDENTIAL
Embassy Bridgetown
R 051530Z JUN 07
FM AMEMBASSY BRIDGETOWN
TO SECSTATE WASHDC 0150


C O N F I D E N T I A L BRIDGETOWN {number:06}

E.O. 12958: DECL: 06/05/2017
TAGS: SNAR, PREL, XX
SUBJECT: {subject}

CLASSIFIED BY: {first} Warden, DCM, reasons 1.4 (b) and (d)

1. (C) On June {day}, the National Police arrested {name} and his
brother-in-law {other} in the port. Police seized {amount} kilograms
of cocaine from a fishing boat.

2. (SBU) {name}, a leader of the Northern Lights cartel, had met
with Judge {third} in 2006. According to a source, {other} works for
the Harbor Company.
"""
ARTICLE = """{subject}

By {first} Penn
June {day}, 2007

{name} was arrested on Tuesday by the National Police. Prosecutors accuse {other} of laundering money for {name}.

The police said that {amount} kilograms of cocaine were seized in the harbor. {third} was released.
"""


def texts(count: int) -> dict[str, str]:
    """Return file name → text of ``count`` documents, every third of which is an article."""
    made = {}
    for number in range(count):
        names = [
            f"{FIRST[(number + i) % 8]} {LAST[(number * (i + 2) + i) % 9]} {LAST[(number // 9 + i) % 9]}"
            for i in range(3)
        ]
        values = {
            "id": f"07BRIDGETOWN{number + 1}",
            "number": number + 1,
            "subject": f"Arrests in the harbor, part {number + 1}",
            "day": number % 28 + 1,
            "first": FIRST[number % 8],
            "name": names[0],
            "other": names[1],
            "third": names[2],
            "amount": 100 + number,
        }
        template = ARTICLE if number % 3 == 2 else CABLE
        made[f"{number:04}.txt"] = template.format_map(values)
    return made


def write_folder(folder: Path, count: int) -> Path:
    """Write the documents as files."""
    folder.mkdir()
    for name, text in texts(count).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_lines(file: Path, count: int) -> Path:
    """Write the documents as JSON lines."""
    lines = (json.dumps({"id": name.removesuffix(".txt"), "text": text}) for name, text in texts(count).items())
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
