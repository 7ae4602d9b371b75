"""The commonest slips in YAML, told in a sentence of their own instead of the library's terms."""

import re
from collections.abc import Callable, Sequence

from yaml import MarkedYAMLError

from quiz_app.content.help import HELP
from quiz_app.content.tree import Mark, Refused

_OPENED = re.compile(r"""^\s*(?:- +)?(?:[\w-]+: +)?(?P<quote>["'])(?P<rest>.*)$""")
_AFTER_QUOTE = re.compile(r"""^\s*(?:- +)?[\w-]+: +(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *(?P<rest>[^\s#,}\]].*)$""")
_NAME = re.compile(r"^\s*(?:- +)*(?P<name>[\w-]+):( |$)")
_NO_SPACE = re.compile(r"^\s*(?:- +)*[\w-]+(?P<colon>:)[^\s/]")
_NO_SPACE_AFTER_DASH = re.compile(r"^\s*-[^\s-]")
_STARTS_WITH_BRACKET = re.compile(r"^\s*(?:- +)*[\w-]+: +(?P<bracket>[\[{])")
_LIST_ON_THE_LINE = re.compile(r"^\s*(?:- +)*[\w-]+: +(?P<dash>- )")
OTHER_DASH = re.compile(r"^\s*(?P<sign>[–—•·*‣●▪]) ")  # noqa: RUF001 - the signs word processors put for a dash
_KNOWN_NAMES = frozenset(name.partition(".")[2] for name in HELP)

PLAIN_DASH = "Start it with a plain dash and a space: '- '."
_TWO_WAYS = "Put a text with a colon in double quotes; put a comma between two parts of a brace."


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
    line = _line(at, lines)
    before = line[: at.column]
    if re.search(r"[\w-]+:\s+\S", before):
        return Refused("E113", "There is a colon inside this text, and the text has no quotes.", at)
    above = lines[at.line - 1] if at.line else ""
    if _depth(above) == _depth(line) and above.strip():
        return _nameless(Spotted(at.line - 1, 0), lines)
    if at.line and not re.search(r":\s*([|>].*)?$", above):
        name = _NAME.match(line)
        if name and name["name"] not in _KNOWN_NAMES:
            return Refused("E113", "There is a colon inside this text, and the text has no quotes.", at)
        return Refused("E115", "This line stands further in than the line above it.", _start_of(at, lines))
    return Refused("E113", "There is a colon where a text goes on.", at)


def _open_quote(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark
    return Refused("E114", "This quote is never closed.", Spotted(start.line, start.column) if start else at)


def _lines_up(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    found = at
    at = _inside(at, lines)
    opened = _unclosed_above(at.line, lines)
    if opened is not None:
        return Refused("E114", "This quote is never closed.", opened)
    line = lines[at.line]
    after = _AFTER_QUOTE.match(line)
    if after:
        return Refused("E120", "The text goes on after its closing quote.", Spotted(at.line, after.start("rest")))
    if line[found.column : found.column + 1] in ("]", "}") and found.line == at.line:
        message = "This bracket or brace closes nothing that was opened."
        return Refused("E122", message, found, remedy="Take it out, or put the whole text in double quotes.")
    bracket = _STARTS_WITH_BRACKET.match(line)
    if bracket and found.line == at.line and found.column > bracket.start("bracket"):
        message = "A text without quotes cannot start with a bracket or a brace."
        return Refused("E116", message, Spotted(at.line, bracket.start("bracket")))
    if _NO_SPACE_AFTER_DASH.match(line) or not (_NAME.match(line) or line.lstrip().startswith("- ")):
        return _nameless(at, lines)
    return Refused("E115", "This line does not line up with the lines above it.", _start_of(at, lines))


def _nameless(at: Mark, lines: Sequence[str]) -> Refused:
    """Why the line at that place has no name that can be read."""
    line = _line(at, lines)
    no_space, other = _NO_SPACE.match(line), OTHER_DASH.match(line)
    if no_space:
        place = Spotted(at.line, no_space.start("colon"))
        return Refused("E121", "There is no space behind this colon.", place, remedy="Put a space behind it.")
    if _NO_SPACE_AFTER_DASH.match(line):
        remedy = "Put a space behind it."
        return Refused("E121", "There is no space behind this dash.", _start_of(at, lines), remedy=remedy)
    if other:
        message = f"This line starts with '{other['sign']}' in place of a dash."
        return Refused("E121", message, _start_of(at, lines), remedy=PLAIN_DASH)
    return Refused("E121", "This line has no name with a colon in front of its text.", _start_of(at, lines))


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
    return _nameless(Spotted(start.line, start.column) if start else _inside(at, lines), lines)


def _strange_start(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    sign = _line(at, lines)[at.column : at.column + 1]
    if sign == ",":
        return _comma(at, lines)
    if sign in ("]", "}"):
        return _lines_up(error, at, lines)
    return Refused("E116", f"A text without quotes cannot start with {sign or 'this sign'}.", at)


def _comma(at: Mark, lines: Sequence[str]) -> Refused:
    if _line(at, lines)[: at.column].rstrip().endswith((",", "[", "{")):
        return Refused("E122", "There is a comma too many here.", at, remedy="Take it out.")
    return Refused("E116", "A text without quotes cannot start with a comma.", at)


def _command(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    message = "This line starts with %, which YAML reads as a command."
    return Refused("E116", message, Spotted(at.line, 0), remedy="Take the sign out, or the whole line.")


def _backslash(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    column = _line(at, lines).rfind("\\", 0, at.column + 1)
    place = Spotted(at.line, column) if column >= 0 else at
    return Refused("E123", "There is a backslash in a text with double quotes.", place)


def _link(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark or at
    place = Spotted(start.line, start.column)
    sign = _line(place, lines)[place.column : place.column + 1] or "& or *"
    return Refused("E109", f"This starts with {sign}, which YAML reads as a link to another place.", place)


def _type_name(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark or at
    place = Spotted(start.line, start.column)
    return Refused("E110", "This starts with !, which YAML reads as the name of a type.", place)


def _bracket(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    start = error.context_mark or at
    if _line(at, lines)[at.column : at.column + 1] == ":" and at.line == start.line:
        message = "There is a colon inside a text here, or a comma is missing in front of this name."
        return Refused("E113", message, at, remedy=_TWO_WAYS)
    return Refused("E122", "This bracket or brace is not closed.", Spotted(start.line, start.column))


def _colon_in_brackets(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    remedy = "Put a space behind the colon, or the whole text in double quotes."
    if _line(at, lines)[at.column + 1 : at.column + 2] in (",", "}"):
        return Refused("E204", "There is no text behind this colon.", at)
    return Refused("E113", "There is a colon without a space behind it.", at, remedy=remedy)


def _bar(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    message = "After '|' or '>' the text must start on the next line, two spaces further in."
    return Refused("E115", message, at, remedy="Move it there, or put the whole text in double quotes.")


def _list_on_the_line(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    found = _LIST_ON_THE_LINE.match(_line(at, lines))
    if not found:
        return _lines_up(error, at, lines)
    message = "A list cannot start on the line of its name."
    remedy = "Put each entry with its dash on a line of its own below the name."
    return Refused("E115", message, Spotted(at.line, found.start("dash")), remedy=remedy)


def _after_the_end(error: MarkedYAMLError, at: Mark, lines: Sequence[str]) -> Refused:
    for number in range(at.line):
        if lines[number].rstrip() == "...":
            message = "This line ends the file, and yet it goes on."
            return Refused("E112", message, Spotted(number, 0), remedy="Take out the line with the three dots.")
    return _lines_up(error, at, lines)


def _line(at: Mark, lines: Sequence[str]) -> str:
    return lines[at.line] if at.line < len(lines) else ""


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _inside(at: Mark, lines: Sequence[str]) -> Mark:
    """The place itself, or the last line with words when it lies behind the end or on an empty line."""
    line = min(at.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    return at if line == at.line else Spotted(line, 0)


def _start_of(at: Mark, lines: Sequence[str]) -> Mark:
    return Spotted(at.line, _depth(lines[at.line]))


_Tell = Callable[[MarkedYAMLError, Mark, Sequence[str]], Refused]
_SLIPS: tuple[tuple[re.Pattern[str], _Tell], ...] = (
    (re.compile("mapping values are not allowed"), _colon_or_indent),
    (re.compile("unknown escape|hexa?decimal"), _backslash),
    (re.compile("scanning a quoted scalar"), _open_quote),
    (re.compile("scanning an? (alias|anchor)|undefined alias"), _link),
    (re.compile("(scanning|parsing) a tag|undefined tag|tag handle"), _type_name),
    (re.compile("scanning a block scalar"), _bar),
    (re.compile("unexpected ':'"), _colon_in_brackets),
    (re.compile("flow (mapping|sequence)|expected ',' or"), _bracket),
    (re.compile("directive|incompatible YAML"), _command),
    (re.compile("cannot start any token|node content"), _strange_start),
    (re.compile("could not find expected ':'"), _no_colon),
    (re.compile("sequence entries are not allowed"), _list_on_the_line),
    (re.compile("document start"), _after_the_end),
    (re.compile("did not find expected|expected <|block end"), _lines_up),
)
