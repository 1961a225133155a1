"""Amounts and money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.language.numbers import number
from tests.extract.annotated import spans


@pytest.mark.parametrize(
    ("text", "kg", "substance"),
    [
        ("They seized 1750 kilos of cocaine.", 1750, "cocaine"),
        ("They seized seven tons of cocaine.", 7000, "cocaine"),
        ("They seized 1.5 metric tons of marijuana.", 1500, "marijuana"),
        ("They found a 600-pound load of marijuana.", 272.155, "marijuana"),
        ("They found 2,800 kg of pure heroin.", 2800, "heroin"),
        ("They found forty-two kilograms of synthetic drugs.", 42, "synthetic drugs"),
        ("A cocaine shipment of 400 kilos was found.", 400, "cocaine"),
        ("They found 12 kg cocaine.", 12, "cocaine"),
        ("They found 500 grams of crack.", 0.5, "crack"),
        ("They found half a ton of hash.", 500, "hashish"),
    ],
)
def test_amount(text: str, kg: float, substance: str) -> None:
    """Each wording gives kilograms and substance."""
    (span,) = [span for span in spans(text) if span.kind == "quantity"]
    assert span.properties["amount_kg"] == pytest.approx(kg)
    assert span.properties["substance"] == substance
    assert "cargo" not in span.properties


def test_qualifier_and_phrase() -> None:
    """A qualifier is kept, and the phrase runs to the substance."""
    text = "Police found over two tons of cocaine there."
    (span,) = [span for span in spans(text) if span.kind == "quantity"]
    assert span.properties["qualifier"] == "over"
    assert text[span.left : span.right] == "over two tons of cocaine"


def test_cargo_is_no_drug() -> None:
    """What hides the drug is a cargo."""
    drug, cargo = [s for s in spans("It held 300 kilos of cocaine in six tons of onions.") if s.kind == "quantity"]
    assert "cargo" not in drug.properties
    assert (cargo.properties["substance"], cargo.properties["cargo"]) == ("onions", True)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("He took USD 250,000.", 250000, "USD"),
        ("It was worth $240 million.", 240000000, "USD"),
        ("They paid 390 million pesos.", 390000000, "pesos"),
        ("Nearly a million dollars was found.", 1000000, "USD"),
        ("They paid 5,000 euros.", 5000, "EUR"),
    ],
)
def test_money(text: str, amount: int, currency: str) -> None:
    """Each wording gives amount and currency."""
    (span,) = [span for span in spans(text) if span.kind == "money"]
    assert (span.properties["amount"], span.properties["currency"]) == (amount, currency)


@given(st.integers(min_value=0, max_value=10**9))
def test_digits(value: int) -> None:
    """Digits read as what they say, with and without thousands' commas."""
    assert number(f"{value}") == number(f"{value:,}") == value


@pytest.mark.parametrize(
    ("phrase", "value"),
    [("seven", 7), ("twenty-five", 25), ("two hundred and ten", 210), ("three million", 3e6), ("two and a half", 2.5),
     ("1.5 million", 1.5e6), ("a dozen", 12), ("of", None), ("", None)],
)  # fmt: skip
def test_words(phrase: str, value: float | None) -> None:
    """Number words read as what they say; other words are no number."""
    assert number(phrase) == value
