"""Numbers in digits and in words."""

import re

__all__ = ["DIGITS", "NUMBER_WORDS", "SCALES", "number"]

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = "|".join(["half", *_ONES, *_DECADES, "hundred", "thousand", "million", "billion", "dozen"])
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_SMALL = {word: float(value) for value, word in enumerate(_ONES, start=1)}
_TENS = {word: 10.0 * value for value, word in enumerate(_DECADES, start=2)}
_WITH_DIGITS = re.compile(rf"({DIGITS})(?: (.+))?$")


def number(phrase: str) -> float | None:
    """Read digits or number words: ``1,750`` → 1750, ``twenty-five`` → 25, ``two and a half`` → 2.5, else None."""
    phrase = phrase.lower().strip()
    digits = _WITH_DIGITS.match(phrase)
    if digits:
        value = float(digits[1].replace(",", ""))
        tail = digits[2] or ""
        return value + 0.5 if tail in ("half", "and a half") else value * SCALES.get(tail, 1.0)
    total = current = 0.0
    seen = False
    for word in re.split(r"[ -]+", phrase):
        if word in ("a", "an", "and"):
            continue
        if word in _SMALL or word in _TENS:
            current += _SMALL.get(word, 0.0) + _TENS.get(word, 0.0)
        elif word == "half":
            current += 0.5
        elif word in ("hundred", "dozen"):
            current = (current or 1.0) * (100 if word == "hundred" else 12)
        elif word in ("thousand", "million", "billion"):
            total, current = total + (current or 1.0) * SCALES[word], 0.0
        else:
            return None
        seen = True
    return total + current if seen else None
