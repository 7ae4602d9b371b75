"""Notes that switch a rule off for one line, with a reason: `# check: off W325 because nobody knows who does it`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quiz_app.content.catalogue import CATALOGUE
from quiz_app.content.placeholders import texts_in
from quiz_app.content.problems import Place, Problem, problem
from quiz_app.content.source import Source

_NOTE = re.compile(r"(?:^|\s)#\s*check:\s*off\b\s*(?P<code>\w*)\s*(?P<because>because\b)?\s*(?P<reason>.*)$", re.I)
_IN_TEXT = re.compile(r"#\s*check:\s*off\b", re.I)


@dataclass(frozen=True, slots=True)
class Switch:
    """One rule switched off on one line."""

    file: str
    line: int
    column: int
    code: str

    def silences(self, found: Problem) -> bool:
        """Whether the problem is of that code and its text is written around that line."""
        if (found.code, found.file) != (self.code, self.file):
            return False
        return found.place.first_line <= self.line <= found.place.last_line


def switched(problems: Iterable[Problem], sources: Sequence[Source]) -> Iterator[Problem]:
    """The problems that are not switched off, and those of the switches themselves."""
    switches = [switch for source in sources for switch in _switches(source)]
    used: set[Switch] = set()
    for found in problems:
        silenced_by = {switch for switch in switches if switch.silences(found)}
        used |= silenced_by
        if not silenced_by:
            yield found
    for switch in switches:
        if switch not in used:
            yield _told("W132", f"There is no {switch.code} to switch off here.", switch)
    for source in sources:
        yield from _unclear(source)


def _switches(source: Source) -> Iterator[Switch]:
    return (switch for switch, note in _notes(source) if _is_allowed(switch.code) and _has_reason(note))


def _notes(source: Source) -> list[tuple[Switch, re.Match[str]]]:
    """The notes in comments, with what was written."""
    in_texts = {place.line for place in _in_texts(source)}
    return [
        (Switch(source.file, number, note.start("code") + 1, note["code"].upper()), note)
        for number, note in _noted_lines(source)
        if number not in in_texts
    ]


def _noted_lines(source: Source) -> list[tuple[int, re.Match[str]]]:
    lines = ((number, line) for number, line in enumerate(source.lines, start=1) if "#" in line)
    return [(number, note) for number, line in lines if (note := _NOTE.search(line))]


def _is_allowed(code: str) -> bool:
    return code in CATALOGUE and CATALOGUE[code].can_be_switched_off


def _has_reason(note: re.Match[str]) -> bool:
    return bool(note["because"] and note["reason"].strip())


def _unclear(source: Source) -> Iterator[Problem]:
    for at, note in _notes(source):
        if at.code not in CATALOGUE:
            yield _told("E131", f"There is no rule '{at.code}'.", at, remedy="Write the code that the finding shows.")
        elif not _is_allowed(at.code):
            yield _told("E131", f"{at.code} cannot be switched off.", at)
        elif not _has_reason(note):
            yield _told("E130", f"{at.code} is switched off here without a reason.", at)
    for place in _in_texts(source):
        yield problem("E133", "This note has become part of the text.", file=source.file, place=place)


def _in_texts(source: Source) -> Iterator[Place]:
    if not _noted_lines(source):
        return
    for path, text in texts_in(source.data, ()):
        for note in _IN_TEXT.finditer(text):
            yield source.at_word(path, note[0])


def _told(code: str, message: str, switch: Switch, *, remedy: str = "") -> Problem:
    place = Place(switch.line, switch.column, switch.line, switch.line)
    return problem(code, message, file=switch.file, place=place, remedy=remedy)
