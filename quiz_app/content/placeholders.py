"""The closed list of the clinic's own words that texts may name in braces, and their filling in."""

import re
from collections.abc import Callable, Iterator, Mapping

from quiz_app.content.problems import Problem, nearest_word, problem
from quiz_app.content.source import KeyPath, Source
from quiz_app.content.tree import Value
from quiz_app.domain.clinic import Clinic, ClinicWords

_ENOUGH_TO_FIND = 12
PLACEHOLDERS = tuple(ClinicWords.model_fields)
_BRACE = re.compile(r"\{+([^{}]*)\}+|[{}]")
_NAMES = frozenset(("id", "objective", "sibling", "revisit", "misconception", "into", "topic", "course", "file"))


def words_of(clinic: Clinic | None, locale: str = "") -> Mapping[str, str]:
    """The clinic's word for each placeholder in that language; empty when the clinic's file could not be read."""
    return clinic.in_language(locale).model_dump(include=set(PLACEHOLDERS)) if clinic else {}


def with_words(text: str, words: Mapping[str, str]) -> str:
    """A text whose placeholders are known, with the clinic's words in their places."""
    return _BRACE.sub(lambda brace: words.get(brace[1], brace[0]), text)


def filled(source: Source, words: Mapping[str, str]) -> tuple[Value, tuple[Problem, ...]]:
    """The file's data with each placeholder replaced by the clinic's words, and a problem for each other brace."""
    unknown: list[str] = []

    def word(brace: re.Match[str]) -> str:
        if not _is_known(brace):
            unknown.append(brace[0])
            return brace[0]
        return words.get(brace[1], brace[0])

    data = _filled(source.data, word)
    return data, tuple(_unknown_braces(source)) if unknown else ()


def _filled(value: Value, word: Callable[[re.Match[str]], str]) -> Value:
    if isinstance(value, str):
        return _BRACE.sub(word, value) if "{" in value or "}" in value else value
    if isinstance(value, list):
        return [_filled(entry, word) for entry in value]
    return {
        name: entry if name in _NAMES and isinstance(entry, str) else _filled(entry, word)
        for name, entry in value.items()
    }


def _is_known(brace: re.Match[str]) -> bool:
    """Whether it is a placeholder with one brace on each side."""
    return brace[1] in PLACEHOLDERS and brace[0] == f"{{{brace[1]}}}"


def _unknown_braces(source: Source) -> Iterator[Problem]:
    for path, text in texts_in(source.data, ()):
        for brace in _BRACE.finditer(text):
            if not _is_known(brace):
                yield _unknown(source, path, brace)


def texts_in(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every text in the data with the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from texts_in(entry, (*path, index))
    else:
        for name, entry in value.items():
            yield from texts_in(entry, (*path, name))


def _unknown(source: Source, path: KeyPath, brace: re.Match[str]) -> Problem:
    written, name = brace[0], (brace[1] or "").strip()
    around = brace.string[brace.start() : brace.start() + _ENOUGH_TO_FIND].splitlines()[0]
    place = source.at_word(path, around)
    if len(written) == 1:
        remedy = "A placeholder has a brace on both sides, such as {clinic_phone}; take out any other brace."
        return problem("E212", f"There is a single '{written}' here.", file=source.file, place=place, remedy=remedy)
    if name.startswith("write "):
        remedy = f"Replace it, braces and all: {name}."
        return problem("E212", "This is still to be written.", file=source.file, place=place, remedy=remedy)
    near = nearest_word(name, PLACEHOLDERS)
    listed = ", ".join(f"{{{known}}}" for known in PLACEHOLDERS)
    remedy = f"Did you mean '{{{near}}}'?" if near else f"Known placeholders: {listed}."
    message = f"I do not know the placeholder '{written}'."
    return problem("E212", message, file=source.file, place=place, remedy=remedy)
