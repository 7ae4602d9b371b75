"""Text in signs that the bundled font has: a sign it lacks must never stop a record."""

import re
import unicodedata
from functools import cache
from pathlib import Path

MISSING = "[?]"
LONGEST_WORD = 40
_CHARACTERS = Path(__file__).parent / "fonts" / "characters.txt"
_LONG = re.compile(rf"(\S{{{LONGEST_WORD}}})(?=\S)")


@cache
def characters() -> frozenset[str]:
    """Every sign of the bundled font, as its file lists them."""
    return frozenset(_CHARACTERS.read_text(encoding="utf-8").strip()) | {" ", "\n"}


def printable(text: str) -> str:
    """The text in signs of the font, accents taken off where that helps; runs of other signs become [?]."""
    known = characters()
    shown = (sign if sign in known else _nearest(sign) for sign in unicodedata.normalize("NFC", text))
    return _broken(re.sub(r"(?:\[\?\]\s?)+(?=\[\?\])", "", "".join(shown)))


def _nearest(sign: str) -> str:
    if sign.isspace():
        return " "
    if unicodedata.category(sign) in {"Cf", "Mn", "Cc"}:
        return ""
    apart = "".join(part for part in unicodedata.normalize("NFKD", sign) if part in characters())
    return apart or MISSING


def _broken(text: str) -> str:
    """The text with a space in words too long for a line."""
    return _LONG.sub(r"\1 ", text)
