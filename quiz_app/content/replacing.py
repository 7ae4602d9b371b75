"""A value written in the place of another: the line keeps its comment, the new text the style of the old one."""

import re
from dataclasses import dataclass

from quiz_app.content.arranging import breaks_of
from quiz_app.content.scalars import (
    LONGEST_LINE,
    PLAIN_NUMBER,
    WIDTH,
    Habits,
    Written,
    in_flow,
    reads_as_text,
    text_written,
    written,
)
from quiz_app.content.spans import Entry, Group, Leaf, Part, line_end, line_start
from quiz_app.content.tree import Value

_COMMENT_BELOW = re.compile(r"(?: *(?:\r\n|\r|\n))+(?P<indent> *)#")


@dataclass(frozen=True)
class _Place:
    """Where the old value stood: space before it, the comment of its line, where it ended, how wide the line may be."""

    pad: str
    comment: str
    end: int
    most: int


def replaced(text: str, around: Group, entry: Entry, value: Value, habits: Habits) -> str:
    """The text with another value for an entry of a list or block."""
    if around.is_flow:
        middle = in_flow(value, like=_style(entry.value), name=entry.name)
        return text[: entry.value.start] + middle + text[entry.value.end :]
    place = _place(text, entry)
    new = _written(text, around, entry, value, place=place, habits=habits)
    nl = breaks_of(text)
    body = nl.join(new.body)
    if new.head:
        middle = place.pad + new.head + place.comment + (nl + body if new.body else "")
    elif not entry.name and not place.comment.strip():
        middle = " " + body.lstrip(" ")
    else:
        middle = place.comment.rstrip(" ") + nl + body
    return text[: entry.after] + middle + text[place.end :]


def _written(text: str, around: Group, entry: Entry, value: Value, *, place: _Place, habits: Habits) -> Written:
    if not isinstance(value, str):
        return written(value, column=around.column, habits=habits, name=entry.name)
    room = entry.after - line_start(text, entry.after) + len(place.pad)
    indent = around.column + (habits.step if entry.name else 2)
    style = _style(entry.value)
    new = text_written(value, like=style, room=room, indent=indent, most=place.most, name=entry.name)
    would_swallow = new.body and _comment_below(text, place.end) >= indent
    return Written(in_flow(value, like=style, name=entry.name)) if would_swallow else new


def _comment_below(text: str, index: int) -> int:
    """The column of the comment that follows below, -1 when none does: a text on lines of its own would take it in."""
    found = _COMMENT_BELOW.match(text, line_end(text, index))
    return len(found["indent"]) if found else -1


def _style(part: Part) -> str:
    if not isinstance(part, Leaf):
        return ""
    return PLAIN_NUMBER if not part.style and part.value and not reads_as_text(part.value) else part.style


def _place(text: str, entry: Entry) -> _Place:
    part, first_end = entry.value, line_end(text, entry.after)
    if isinstance(part, Leaf) and part.style[:1] in ("|", ">"):
        comment = text[part.start + len(part.style) : line_end(text, part.start)]
        return _Place(_pad(text, entry), comment, part.end, WIDTH)
    if isinstance(part, Group) and part.entries and not part.is_flow:
        comment = text[entry.after : first_end] if part.start > first_end else ""
        return _Place(" ", comment, line_end(text, part.end), WIDTH)
    if part.start > first_end:
        comment = text[entry.after : first_end] if text[entry.after : first_end].strip() else ""
        return _Place(" ", comment or _rest(text, part.end), line_end(text, part.end), WIDTH)
    is_one_line = part.end <= first_end
    width = part.end - line_start(text, part.start)
    return _Place(
        _pad(text, entry),
        _rest(text, part.end),
        line_end(text, part.end),
        max(LONGEST_LINE, width) if is_one_line and part.start < part.end else WIDTH,
    )


def _rest(text: str, index: int) -> str:
    """What follows on the line: a comment with the space before it, or nothing."""
    return text[index : line_end(text, index)]


def _pad(text: str, entry: Entry) -> str:
    pad = text[entry.after : entry.value.start]
    return pad if pad and not pad.strip(" ") else " "
