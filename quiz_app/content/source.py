"""One YAML file read safely: its data, its lines, and where each part stands, or the problems that forbid it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yaml import MarkedYAMLError, YAMLError

from quiz_app.content.problems import Place, Problem, problem
from quiz_app.content.slips import Spotted, slip
from quiz_app.content.tree import NOWHERE, Branch, Refused, Spot, Tree, Twig, Value, grow, spot_of

MAX_BYTES = 256 * 1024

KeyPath = tuple[str | int, ...]
_UNSEEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


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
        text = _text(raw)
        lines = tuple(text.split("\n"))
        _refuse_signs(text, lines)
        tree = _tree(text, lines)
    except Refused as refused:
        return None, (_told(refused, file),)
    return Source(file, lines, tree), tuple(_doubles(tree, file))


def _text(raw: bytes) -> str:
    """UTF-8 text with plain line ends and without the byte order mark of Windows editors."""
    if len(raw) > MAX_BYTES:
        raise Refused("E103", f"This file is larger than {MAX_BYTES // 1024} KB.", Spotted(0, 0))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("E104", "This file is saved as UTF-16 (Notepad calls it 'Unicode').", Spotted(0, 0))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].replace(b"\r\n", b"\n").split(b"\n")
        at = Spotted(len(before) - 1, len(before[-1].decode("utf-8", "replace")))
        raise Refused("E104", "This letter is not saved as UTF-8 (perhaps as 'ANSI' or Latin-1).", at) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_signs(text: str, lines: Sequence[str]) -> None:
    if not any(line.strip() and not line.lstrip().startswith(("#", "---")) for line in lines):
        raise Refused("E105", "This file is empty.", Spotted(0, 0))
    if "\t" in text:
        raise Refused("E106", "There is a tab here.", _place_of("\t", lines))
    if not text.isascii():  # what cannot be seen in ASCII is refused by the parser
        _refuse_unseen(text, lines)


def _refuse_unseen(text: str, lines: Sequence[str]) -> None:
    unseen = _UNSEEN.search(text)
    if unseen:
        sign = unseen[0]
        at = _place_of(sign, lines)
        raise Refused("E119", f"There is a sign here that cannot be seen (U+{ord(sign):04X}).", at)


def _place_of(sign: str, lines: Iterable[str]) -> Spotted:
    return next(Spotted(number, line.index(sign)) for number, line in enumerate(lines) if sign in line)


def _tree(text: str, lines: Sequence[str]) -> Tree:
    try:
        tree = grow(text)
    except MarkedYAMLError as error:
        raise slip(error, lines) from error
    except YAMLError as error:
        _refuse_unseen(text, lines)
        raise Refused("E117", "I cannot read this file.", Spotted(0, 0)) from error
    if not tree.data and spot_of(tree.places) == NOWHERE:
        raise Refused("E105", "This file is empty.", Spotted(0, 0))
    return tree


def _told(refused: Refused, file: str) -> Problem:
    line, column = refused.line + 1, refused.column + 1
    return problem(refused.code, refused.message, file=file, place=Place(line, column, line, line))


def _doubles(tree: Tree, file: str) -> Iterable[Problem]:
    for name, first, second in tree.doubles:
        place = Place(second[0] + 1, second[1] + 1, second[0] + 1, second[0] + 1)
        message = f"'{name}' stands here a second time; the first is on line {first[0] + 1}."
        yield problem("E111", message, file=file, place=place)


def _inner(twig: Twig, step: str | int) -> Twig | None:
    if not isinstance(twig, Branch):
        return None
    if isinstance(twig.parts, dict):
        return twig.parts.get(step) if isinstance(step, str) else None
    return twig.parts[step] if isinstance(step, int) and step < len(twig.parts) else None
