"""Amounts with a unit ("seven tons of cocaine") and money: number, unit, kilograms, substance, qualifier."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from graph.extract.language.lexicon import alternatives, fold, pairs, words
from graph.extract.language.numbers import DIGITS, NUMBER_WORDS, SCALES, number
from graph.extract.text import Span
from graph.model import Value

__all__ = ["quantities"]

_UNIT = re.compile(
    rf"[ -]?(?P<unit>(?:metric|short|long)[ -]tons?|{alternatives('units')})\b(?!/)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?<![\w.,$/])(?=[a-z\d])(?=[\s\S]{{0,80}}$)(?:(?P<qualifier>{alternatives('qualifiers')}) )?"
    rf"(?P<article>(?:an?|the)(?: |$))?(?:(?P<from>(?:{DIGITS})) ?(?:-|to|and) ?)?"
    rf"(?P<number>(?:{DIGITS})(?: (?:hundred|thousand|million|billion|half|and a half))?|(?:a |one-)?half(?: a)?|"
    rf"(?:(?:{NUMBER_WORDS})(?:[ -](?:and )?|$)){{0,6}}(?:{NUMBER_WORDS}))?(?: (?P<spare>metric|short))?$",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"(?: \([^()]{{1,40}}\))?(?: (?:{alternatives('packages')})s?)?"
    r"(?P<of> of)?(?: (?:the|this|that))? (?P<rest>[^.;:()\"]{2,60})"
)
_NO_CARGO = frozenset({"the", "a", "it", "which", "this", "these", "that", "his", "an", "them", "their", "its", "her"})
_PART = re.compile(r"[\w'-]+")
_PRICE = re.compile(rf"(?:\d|(?:{alternatives('currencies')})) ?$", re.IGNORECASE)  # "2,000 dollars a kilo"
_JUST_BEFORE = re.compile(r"(?:of|totall?ing|weighing|,|\(|was|were) ?(?:[a-z]+ ){0,2}$")
_KG: Mapping[str, float] = {"kg": 1, "ton": 1000, "g": 0.001, "lb": 0.45359237, "oz": 0.028349523}
_MONEY = re.compile(
    rf"(?P<sign>USD|US\$|\$|€|£|EUR|Euros?|R\$|US dollars) ?"
    rf"(?P<amount>{DIGITS})(?:[ -]?(?P<scale>thousand|million|billion|mn\b|bn\b|m\b))?"
    rf"|(?<![\w.,$])(?P<amount2>{DIGITS}|(?:a|half a|{NUMBER_WORDS})(?= (?:hundred|thousand|million|billion)))"
    r"(?:[ -](?P<scale2>hundred|thousand|million|billion))? "
    rf"(?P<name>(?:U\.?S\.? |Mexican |Colombian |American |pounds )?(?:{alternatives('currencies')}))\b",
    re.IGNORECASE,
)


def quantities(text: str, present: AbstractSet[str]) -> list[Span]:
    """Amounts and money of a sentence, by start; ``present`` are its words in lower case."""
    found: list[Span] = []
    if not words("units").isdisjoint(present):
        for unit in _UNIT.finditer(text):
            span = _quantity(text, unit, found[-1].end if found else 0)
            if span:
                found.append(span)
    if not words("currencies").isdisjoint(present):
        money = [span for m in _MONEY.finditer(text) if (span := _money(m))]
        found += [span for span in money if not any(s.start < span.end and span.start < s.end for s in found)]
        found.sort(key=lambda span: span.start)
    return found


def _canonical(unit: str) -> str:
    unit = unit.lower()
    if "ton" in unit or unit == "mt":
        return "ton"
    if unit.startswith(("kilo", "kg")):
        return "kg"
    if unit.startswith(("lit", "gal", "h")):
        return {"l": "liter", "g": "gallon", "h": "hectare"}[unit[0]]
    if unit.startswith("g"):
        return "g"
    return "oz" if unit.startswith("o") else "lb"


def _quantity(text: str, unit: re.Match[str], floor: int) -> Span | None:
    begin = max(floor, unit.start() - 70)
    head = _NUMBER.search(text[begin : unit.start()])
    if not head or not (head["number"] or head["article"]):
        return None
    group = "number" if head["number"] else "article"
    phrase = head[group].strip()
    amount = number(phrase) if group == "number" else 1.0 if phrase.lower() in ("a", "an") else None
    if amount is None or (len(unit["unit"]) < 3 and not phrase[-1].isdigit()):
        return None
    if group == "article" and _PRICE.search(text[: begin + head.start()]):
        return None
    name = _canonical(unit["unit"])
    properties: dict[str, Value] = {"amount": int(amount) if amount == int(amount) else amount, "unit": name}
    if name in _KG:
        short = unit["unit"].lower().startswith("short") or (head["spare"] or "").lower() == "short"
        properties["amount_kg"] = round(amount * (907.18474 if short else _KG[name]), 3)
    if head["qualifier"]:
        properties["qualifier"] = head["qualifier"].lower()
    right, substance, cargo = _substance(text, unit.end())
    substance = substance or _substance_before(text, begin + head.start())
    if substance:
        properties["substance"] = substance
    if cargo:
        properties["cargo"] = True
    start = begin + head.start(group)
    rule = "quantity: number and unit"
    return Span(
        start, unit.end(), "quantity", text[start : unit.end()], begin + head.start(), right, 1.0, rule, properties
    )


def _substance(text: str, end: int) -> tuple[int, str, bool]:
    """The substance after an amount: where it ends, its name, and whether it is a cargo instead of a drug."""
    after = _OF.match(text, end)
    if not after:
        return end, "", False
    drugs = pairs("drugs")
    parts = list(_PART.finditer(text, *after.span("rest")))[:6]
    while parts and parts[0][0].lower() in words("drug_adjectives"):
        if len(parts) > 1 and fold(f"{parts[0][0]} {parts[1][0]}") in drugs:
            break
        parts.pop(0)
    for count in (3, 2, 1):
        key = fold(" ".join(part[0] for part in parts[:count]))
        if len(parts) >= count and key in drugs:
            return parts[count - 1].end(), drugs[key] or key, False
    if after["of"] and parts and parts[0][0][0].islower() and parts[0][0] not in _NO_CARGO:
        return parts[0].end(), parts[0][0].lower(), True
    return end, "", False


def _substance_before(text: str, start: int) -> str:
    """A drug named before the amount ("a cocaine shipment of 400 kilos"), or the only one that the sentence names."""
    drugs = pairs("drugs")
    window = text[max(0, start - 45) : start].lower()
    named = [drugs[word] or word for word in _PART.findall(window) if word in drugs]
    if named and _JUST_BEFORE.search(window):
        return named[-1]
    specific = {drugs[word] or word for word in _PART.findall(text.lower()) if word in drugs} - {
        "drugs",
        "pills",
    }
    return specific.pop() if len(specific) == 1 else ""


def _money(m: re.Match[str]) -> Span | None:
    phrase = (m["amount"] or m["amount2"]).lower()
    amount = 1.0 if phrase == "a" else number(phrase)
    if amount is None:
        return None
    value = amount * SCALES.get((m["scale"] or m["scale2"] or "").lower(), 1.0)
    sign = (m["sign"] or m["name"]).lower()
    currency = sign.upper() if len(sign) < 4 else sign
    if ("$" in sign and sign != "r$") or "usd" in sign or "dollar" in sign:
        currency = "USD"
    elif "eur" in sign or sign == "€":
        currency = "EUR"
    properties: dict[str, Value] = {"amount": int(value) if value == int(value) else value, "currency": currency}
    return Span(m.start(), m.end(), "money", m[0], m.start(), m.end(), 1.0, "money", properties)
