"""Where each part of a YAML text begins and ends, to the character, with the style it is written in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import yaml

from quiz_app.content.tree import Value

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANK_END = re.compile(r"(?: *(?:\r\n|\r|\n))* *\Z")
_LAST_BREAK = re.compile(r"(?:\r\n|\r|\n)\Z")
_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text from `start` to `end`; style: empty for a plain one, its quote, or `|` or `>` with what follows."""

    start: int
    end: int
    value: str
    style: str

    @property
    def data(self) -> Value:
        """The text itself."""
        return self.value


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list or of a block.

    start: of its dash or name; after: behind the dash or the colon; name: empty in a list.
    """

    start: int
    after: int
    name: str
    value: "Part"

    @property
    def end(self) -> int:
        """Where the last sign of the entry's value ends."""
        return max(self.after, self.value.end)


@dataclass(frozen=True, slots=True)
class Group:
    """A list, or a block of names with values; in brackets or braces when `is_flow`, else one entry a line."""

    start: int
    end: int
    column: int
    entries: tuple[Entry, ...]
    is_list: bool
    is_flow: bool

    @property
    def data(self) -> Value:
        """The list or block as plain data."""
        if self.is_list:
            return [entry.value.data for entry in self.entries]
        return {entry.name: entry.value.data for entry in self.entries}

    def index(self, step: str | int) -> int | None:
        """The number of the entry with that name or number, None when there is none."""
        if isinstance(step, int):
            return step if self.is_list and 0 <= step < len(self.entries) else None
        found = (number for number, entry in enumerate(self.entries) if entry.name == step)
        return None if self.is_list else next(found, None)


Part = Leaf | Group


def parts_of(text: str) -> Part:
    """The parts of a text that can be read, none of them an alias; without the mark of Windows editors."""
    root = yaml.compose(text, Loader=_LOADER)
    return _part(text, cast("yaml.Node", root))


def line_start(text: str, index: int) -> int:
    """Where the line begins that holds the index."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def line_end(text: str, index: int) -> int:
    """Where the line ends that holds the index, before its line break."""
    found = _BREAK.search(text, index)
    return found.start() if found else len(text)


def after_break(text: str, index: int) -> int:
    """Behind the line break that stands at the index; the index itself at the end of the text."""
    found = _BREAK.match(text, index)
    return found.end() if found else index


def groups_in(part: Part) -> Iterator[Group]:
    """Every list and block of a part, the outer ones first."""
    if isinstance(part, Group):
        yield part
        for entry in part.entries:
            yield from groups_in(entry.value)


def _part(text: str, node: yaml.Node) -> Part:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        return _leaf(text, node)
    is_list = isinstance(node, yaml.SequenceNode)
    is_flow = isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
    if isinstance(node, yaml.SequenceNode):
        entries = _flow_list(text, node) if is_flow else _dashed(text, node)
    else:
        entries = _named(text, cast("yaml.MappingNode", node))
    if not is_flow and entries:
        end = entries[-1].end
    return Group(start, end, node.start_mark.column, entries, is_list=is_list, is_flow=is_flow)


def _leaf(text: str, node: yaml.ScalarNode) -> Leaf:
    start, end = node.start_mark.index, node.end_mark.index
    style = node.style or ""
    if style in ("|", ">"):
        style = text[start : line_end(text, start)].split("#", maxsplit=1)[0].strip()
        ending = _LAST_BREAK if "+" in style else _BLANK_END
        found = ending.search(text[start:end])
        end = start + found.start() if found else end
    return Leaf(start, end, node.value, style)


def _flow_list(text: str, node: yaml.SequenceNode) -> tuple[Entry, ...]:
    values = [_part(text, value) for value in node.value]
    return tuple(Entry(value.start, value.start, "", value) for value in values)


def _dashed(text: str, node: yaml.SequenceNode) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    dash, column = node.start_mark.index, node.start_mark.column
    for inner in node.value:
        if entries:
            dash = _next_dash(text, entries[-1].end, column)
        entries.append(Entry(dash, dash + 1, "", _part(text, inner)))
    return tuple(entries)


def _next_dash(text: str, index: int, column: int) -> int:
    """The first dash at that column on a line below the index."""
    while index < len(text):
        start = after_break(text, line_end(text, index))
        if text[start : start + column].strip(" ") == "" and text[start + column : start + column + 1] == "-":
            return start + column
        index = start
    return index


def _named(text: str, node: yaml.MappingNode) -> tuple[Entry, ...]:
    entries = []
    for name, value in node.value:
        after = text.index(":", name.end_mark.index) + 1
        entries.append(Entry(name.start_mark.index, after, str(name.value), _part(text, value)))
    return tuple(entries)
