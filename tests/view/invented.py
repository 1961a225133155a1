"""A network of invented people in an invented country, as large and as mixed as a small investigation.

Each line: the sentence, who, the relation, whom, and how the sentence puts it. ``python -m tests.view.invented FILE``
draws it; the picture in ``docs/images`` shows that map.
"""

import sys
from pathlib import Path
from typing import Any

from graph.identify import identify
from graph.model import Claim, Document, Judgement, Mention, Modality, Network
from graph.network import build
from graph.view import write_map
from tests.support import claim, document, mention

__all__ = ["network"]

KINDS = {
    "cartel": ["Ferry Gang", "Los Faroleros", "Northern Quay Cartel"],
    "armed_group": ["Gray Sierra Front"],
    "agency": ["Harbour Police", "Customs Service", "Third Criminal Court", "Attorney General's Office", "Coast Guard"],
    "organization": ["Naviera Calmar", "Bank of Nowhere", "El Faro newspaper"],
    "case": ["Beacon case", "Saffron case", "customs house attack"],
    "seizure": ["1,200 kg of cocaine", "85 kg of heroin"],
    "agreement": ["Shared Watch Memorandum"],
    "meeting": ["Laguna Real talks"],
    "vessel": ["MV Santa Brasa", "Lancha Rayo"],
    "aircraft": ["Cessna LV-XQZ"],
    "place": ["Puerto Alba", "Laguna Real", "Isla Mansa"],
    "source": ["XXXXXXXXXXXX"],
    "series": ["homicides by year"],
}
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names}
ROLES = {"Inés Ávalos Prado": "harbour master", "Bruno Calvet": "shipping agent", "Marta Olmar": "prosecutor"}

Line = tuple[str, str, str, str, Modality]
REPORTS: dict[tuple[str, str, str], list[Line]] = {
    ("11PUERTOALBA014", "PORT INQUIRY WIDENS AS HARBOUR MASTER STEPS DOWN", "2011-02-03"): [
        (
            "Inés Ávalos Prado has run the Harbour Police since 2008.",
            "Inés Ávalos Prado",
            "HEAD_OF",
            "Harbour Police",
            "asserted",
        ),
        (
            "A witness claims that Bruno Calvet paid Inés Ávalos Prado USD 40,000.",
            "Bruno Calvet",
            "BRIBED",
            "Inés Ávalos Prado",
            "alleged",
        ),
        (
            "Inés Ávalos Prado denies that she ever belonged to the Ferry Gang.",
            "Inés Ávalos Prado",
            "MEMBER_OF",
            "Ferry Gang",
            "denied",
        ),
        ("Bruno Calvet works for Naviera Calmar.", "Bruno Calvet", "WORKS_FOR", "Naviera Calmar", "asserted"),
        ("The Bank of Nowhere lent to Naviera Calmar.", "Bank of Nowhere", "LINKED_TO", "Naviera Calmar", "asserted"),
        ("Tadeo Illanes is said to command the Ferry Gang.", "Tadeo Illanes", "HEAD_OF", "Ferry Gang", "alleged"),
        ("Lucio Barrel joined the Ferry Gang in 2009.", "Lucio Barrel", "MEMBER_OF", "Ferry Gang", "asserted"),
        (
            "Noelia Tornquist keeps the books of the Ferry Gang.",
            "Noelia Tornquist",
            "WORKS_FOR",
            "Ferry Gang",
            "asserted",
        ),
        ("Noelia Tornquist was seen with Bruno Calvet.", "Noelia Tornquist", "MET_WITH", "Bruno Calvet", "asserted"),
        ("The Beacon case concerns Tadeo Illanes.", "Tadeo Illanes", "SUSPECT_IN", "Beacon case", "alleged"),
        (
            "Lucio Barrel was arrested in the Beacon case.",
            "Lucio Barrel",
            "ARRESTED_IN",
            "Beacon case",
            "asserted",
        ),
        ("Marta Olmar leads the Beacon case.", "Marta Olmar", "HEAD_OF", "Beacon case", "asserted"),
        (
            "Marta Olmar serves in the Attorney General's Office.",
            "Marta Olmar",
            "WORKS_FOR",
            "Attorney General's Office",
            "asserted",
        ),
        ("The Beacon case began in Puerto Alba.", "Beacon case", "LOCATED_IN", "Puerto Alba", "asserted"),
        ("The Harbour Police has its seat in Puerto Alba.", "Harbour Police", "LOCATED_IN", "Puerto Alba", "asserted"),
        ("XXXXXXXXXXXX gave the names in the Beacon case.", "XXXXXXXXXXXX", "REPORTED", "Beacon case", "asserted"),
        (
            "The Third Criminal Court will hear the Beacon case.",
            "Third Criminal Court",
            "INVOLVED_IN",
            "Beacon case",
            "planned",
        ),
    ],
    ("11PUERTOALBA022", "COAST GUARD STOPS FREIGHTER OFF ISLA MANSA", "2011-03-18"): [
        (
            "1,200 kg of cocaine lay in the MV Santa Brasa.",
            "1,200 kg of cocaine",
            "SEIZED_IN",
            "MV Santa Brasa",
            "asserted",
        ),
        ("The Coast Guard found 1,200 kg of cocaine.", "1,200 kg of cocaine", "SEIZED_BY", "Coast Guard", "asserted"),
        (
            "1,200 kg of cocaine may have belonged to the Northern Quay Cartel.",
            "1,200 kg of cocaine",
            "SEIZED_FROM",
            "Northern Quay Cartel",
            "alleged",
        ),
        (
            "1,200 kg of cocaine became the Saffron case.",
            "1,200 kg of cocaine",
            "SEIZED_IN",
            "Saffron case",
            "asserted",
        ),
        ("The MV Santa Brasa belongs to Naviera Calmar.", "MV Santa Brasa", "LINKED_TO", "Naviera Calmar", "asserted"),
        ("Greta Hollin is a captain of Naviera Calmar.", "Greta Hollin", "WORKS_FOR", "Naviera Calmar", "asserted"),
        ("Greta Hollin was detained in the Saffron case.", "Greta Hollin", "DETAINED_IN", "Saffron case", "asserted"),
        ("The Saffron case was opened on Isla Mansa.", "Saffron case", "LOCATED_IN", "Isla Mansa", "asserted"),
        ("Rufino Zamar leads the Northern Quay Cartel.", "Rufino Zamar", "HEAD_OF", "Northern Quay Cartel", "asserted"),
        ("Rufino Zamar is a suspect in the Saffron case.", "Rufino Zamar", "SUSPECT_IN", "Saffron case", "alleged"),
        ("Elvira Dalmau is close to Rufino Zamar.", "Elvira Dalmau", "LINKED_TO", "Rufino Zamar", "alleged"),
        ("Elvira Dalmau works for the Customs Service.", "Elvira Dalmau", "WORKS_FOR", "Customs Service", "asserted"),
        (
            "The Northern Quay Cartel is allied with the Ferry Gang.",
            "Northern Quay Cartel",
            "LINKED_TO",
            "Ferry Gang",
            "alleged",
        ),
        ("85 kg of heroin were aboard the Lancha Rayo.", "85 kg of heroin", "SEIZED_IN", "Lancha Rayo", "asserted"),
        ("The Customs Service took 85 kg of heroin.", "85 kg of heroin", "SEIZED_BY", "Customs Service", "asserted"),
        ("The Lancha Rayo was built on Isla Mansa.", "Lancha Rayo", "LOCATED_IN", "Isla Mansa", "asserted"),
        ("Valerio Brik commands the Coast Guard.", "Valerio Brik", "HEAD_OF", "Coast Guard", "asserted"),
    ],
    ("11PUERTOALBA031", "ATTACK ON CUSTOMS HOUSE; TALKS ON SHARED WATCH", "2011-05-09"): [
        (
            "The Gray Sierra Front is blamed for the customs house attack.",
            "Gray Sierra Front",
            "RESPONSIBLE_FOR",
            "customs house attack",
            "alleged",
        ),
        (
            "The Gray Sierra Front tried to kidnap Elvira Dalmau.",
            "Gray Sierra Front",
            "KIDNAPPED",
            "Elvira Dalmau",
            "attempted",
        ),
        (
            "Hilario Pock died in the customs house attack.",
            "Hilario Pock",
            "KILLED_IN",
            "customs house attack",
            "asserted",
        ),
        ("Hilario Pock had served in the Customs Service.", "Hilario Pock", "WORKS_FOR", "Customs Service", "asserted"),
        (
            "The customs house attack happened in Laguna Real.",
            "customs house attack",
            "LOCATED_IN",
            "Laguna Real",
            "asserted",
        ),
        (
            "Los Faroleros sold rifles to the Gray Sierra Front.",
            "Los Faroleros",
            "LINKED_TO",
            "Gray Sierra Front",
            "alleged",
        ),
        ("Ciro Uribar speaks for Los Faroleros.", "Ciro Uribar", "REPRESENTATIVE_OF", "Los Faroleros", "asserted"),
        ("Ciro Uribar once worked for Rufino Zamar.", "Ciro Uribar", "WORKS_FOR", "Rufino Zamar", "asserted"),
        (
            "Yara Larralde flew the Cessna LV-XQZ to Laguna Real.",
            "Cessna LV-XQZ",
            "LOCATED_IN",
            "Laguna Real",
            "asserted",
        ),
        (
            "Yara Larralde took the Cessna LV-XQZ for Los Faroleros.",
            "Yara Larralde",
            "WORKS_FOR",
            "Los Faroleros",
            "alleged",
        ),
        ("Yara Larralde may own the Cessna LV-XQZ.", "Yara Larralde", "LINKED_TO", "Cessna LV-XQZ", "alleged"),
        ("The Coast Guard came to the Laguna Real talks.", "Coast Guard", "ATTENDED", "Laguna Real talks", "asserted"),
        (
            "The Harbour Police came to the Laguna Real talks.",
            "Harbour Police",
            "ATTENDED",
            "Laguna Real talks",
            "asserted",
        ),
        (
            "The Coast Guard will sign the Shared Watch Memorandum.",
            "Coast Guard",
            "SIGNED",
            "Shared Watch Memorandum",
            "planned",
        ),
        (
            "The Harbour Police signed the Shared Watch Memorandum.",
            "Harbour Police",
            "SIGNED",
            "Shared Watch Memorandum",
            "asserted",
        ),
        ("Valerio Brik met Marta Olmar.", "Valerio Brik", "MET_WITH", "Marta Olmar", "asserted"),
        ("El Faro newspaper employs Dora Pellic.", "Dora Pellic", "WORKS_FOR", "El Faro newspaper", "asserted"),
        ("Dora Pellic published the homicides by year.", "Dora Pellic", "REPORTED", "homicides by year", "asserted"),
    ],
}


def network() -> Network:
    """Build the network; a name is one entity in all three reports."""
    documents: list[Document] = []
    mentions: list[Mention] = []
    claims: list[Claim] = []
    first: dict[str, Mention] = {}
    same: list[Judgement] = []
    for (key, title, date), lines in REPORTS.items():
        paragraphs = [f"(C) {sentence}" for sentence, *_ in lines]
        text = document(key, *paragraphs, title=title, date=date, origin="Consulate Puerto Alba")
        documents.append(text)
        for at, (_, source, type_, target, modality) in enumerate(lines):
            ends = [_mention(text, at, name) for name in (source, target)]
            mentions += ends
            claims.append(claim(text, type_, *ends, modality=modality))
            for end in ends:
                known = first.setdefault(end.name, end)
                same.append(
                    Judgement(
                        (known.document, known.key), (end.document, end.key), same=True, reason="invented so", by="test"
                    )
                )
    return build(documents, identify(mentions, claims, same), claims)


def _mention(text: Document, paragraph: int, name: str) -> Mention:
    before = text.text[: text.paragraphs[paragraph].start].count(name)
    roles: dict[str, Any] = {"role": ROLES[name]} if name in ROLES else {}
    return mention(text, name, KIND_OF.get(name, "person"), before, named=True, **roles)


if __name__ == "__main__":
    write_map(network(), Path(sys.argv[1]), title="The Puerto Alba investigation")
