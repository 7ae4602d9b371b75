"""How hard an English text is to read: mean of the Flesch-Kincaid grade and SMOG, offline.

Flesch-Kincaid grade = 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid 1975).
SMOG grade = 1.0430 sqrt(words of three and more syllables x 30 / sentences) + 3.1291 (McLaughlin 1969, scaled for
texts of fewer or more than 30 sentences). Terms that the glossary explains count as words of two syllables at most.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from math import sqrt

from quiz_app.content.syllables import syllables

_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_PROTECTED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|St|No|vs|etc|e\.g|i\.e|a\.m|p\.m|U\.S|approx|Fig|Inc)\.(?=\s+\S)|(?<=\d)\.(?=\d)", re.I
)
_END = re.compile(r"[.!?…]+[\"')\]\u201d\u2019]*(?=\s|$)")
_WORD = re.compile(r"\d+(?:[.,:/-]\d+)*|[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['\u2019][A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The counts of a text and the grades that follow from them."""

    sentences: int
    words: int
    syllables: int
    long_words: int

    @property
    def flesch_kincaid(self) -> float:
        """Flesch-Kincaid grade level."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """SMOG grade; for any number of sentences by the standard scaling to 30."""
        return 1.0430 * sqrt(self.long_words * 30 / self.sentences) + 3.1291

    @property
    def grade(self) -> float:
        """The mean of the two."""
        return (self.flesch_kincaid + self.smog) / 2

    @property
    def words_per_sentence(self) -> float:
        """How long the sentences are on average."""
        return self.words / self.sentences


def reading_level(text: str, *, known: Set[str] = frozenset()) -> ReadingLevel:
    """The level of a text, with these words (lower case) counting as easy; raises ValueError without any word."""
    found = [words for sentence in sentences(text) if (words := words_of(sentence))]
    if not found:
        raise ValueError("A text without words has no reading level.")
    counts = [_count(word, known) for words in found for word in words]
    return ReadingLevel(len(found), len(counts), sum(counts), sum(count >= 3 for count in counts))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a heading, a paragraph and each entry of a list ends its sentence."""
    return [sentence for block in _blocks(text) for sentence in _split(block)]


def words_of(sentence: str) -> list[str]:
    """The words of a sentence; a number or date in figures is one word."""
    return _WORD.findall(sentence)


def known_words(terms: Iterable[str]) -> frozenset[str]:
    """The words of explained terms, in lower case and with their plain plural."""
    words = {word.lower() for term in terms for word in words_of(term)}
    return frozenset(words | {f"{word}s" for word in words})


def _blocks(text: str) -> list[str]:
    """Paragraphs and list entries, each on one line; a wrapped line belongs to the one above."""
    blocks: list[str] = []
    open_block = False
    for line in text.splitlines():
        if not line.strip():
            open_block = False
        elif open_block and not _BULLET.match(line):
            blocks[-1] += f" {line.strip()}"
        else:
            blocks.append(_BULLET.sub("", line).strip())
            open_block = True
    return blocks


def _split(block: str) -> list[str]:
    safe = _PROTECTED.sub(lambda dot: dot[0].replace(".", "\0"), block)
    return [part.replace("\0", ".").strip() for part in _END.split(safe) if part.strip(" \0.")]


def _count(word: str, known: Set[str]) -> int:
    if word[0].isdigit():
        return 1
    return min(2, syllables(word)) if word.lower() in known else syllables(word)
