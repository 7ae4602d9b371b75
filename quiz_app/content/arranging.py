"""The entries of one list or block put in another order, with new ones between: what stays is carried as it stands."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz_app.content.scalars import Habits, entry_lines, flow_entry, in_flow, named_lines
from quiz_app.content.spans import Entry, Group, after_break, line_end, line_start
from quiz_app.content.tree import Value

_INDENT = re.compile(r"^ *(?=\S)", re.MULTILINE)
_NO_MORE_THAN_COMMENTS = re.compile(r"(?: *(?:#[^\r\n]*|---)?(?:\r\n|\r|\n))*")


@dataclass(frozen=True)
class New:
    """An entry that is not there yet; without a name in a list."""

    value: Value
    name: str = ""


@dataclass(frozen=True)
class Carried:
    """The lines of an entry of another text, with the comments above it, and the column of its dash."""

    lines: str
    column: int


Slot = int | New | Carried


def arranged(text: str, group: Group, slots: Sequence[Slot], habits: Habits) -> str:
    """The text with these entries in the group: numbers stand for those it has. There is at least one."""
    change = _in_flow if group.is_flow else _in_block
    start, end, middle = change(text, group, slots, habits)
    return text[:start] + middle + text[end:]


def carried(text: str, group: Group, index: int) -> Carried:
    """An entry of a list with its comments, to be put into another text."""
    return Carried(_Pieces(text, group).piece(index), group.column)


def breaks_of(text: str) -> str:
    """The line ends of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def _in_flow(text: str, group: Group, slots: Sequence[Slot], habits: Habits) -> tuple[int, int, str]:
    """The entries between brackets or braces, with the commas that stood between them."""
    entries = group.entries
    between = [text[one.end : other.start] for one, other in itertools.pairwise(entries)]
    written = [_flow_piece(text, entries, slot) for slot in slots]
    middle = written[0]
    usual = between[0] if between and "#" not in between[0] else ", "
    for place, piece in enumerate(written[1:], start=1):
        before, here = slots[place - 1], slots[place]
        follows = isinstance(before, int) and isinstance(here, int) and here == before + 1
        middle += (between[before] if follows and isinstance(before, int) else usual) + piece
    return entries[0].start, entries[-1].end, middle


def _flow_piece(text: str, entries: Sequence[Entry], slot: Slot) -> str:
    if isinstance(slot, int):
        return text[entries[slot].start : entries[slot].end]
    if isinstance(slot, Carried):
        raise TypeError("lines cannot be carried between brackets")
    return flow_entry(slot.name, slot.value) if slot.name else in_flow(slot.value)


def _in_block(text: str, group: Group, slots: Sequence[Slot], habits: Habits) -> tuple[int, int, str]:
    """The entries on their lines: each carries the comments above it, and the gap before those."""
    pieces, nl = _Pieces(text, group), breaks_of(text)
    kept = {slot for slot in slots if isinstance(slot, int)}
    orphans = pieces.orphans(kept)
    middle = ""
    for place, slot in enumerate(slots):
        if isinstance(slot, int):
            gap, piece = orphans.get(slot, "") + pieces.gap(slot), pieces.piece(slot)
        else:
            gap, piece = pieces.usual_gap, _new_piece(slot, group, habits, nl)
        if place == 0:
            gap = gap[after_break(gap, 0) :] if "#" in gap else ""
            piece = piece.lstrip(" ") if pieces.starts_inside else piece
        middle += gap + piece
    return pieces.start, pieces.end, middle + orphans.get(len(group.entries), "").rstrip(" \r\n")


def _new_piece(slot: New | Carried, group: Group, habits: Habits, nl: str) -> str:
    if isinstance(slot, Carried):
        shift = group.column - slot.column
        moved = _INDENT.sub(lambda indent: " " * max(0, len(indent[0]) + shift), slot.lines)
        return nl.join(moved.splitlines())
    if group.is_list:
        return nl.join(entry_lines(slot.value, column=group.column, habits=habits))
    return nl.join(named_lines(slot.name, slot.value, group.column, habits))


class _Pieces:
    """The entries of a group as whole lines, and what stands between them."""

    def __init__(self, text: str, group: Group) -> None:
        self._text, self._group = text, group
        first = group.entries[0].start
        above = text[line_start(text, first) : first]
        self.starts_inside = bool(above.strip(" "))
        self._ends = [self._last_line(index) for index in range(len(group.entries))]
        self._starts = [self._first_line(index) for index in range(len(group.entries))]
        self.start, self.end = self._starts[0], self._ends[-1]
        blank = [gap for gap in map(self.gap, range(1, len(group.entries))) if "#" not in gap]
        self.usual_gap = max(blank, key=blank.count) if blank else breaks_of(text)

    def piece(self, index: int) -> str:
        """The lines of the entry with the comments that belong to it."""
        piece = self._text[self._starts[index] : self._ends[index]]
        return " " * self._group.column + piece if index == 0 and self.starts_inside else piece

    def gap(self, index: int) -> str:
        """What stands between the entry and the one before it; for the first what usually does."""
        if index == 0:
            return self.usual_gap if len(self._group.entries) > 1 else breaks_of(self._text)
        return self._text[self._ends[index - 1] : self._starts[index]]

    def orphans(self, kept: set[int]) -> dict[int, str]:
        """Comments that stand by themselves before entries that go, by the entry they stay above."""
        found: dict[int, str] = {}
        for index in range(1, len(self._group.entries)):
            if index not in kept and "#" in self.gap(index):
                after = next((later for later in sorted(kept) if later > index), len(self._group.entries))
                found[after] = found.get(after, "") + self.gap(index).rstrip(" \r\n")
        return found

    def _first_line(self, index: int) -> int:
        """Where the comments begin that stand right above an entry, else the entry's own line."""
        start = self._group.entries[index].start
        if index == 0 and self.starts_inside:
            return start
        here = line_start(self._text, start)
        if index == 0 and _NO_MORE_THAN_COMMENTS.fullmatch(self._text[:here]):
            return here  # what stands at the top of a file is about the file
        limit = self._ends[index - 1] if index else 0
        while here > limit:
            above = line_start(self._text, here - 1 - (self._text[here - 2 : here] == "\r\n"))
            line = self._text[above:here].strip(" \r\n")
            if above <= limit or not line.startswith("#"):
                break
            here = above
        return here

    def _last_line(self, index: int) -> int:
        """Where the entry's last line ends, with the comments below it that stand further in than the entry."""
        entries, text = self._group.entries, self._text
        end = line_end(text, entries[index].end)
        limit = line_start(text, entries[index + 1].start) if index + 1 < len(entries) else len(text)
        look = after_break(text, end)
        while end < look < limit:
            line = text[look : line_end(text, look)]
            if line.strip(" ") and not line.lstrip(" ").startswith("#"):
                break
            if line.strip(" ") and len(line) - len(line.lstrip(" ")) > self._group.column:
                end = line_end(text, look)
            elif line.strip(" "):
                break
            look = after_break(text, line_end(text, look))
        return end
