"""Texts in capitals, written as they would stand in mixed case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.sentences.recase import capitals, recase
from tests.extract.annotated import found


@pytest.mark.parametrize(
    "wanted",
    [
        "The president met Ana Olmo in Lima.",
        "General Luis Pardo was killed on 5 May in Bogota.",
        "They may march in June.",
        "The FMLN and the DEA denied it.",
        "The Ministry of Foreign Relations and the Supreme Court ruled.",
        "The National Police arrested Mark Drelm.",
        "Peruvian police seized it in Operation Lantern.",
        "The Lantern case was closed.",
        "He said: the attacks were condemned in El Salvador.",
        "XXXXXXXXXXXX met U.S. officials.",
        "J. Drelm fled to Rio Verde.",
        'He joined the "Copper Owls" group.',
        'The self-styled "Green Rope" fled; the "dirty war" went on.',
        "The attack was claimed by a self-styled Olmo Green Rope Unit near the town.",
        "The band called the Hooks fled; the man called the police.",
        "Agents of ORDEL (Rural Defense Authority) met a farmer (a member of the board).",
        "The DEA's men fled.",
        "The leftist Copper Union Movement (CUMO) grew.",
        "The People's Revolutionary Command and the guerrilla front met the revolutionary movement.",
        "He left the M-19 in May.",
        "They met Carlos Hammer, who was with Luis Market.",
        "The police found Carlos alive, and Luis unharmed.",
        'They took Luis Olmo ("El Minito") and Ana Olmo ("La Prima").',
        'The police took Luis Olmo (El Gori 2) and Joaquin "El Chato" Olmo.',
        "They took Luis Olmo, nicknamed El Gordo (the fat man).",
        'They sang "la Prima is here today" again.',
        "It was el Gordo, they said.",
        'They were seen at the "la Prima" farm again.',
    ],
)
def test_recase(wanted: str) -> None:
    """Names get capital letters, plain words none, acronyms and masks stay."""
    assert recase(wanted.upper()) == wanted


@given(st.text(max_size=200))
def test_length_stays(line: str) -> None:
    """No character moves, whatever the script."""
    assert len(recase(line)) == len(line)


def test_capitals() -> None:
    """Only a stretch written in capitals throughout is one."""
    assert capitals("THE MAYOR WAS SEEN AGAIN")
    assert not capitals("The Mayor was seen again")
    assert not capitals("1234 -- 5678")


def test_names_in_a_text_in_capitals() -> None:
    """Persons and organisations are found there too, and named in mixed case."""
    text = 'LAWYER ANA OLMO, 41, ALIAS "FARO", SAID THE PERUVIAN ARMY AND THE FARC HAD KILLED JUAN PARDO.'
    assert found("person", text) == ["Ana Olmo", "Faro", "Juan Pardo"]
    assert found("agency", text) == ["Peruvian army"]
    assert found("armed_group", text) == ["FARC"]
