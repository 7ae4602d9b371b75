"""The closed list of the clinic's own words that texts may name in braces, and their filling in."""

import re
from collections.abc import Iterator, Mapping

from quiz_app.content.problems import Problem, did_you_mean, problem
from quiz_app.content.source import KeyPath, Source
from quiz_app.content.tree import Value
from quiz_app.domain.course import Clinic

PLACEHOLDERS = tuple(Clinic.model_fields)
_BRACE = re.compile(r"\{([^{}]*)\}|[{}]")


def words_of(clinic: Clinic | None) -> Mapping[str, str]:
    """The clinic's word for each placeholder; empty when the clinic's file could not be read."""
    return clinic.model_dump() if clinic else {}


def filled(value: Value, words: Mapping[str, str]) -> Value:
    """The same data with every known placeholder replaced by the clinic's words."""
    if isinstance(value, str):
        return _filled_text(value, words) if "{" in value else value
    if isinstance(value, list):
        return [filled(entry, words) for entry in value]
    return {name: filled(entry, words) for name, entry in value.items()}


def unknown_braces(source: Source) -> Iterator[Problem]:
    """A problem for each brace in the file's texts that is no placeholder."""
    for path, text in texts_in(source.data, ()):
        if "{" not in text and "}" not in text:
            continue
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


def _filled_text(text: str, words: Mapping[str, str]) -> str:
    return _BRACE.sub(lambda brace: words.get(brace[1] or "", brace[0]), text)
