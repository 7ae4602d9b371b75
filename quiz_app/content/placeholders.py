"""The closed list of the clinic's own words that texts may name in braces, and their filling in."""

import re
from collections.abc import Callable, Iterator, Mapping

from quiz_app.content.problems import Problem, did_you_mean, problem
from quiz_app.content.source import KeyPath, Source
from quiz_app.content.tree import Value
from quiz_app.domain.course import Clinic

PLACEHOLDERS = tuple(Clinic.model_fields)
_BRACE = re.compile(r"\{([^{}]*)\}|[{}]")


def words_of(clinic: Clinic | None) -> Mapping[str, str]:
    """The clinic's word for each placeholder; empty when the clinic's file could not be read."""
    return clinic.model_dump() if clinic else {}


def filled(source: Source, words: Mapping[str, str]) -> tuple[Value, tuple[Problem, ...]]:
    """The file's data with each placeholder replaced by the clinic's words, and a problem for each other brace."""
    unknown: list[str] = []

    def word(brace: re.Match[str]) -> str:
        if brace[1] not in PLACEHOLDERS:
            unknown.append(brace[0])
        return words.get(brace[1] or "", brace[0])

    data = _filled(source.data, word)
    return data, tuple(_unknown_braces(source)) if unknown else ()


def _filled(value: Value, word: Callable[[re.Match[str]], str]) -> Value:
    if isinstance(value, str):
        return _BRACE.sub(word, value) if "{" in value or "}" in value else value
    if isinstance(value, list):
        return [_filled(entry, word) for entry in value]
    return {name: _filled(entry, word) for name, entry in value.items()}


def _unknown_braces(source: Source) -> Iterator[Problem]:
    for path, text in texts_in(source.data, ()):
        for brace in _BRACE.finditer(text):
            if brace[1] not in PLACEHOLDERS:
                yield _unknown(source, path, brace[0], name=brace[1] or "")


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


def _unknown(source: Source, path: KeyPath, brace: str, *, name: str) -> Problem:
    listed = ", ".join(f"{{{known}}}" for known in PLACEHOLDERS)
    remedy = did_you_mean(name, PLACEHOLDERS) or f"Known placeholders: {listed}."
    message = f"I do not know the placeholder '{brace}'." if len(brace) > 1 else f"There is a single '{brace}' here."
    return problem("E212", message, file=source.file, place=source.at_word(path, brace), remedy=remedy)
