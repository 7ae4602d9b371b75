"""Free text that may point to a person: names, dates of birth, numbers. It warns; it never refuses."""

import re
from enum import StrEnum
from itertools import pairwise

from quiz_app.domain.common_words import FIRST_NAMES, ORDINARY


class Suspicion(StrEnum):
    """What a piece of text looks like."""

    NAME = "name"
    BIRTH_DATE = "birth-date"
    RECORD_NUMBER = "record-number"
    PHONE = "phone"
    MAIL = "mail"


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PAST_YEAR = r"(?:19\d\d|20[01]\d|202[0-4]|[3-9]\d)"  # an infusion is later, a birth is not
_ANY_DATE = re.compile(r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))\b", re.IGNORECASE)
_BIRTH_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b\d{{1,2}}[-/. ]\s?\d{{1,2}}[-/. ]\s?{_PAST_YEAR}\b",
        r"\b(?:19\d\d|20[01]\d|202[0-4])[-/.]\d{1,2}[-/.]\d{1,2}\b",
        rf"\b\d{{1,2}}\.? {_MONTH},? {_PAST_YEAR}\b",
        rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_PAST_YEAR}\b",
        r"\bborn\b\D{0,12}\d",
        r"(?:^|\s)\*\s?(?:19|20)\d\d\b",
        r"\bd\.?o\.?b\b",
        r"\bdate of birth\b|\bbirth ?(?:day|date)\b|\bfecha de nacimiento\b|\bnacid[oa]\b",
    )
)

_PHONES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\+\d[\d ().-]{6,}\d",
        r"(?<!\d)\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?!\d)",
        r"(?<![\d-])\d{3}[-.]\d{4}(?![\d-])",
        r"(?<!\d)0\d{2,4}[ /-]\d{4,}",
        r"(?<!\d)\d{3} \d{3} \d{3}(?!\d)",
        r"\b(?:tel|phone|mobile|cell|tel\u00e9fono)\b\D{0,5}\d{3,}",
    )
)

_RECORD_NUMBERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)\d{6,}(?!\d)",
        r"(?<!\d)\d{2,3}-\d{2,3}-\d{2,4}(?!\d)",
        r"\bmrn\b|\bssn\b|\bmedical record\b|\b(?:record|chart|case|file|patient) (?:number|no|id)\b",
    )
)

_TITLE = re.compile(
    r"\b(?:mrs?|ms|miss|mx|sir|dr|prof|doctor|professor|sra?|srta|se\u00f1ora?|do\u00f1a|herr|frau|madame|monsieur)\b"
    r"\.? (?-i:[A-Z\u00c0-\u00de])[\w'\u2019-]+",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?<![\w.])[A-Z]\. ?(?:[A-Z]\. ?)?[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_OWNED = re.compile(r"['\u2019]s$", re.IGNORECASE)
_BESIDE = re.compile(r",? ")
_SHORTEST_IN_CAPITALS = 4


def suspicions(text: str) -> tuple[Suspicion, ...]:
    """Everything a text looks like, in the order of Suspicion; nothing for what a clinic writes every day."""
    left, found = text, set()
    if _MAIL.search(left):
        found.add(Suspicion.MAIL)
        left = _MAIL.sub(" ", left)
    if any(pattern.search(left) for pattern in _BIRTH_DATES):
        found.add(Suspicion.BIRTH_DATE)
    for pattern in (*_BIRTH_DATES[:4], _ANY_DATE):
        left = pattern.sub(" ", left)
    for pattern in _PHONES:
        if pattern.search(left):
            found.add(Suspicion.PHONE)
            left = pattern.sub(" ", left)
    if any(pattern.search(left) for pattern in _RECORD_NUMBERS):
        found.add(Suspicion.RECORD_NUMBER)
    if _names_somebody(left):
        found.add(Suspicion.NAME)
    return tuple(each for each in Suspicion if each in found)


def _names_somebody(text: str) -> bool:
    if _TITLE.search(text) or _INITIAL.search(text):
        return True
    words = list(_WORD.finditer(text))
    if any(_OWNED.sub("", word.group()).casefold() in FIRST_NAMES for word in words):
        return True
    return any(
        _could_be_name(first.group())
        and _could_be_name(second.group())
        and _BESIDE.fullmatch(text[first.end() : second.start()])
        for first, second in pairwise(words)
    )


def _could_be_name(word: str) -> bool:
    """Whether a word is written like a name and is no word of every day."""
    if not word[0].isupper() or len(word) == 1 or _is_ordinary(word.casefold()):
        return False
    return len(word) >= _SHORTEST_IN_CAPITALS if word.isupper() else True


def _is_ordinary(word: str) -> bool:
    parts = re.split(r"['\u2019-]", _OWNED.sub("", word))
    return all(part in ORDINARY or part.removesuffix("s") in ORDINARY for part in parts)
