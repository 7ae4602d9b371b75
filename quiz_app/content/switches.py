"""Notes that switch a rule off for one line, with a reason: `# check: off W325 because nobody knows who does it`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quiz_app.content.catalogue import CATALOGUE
from quiz_app.content.placeholders import texts_in
from quiz_app.content.problems import Place, Problem, did_you_mean, problem
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
    for number, line in enumerate(source.lines, start=1):
        note = _NOTE.search(line) if "check" in line else None
        if note and _is_allowed(note["code"]) and note["because"] and note["reason"].strip():
            yield Switch(source.file, number, note.start("code") + 1, note["code"].upper())


def _is_allowed(code: str) -> bool:
    known = CATALOGUE.get(code.upper())
    return known is not None and known.can_be_switched_off


def _unclear(source: Source) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, start=1):
        note = _NOTE.search(line) if "check" in line else None
        if note is None:
            continue
        at = Switch(source.file, number, note.start("code") + 1, note["code"].upper())
        if not _is_allowed(at.code):
            yield _told("E131", f"'{at.code}' is no rule that can be switched off.", at, remedy=_suggestion(at.code))
        elif not note["because"] or not note["reason"].strip():
            yield _told("E130", f"{at.code} is switched off here without a reason.", at)
    for path, text in texts_in(source.data, ()):
        inside = _IN_TEXT.search(text)
        if inside:
            yield source.problem("E133", path, "The note that switches a rule off has become part of this text.")


def _suggestion(code: str) -> str:
    if code in CATALOGUE:
        return ""
    return did_you_mean(code, [known for known, entry in CATALOGUE.items() if entry.can_be_switched_off])


def _told(code: str, message: str, switch: Switch, *, remedy: str = "") -> Problem:
    place = Place(switch.line, switch.column, switch.line, switch.line)
    return problem(code, message, file=switch.file, place=place, remedy=remedy)
