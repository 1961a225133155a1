"""Amounts with a unit ("seven tons of cocaine"), and money: number, unit, kilograms, substance, qualifier."""

import re
from collections.abc import Mapping

from graph.extract.lexicon import fold, pairs
from graph.extract.text import Span
from graph.model import Value

__all__ = ["number", "quantities"]

_HINTS = (
    "kilo",
    "kg",
    "Kg",
    "KG",
    " ton",
    "-ton",
    "pound",
    "gram",
    " lb",
    " MT",
    "metric",
    "liter",
    "litre",
    "gallon",
    "ounce",
    "hectare",
    "TON",
    "KILO",
)
_MONEY_HINTS = ("$", "USD", "US ", "dollar", "peso", "euro", "EUR", "soles", "reais", "pound", "€", "£", "DOLLAR")
_UNIT = re.compile(
    r"[ -]?(?P<unit>(?:metric|short|long)[ -]tons?|tons?|tonnes?|MT|mt|kilograms?|kilogrammes?|kilos?|kgs?|KGS?|Kgs?|grams?|grammes?|g|gr|pounds?|lbs?\.?|"
    r"ounces?|oz|lit(?:er|re)s?|gallons?|hectares?|has?)\b(?!/)",
    re.IGNORECASE,
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = (
    "half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen"
)
_NUMBER = re.compile(
    rf"(?<![\w.,$/])(?:(?P<qualifier>about|around|approximately|some|roughly|nearly|almost|over|more than|at least|up to|under|less than|an estimated|close to|"
    rf"as much as|in excess of|approx\.?) )?(?P<article>a |an |the )?"
    rf"(?P<number>(?:{_DIGITS})(?: (?:hundred|thousand|million|billion|half|and a half))?|(?:a |one-)?half(?: a)?|"
    rf"(?:(?:{_WORDS})(?:[ -](?:and )?|$)){{0,6}}(?:{_WORDS}))?(?: (?P<spare>metric|short))?$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:load|shipment|cargo|package|haul|cache|consignment|stash|quantity|batch|worth)s?)?(?: of)? (?P<rest>[^.;:()\"]{2,60})"
)
_SKIP = frozenset(
    "pure liquid powder powdered high-grade high-purity uncut refined processed raw illegal illicit base the suspected dried compressed colombian mexican peruvian bolivian more additional".split()
)
_MONEY = re.compile(
    rf"(?P<sign>USD|US\$|\$|€|£|EUR|Euros?|R\$|US dollars) ?(?P<amount>{_DIGITS})(?:[ -](?P<scale>thousand|million|billion|mn|bn|m\b))?"
    rf"|(?<![\w.,$])(?P<amount2>{_DIGITS}|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|several|half a)(?= (?:hundred|thousand|million|billion)))"
    rf"(?:[ -](?P<scale2>hundred|thousand|million|billion))? (?P<name>(?:U\.?S\.? |Mexican |Colombian |American )?(?:dollars|pesos|euros|soles|reais|USD|pounds sterling|lempiras|quetzals|quetzales|bolivars|bolivares|guaranies|colones|francs|naira|cedis))\b",
)
_SCALE = {"hundred": 100, "thousand": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_KG: Mapping[str, float] = {"kg": 1, "ton": 1000, "g": 0.001, "lb": 0.45359237, "oz": 0.0283495}
_SMALL = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10 * i for i, w in enumerate("_ _ twenty thirty forty fifty sixty seventy eighty ninety".split())}


def number(phrase: str) -> float | None:
    """Read digits or number words: ``1,750`` → 1750, ``twenty-five`` → 25, ``two and a half`` → 2.5."""
    phrase = phrase.lower().strip()
    digits = re.match(rf"({_DIGITS})(?: (.+))?$", phrase)
    if digits:
        value = float(digits[1].replace(",", ""))
        tail = digits[2] or ""
        if tail in ("half", "and a half"):
            return value + 0.5
        return value * _SCALE.get(tail, 1)
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[ -]+", phrase):
        if word in _SMALL:
            current, seen = current + _SMALL[word], True
        elif word in _TENS:
            current, seen = current + _TENS[word], True
        elif word == "hundred":
            current, seen = (current or 1) * 100, True
        elif word == "dozen":
            current, seen = (current or 1) * 12, True
        elif word in ("thousand", "million", "billion"):
            total, current, seen = total + (current or 1) * _SCALE[word], 0.0, True
        elif word == "half":
            current, seen = current + 0.5, True
        elif word in ("a", "an", "and"):
            continue
        else:
            return None
    return total + current if seen else None


def _canonical(unit: str) -> str:
    unit = unit.lower().rstrip(".").replace("-", " ")
    if "ton" in unit or unit == "mt":
        return "ton"
    if unit.startswith(("kilo", "kg")):
        return "kg"
    if unit.startswith("g") and not unit.startswith("gal"):
        return "g"
    if unit.startswith(("pound", "lb")):
        return "lb"
    if unit.startswith(("ounce", "oz")):
        return "oz"
    return {"l": "liter", "g": "gallon", "h": "hectare"}[unit[0]]


def quantities(text: str) -> list[Span]:
    """Amounts and money of a sentence, by start."""
    found: list[Span] = []
    if any(hint in text for hint in _HINTS):
        for unit in _UNIT.finditer(text):
            span = _quantity(text, unit, found[-1].end if found else 0)
            if span:
                found.append(span)
    if any(hint in text for hint in _MONEY_HINTS):
        found += [
            span
            for m in _MONEY.finditer(text)
            if (span := _money(m)) and not any(s.start < span.end and span.start < s.end for s in found)
        ]
        found.sort(key=lambda span: span.start)
    return found


def _quantity(text: str, unit: re.Match[str], floor: int) -> Span | None:
    begin = max(floor, unit.start() - 70)
    head = _NUMBER.search(text[begin : unit.start()])
    if not head:
        return None
    phrase = head["number"] or (head["article"] or "").strip()
    amount = number(phrase) if head["number"] else 1.0 if phrase in ("a", "an") else None
    if amount is None:
        return None
    name = _canonical(unit["unit"])
    if unit["unit"].lower() in ("g", "gr", "ha", "mt", "oz", "has", "a") and not phrase[-1].isdigit():
        return None
    short = (head["spare"] or "").lower() == "short" or unit["unit"].lower().startswith("short")
    properties: dict[str, Value] = {"amount": int(amount) if amount == int(amount) else amount, "unit": name}
    if name in _KG:
        factor = 907.18474 if short else _KG[name]
        properties["amount_kg"] = round(amount * factor, 3)
    if head["qualifier"]:
        properties["qualifier"] = head["qualifier"].lower()
    start = begin + head.start()
    right, substance, cargo = _substance(text, unit.end())
    if not substance:
        substance = _substance_before(text, start)
    if substance:
        properties["substance"] = substance
        if cargo:
            properties["cargo"] = True
    number_start = begin + (head.start("number") if head["number"] else head.start("article"))
    return Span(
        number_start,
        unit.end(),
        "quantity",
        text[number_start : unit.end()],
        start,
        right,
        1.0,
        "amount-unit",
        properties,
    )


def _substance(text: str, end: int) -> tuple[int, str, bool]:
    """The substance after an amount: where it ends, its name, and whether it is a cargo instead of a drug."""
    after = _OF.match(text, end)
    if not after:
        return end, "", False
    start = after.start("rest")
    has_of = text[:start].endswith(" of ")
    drugs = pairs("drugs")
    parts = re.findall(r"[\w'-]+", after["rest"])[:6]
    position = start
    while parts and (parts[0].lower() in _SKIP):
        position = text.index(parts[0], position) + len(parts[0])
        parts.pop(0)
    for count in (3, 2, 1):
        phrase = " ".join(parts[:count])
        key = fold(phrase)
        if len(parts) >= count and key in drugs:
            begin = text.find(parts[0], position)
            finish = begin + len(phrase)
            return (finish if has_of or count else end), drugs[key] or key, False
    if (
        has_of
        and parts
        and parts[0][0].islower()
        and parts[0] not in ("the", "a", "it", "which", "this", "these", "that", "his", "an")
    ):
        begin = text.find(parts[0], position)
        return begin + len(parts[0]), parts[0].lower(), True
    return end, "", False


def _substance_before(text: str, start: int) -> str:
    """A drug named just before the amount: "a cocaine shipment of 400 kilos", "cocaine, about 30 kilos of it"."""
    window = text[max(0, start - 45) : start].lower()
    best, where = "", -1
    for word in re.findall(r"[\w-]+", window):
        if word in pairs("drugs"):
            at = window.rfind(word)
            if at > where:
                best, where = pairs("drugs")[word] or word, at
    if best and re.search(r"(?:of|totall?ing|weighing|,|\(|was|were) ?(?:[a-z]+ ){0,2}$", window):
        return best
    return ""


def _money(m: re.Match[str]) -> Span | None:
    amount = number(m["amount"] or m["amount2"] or "") if (m["amount"] or m["amount2"]) not in ("a", "several") else 1.0
    if amount is None:
        return None
    scale = (m["scale"] or m["scale2"] or "").lower()
    value = amount * _SCALE.get(scale, 1)
    sign = (m["sign"] or m["name"] or "").lower()
    currency = (
        "USD"
        if "$" in sign and not sign.startswith("r") or "usd" in sign or "dollar" in sign
        else "EUR"
        if "eur" in sign or sign == "€"
        else sign.upper()
        if len(sign) < 4
        else sign
    )
    properties: dict[str, Value] = {"amount": int(value) if value == int(value) else value, "currency": currency}
    return Span(m.start(), m.end(), "money", m[0], m.start(), m.end(), 1.0, "money", properties)
