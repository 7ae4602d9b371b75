"""One YAML file read safely: its data, its lines, and where each part stands, or the problems that forbid it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, takewhile

from yaml import MarkedYAMLError, YAMLError

from quiz_app.content.problems import Place, Problem, problem
from quiz_app.content.raw_text import refuse_signs, refuse_unseen, text_of
from quiz_app.content.slips import Spotted, slip
from quiz_app.content.tree import NOWHERE, Branch, Double, Refused, Spot, Tree, Twig, Value, grow, spot_of

MOST_SLIPS = 3  # more names given twice together are one entry that lost its dash

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file that could be read: its name as shown to people, its lines, and its data with places."""

    file: str
    lines: tuple[str, ...]
    tree: Tree

    @property
    def data(self) -> Value:
        """What the file says: texts, lists and blocks only."""
        return self.tree.data

    def at_value(self, path: KeyPath) -> Place:
        """Where the value stands that the path leads to, or the nearest block around it."""
        spot = self._spot(path)
        return Place(spot[2] + 1, spot[3] + 1, spot[0] + 1, self._last_line(spot) + 1)

    def at_name(self, path: KeyPath) -> Place:
        """Where the name of that part stands; for an entry of a list its first line."""
        spot = self._spot(path)
        return Place(spot[0] + 1, spot[1] + 1, spot[0] + 1, spot[0] + 1)

    def at_word(self, path: KeyPath, word: str) -> Place:
        """Where the word first stands inside that value; the value itself when it cannot be found there."""
        spot = self._spot(path)
        last = self._last_line(spot)
        for number in range(spot[2], last + 1):
            column = self.lines[number].find(word, spot[3] if number == spot[2] else 0)
            if column >= 0:
                return Place(number + 1, column + 1, spot[0] + 1, last + 1)
        return self.at_value(path)

    def text_at(self, path: KeyPath) -> str:
        """The text that the path leads to, as written; empty when no text stands there."""
        value = self.data
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step, "")
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return ""
        return value if isinstance(value, str) else ""

    def problem(self, code: str, path: KeyPath, message: str, *, remedy: str = "") -> Problem:
        """A problem at the value that the path leads to."""
        return problem(code, message, file=self.file, place=self.at_value(path), remedy=remedy)

    def _last_line(self, spot: Spot) -> int:
        is_block = self.lines[spot[2]][spot[3] : spot[3] + 1] in ("|", ">")
        return spot[4] - 1 if is_block and spot[4] > spot[2] else min(spot[4], len(self.lines) - 1)

    def _spot(self, path: KeyPath) -> Spot:
        twig: Twig = self.tree.places
        for step in path:
            inner = _inner(twig, step)
            if inner is None:
                break
            twig = inner
        return spot_of(twig)


def read(raw: bytes, *, file: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """The source in these bytes with its problems; no source when it must not or cannot be read."""
    try:
        text = text_of(raw)
        lines = tuple(text.split("\n"))
        refuse_signs(text, lines)
        tree = _tree(text, lines)
    except Refused as refused:
        return None, (_told(refused, file),)
    return Source(file, lines, tree), tuple(_doubles(tree, file))


def _tree(text: str, lines: Sequence[str]) -> Tree:
    try:
        tree = grow(text)
    except MarkedYAMLError as error:
        raise slip(error, lines) from error
    except YAMLError as error:
        refuse_unseen(text, lines)
        raise Refused("E117", "I cannot read this file.", Spotted(0, 0)) from error
    if not tree.data and spot_of(tree.places) == NOWHERE:
        raise Refused("E105", "This file is empty.", Spotted(0, 0))
    return tree


def _told(refused: Refused, file: str) -> Problem:
    line, column = refused.line + 1, refused.column + 1
    place = Place(line, column, line, line)
    return problem(refused.code, refused.message, file=file, place=place, remedy=refused.remedy)


def _doubles(tree: Tree, file: str) -> Iterator[Problem]:
    """A problem for each name given twice in a block; a whole entry without its dash is one problem."""
    index = 0
    while index < len(tree.doubles):
        name, first, second = double = tree.doubles[index]
        together = sum(1 for _ in takewhile(partial(_is_beside, double), islice(tree.doubles, index, None)))
        message = f"'{name}' stands here a second time; the first is on line {first[0] + 1}."
        remedy = ""
        if together > MOST_SLIPS:
            message = f"'{name}' and {together - 1} more names of this block stand here a second time."
            remedy = "Put a dash in front of this line if something new starts here."
        place = Place(second[0] + 1, second[1] + 1, second[0] + 1, second[0] + 1)
        yield problem("E111", message, file=file, place=place, remedy=remedy)
        index += together if together > MOST_SLIPS else 1


def _is_beside(double: Double, other: Double) -> bool:
    """Whether a name given twice stands in the same two runs of lines as another one."""
    (_, first, second), (_, other_first, other_second) = double, other
    return other_first[1] == first[1] and first[0] <= other_first[0] < second[0] <= other_second[0]


def _inner(twig: Twig, step: str | int) -> Twig | None:
    if not isinstance(twig, Branch):
        return None
    if isinstance(twig.parts, dict):
        return twig.parts.get(step) if isinstance(step, str) else None
    return twig.parts[step] if isinstance(step, int) and step < len(twig.parts) else None
