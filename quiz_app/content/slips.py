"""The commonest slips in YAML, told in a sentence of their own instead of the library's terms."""

import re
from collections.abc import Callable, Sequence

from yaml import MarkedYAMLError

from quiz_app.content.tree import Mark, Refused

_OPENED = re.compile(r"""^\s*(?:- +)?(?:[\w-]+: +)?(?P<quote>["'])(?P<rest>.*)$""")
_AFTER_QUOTE = re.compile(r"""^\s*(?:- +)?[\w-]+: +(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *(?P<rest>[^\s#,}\]].*)$""")
_NAME = re.compile(r"^\s*(?:- +)*[\w-]+:( |$)")


class Spotted(Mark):
    """A place counted from 0."""

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


def slip(error: MarkedYAMLError, lines: Sequence[str]) -> Refused:
    """The slip behind an error of the YAML library, with its code, its sentence and its place."""
    mark = error.problem_mark or error.context_mark
    at = Spotted(mark.line, mark.column) if mark else Spotted(0, 0)
    words = f"{error.context or ''} {error.problem or ''}"
    for fits, tell in _SLIPS:
        if fits.search(words):
            return tell(error, at, lines)
    return Refused("E117", "Something on this line does not follow the rules of YAML.", _inside(at, lines))


def _colon_or_indent(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    line = lines[at.line] if at.line < len(lines) else ""
    before = line[: at.column]
    if re.search(r"[\w-]+:\s+\S", before):
        return Refused("E113", "There is a colon inside this text, and the text has no quotes.", at)
    if at.line and not re.search(r":\s*([|>].*)?$", lines[at.line - 1]):
        return Refused("E115", "This line stands further in than the line above it.", _start_of(at, lines))
    return Refused("E113", "There is a colon where a text goes on.", at)


def _open_quote(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark
    return Refused("E114", "This quote is never closed.", Spotted(start.line, start.column) if start else at)


def _lines_up(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    at = _inside(at, lines)
    opened = _unclosed_above(at.line, lines)
    if opened is not None:
        return Refused("E114", "This quote is never closed.", opened)
    after = _AFTER_QUOTE.match(lines[at.line])
    if after:
        return Refused("E120", "The text goes on after its closing quote.", Spotted(at.line, after.start("rest")))
    if not _NAME.match(lines[at.line]) and not lines[at.line].lstrip().startswith("-"):
        return Refused("E121", "This line has no name with a colon in front of its text.", _start_of(at, lines))
    return Refused("E115", "This line does not line up with the lines above it.", _start_of(at, lines))


def _unclosed_above(last: int, lines: Sequence[str]) -> Mark | None:
    """The quote that opened within the last lines and ran into the next quoted text, if one did."""
    for number in range(last, max(-1, last - 40), -1):
        opened = _OPENED.match(lines[number])
        if opened is None or opened["quote"] in re.sub(r"\\.", "", opened["rest"]):
            continue
        later = next((line for line in lines[number + 1 : last + 1] if opened["quote"] in line), "")
        if _OPENED.match(later):
            return Spotted(number, opened.start("quote"))
    return None


def _no_colon(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark
    place = Spotted(start.line, start.column) if start else _inside(at, lines)
    return Refused("E121", "This line has no name with a colon in front of its text.", _start_of(place, lines))


def _strange_start(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    sign = lines[at.line][at.column : at.column + 1] if at.line < len(lines) else ""
    return Refused("E116", f"A text without quotes cannot start with {sign or 'this sign'}.", at)


def _backslash(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    return Refused("E116", "There is a backslash in a text with double quotes. Leave it out.", at)


def _link(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark or at
    place = Spotted(start.line, start.column)
    return Refused("E109", "This starts with & or *, which YAML reads as a link to another place.", place)


def _type_name(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark or at
    place = Spotted(start.line, start.column)
    return Refused("E110", "This starts with !, which YAML reads as the name of a type.", place)


def _bracket(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark or at
    return Refused("E122", "This bracket or brace is not closed.", Spotted(start.line, start.column))


def _bar(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    return Refused("E115", "After '|' or '>' the text must start on the next line, two spaces further in.", at)


def _inside(at: Mark, lines: Sequence[str]) -> Mark:
    """The place itself, or the last line with words when it lies behind the end or on an empty line."""
    line = min(at.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    return at if line == at.line else Spotted(line, 0)


def _start_of(at: Mark, lines: Sequence[str]) -> Mark:
    line = lines[at.line]
    return Spotted(at.line, len(line) - len(line.lstrip()))


_Tell = Callable[[MarkedYAMLError, Mark, Sequence[str]], Refused]
_SLIPS: tuple[tuple[re.Pattern[str], _Tell], ...] = (
    (re.compile("mapping values are not allowed"), _colon_or_indent),
    (re.compile("unknown escape|hexadecimal"), _backslash),
    (re.compile("scanning a quoted scalar"), _open_quote),
    (re.compile("scanning an? (alias|anchor)|undefined alias"), _link),
    (re.compile("(scanning|parsing) a tag|undefined tag|tag handle"), _type_name),
    (re.compile("scanning a block scalar"), _bar),
    (re.compile("flow (mapping|sequence)|expected ',' or"), _bracket),
    (re.compile("cannot start any token|directive"), _strange_start),
    (re.compile("could not find expected ':'"), _no_colon),
    (re.compile("did not find expected|expected <|sequence entries are not allowed|block end"), _lines_up),
)
