"""YAML events built straight into plain data, with the line and column of every name and value, in one pass.

Every plain scalar stays text: `no`, `1:30` and `0123` mean what they say. Refused as soon as they come: nesting over
20 levels, more than 20,000 events, anchors and aliases, tags, names that are not words, a second document.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

MAX_DEPTH = 20
MAX_EVENTS = 20_000

Value = str | list["Value"] | dict[str, "Value"]
Spot = tuple[int, int, int, int, int]  # line and column of the name, line and column of the value, its last line
NOWHERE: Spot = (0, 0, 0, 0, 0)


@dataclass(slots=True)
class Branch:
    """Where a block stands, and where its parts do."""

    spot: Spot
    parts: "dict[str, Twig] | list[Twig]"


Twig = Spot | Branch
Double = tuple[str, Spot, Spot]


@dataclass(frozen=True, slots=True)
class Tree:
    """The data of one file, where each part stands, and names given twice with both their places."""

    data: Value
    places: Twig
    doubles: tuple[Double, ...] = ()


class Refused(Exception):
    """The file is not taken: a code of the catalogue, what is wrong, the place counted from 0, a remedy of its own."""

    def __init__(self, code: str, message: str, mark: "Mark", *, remedy: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy
        self.line, self.column = mark.line, mark.column


class Mark(Protocol):
    """A place that the YAML library gives, counted from 0."""

    line: int
    column: int


class _Event(Protocol):
    value: str
    anchor: str | None
    tag: str | None
    start_mark: Mark
    end_mark: Mark


class Parser(Protocol):
    """What is needed of a YAML parser: libyaml's or the one in Python."""

    def get_event(self) -> _Event:
        """The next event."""

    def dispose(self) -> None:
        """Let go of what the parser holds."""


def grow(text: str) -> Tree:
    """The tree of one YAML text; raises Refused, or the YAML library's own error for broken syntax."""
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return grow_with(cast("Parser", loader(text)))


def grow_with(parser: Parser) -> Tree:
    """The tree that a parser's events give; the parser is disposed of."""
    try:
        return _built(parser.get_event)
    finally:
        parser.dispose()


def spot_of(twig: Twig) -> Spot:
    """The place of a value or of a block."""
    return twig.spot if isinstance(twig, Branch) else twig


def _built(next_event: Callable[[], _Event]) -> Tree:  # noqa: C901, PLR0912, PLR0915 - one loop
    # One loop over local variables on purpose: cut into methods it takes half as long again (benchmarks/checker.py).
    items: list[Value] = []
    places: list[Twig] = []
    root, root_places = items, places
    names: dict[str, Value] | None = None  # None inside a list
    name_places: dict[str, Twig] = {}
    name: str | None = None
    line = column = 0
    above: list[tuple[dict[str, Value] | None, dict[str, Twig], list[Value], list[Twig]]] = []
    doubles: list[Double] = []
    for _ in range(MAX_EVENTS):
        event = next_event()
        kind: type[object] = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse_mark(event)
            start = event.start_mark
            if names is None:
                line, column = start.line, start.column
                items.append(event.value)
                places.append((line, column, line, column, event.end_mark.line))
            elif name is None:
                name, line, column = event.value, start.line, start.column
            else:
                if name in names:
                    doubles.append((name, spot_of(name_places[name]), (line, column, line, column, line)))
                names[name] = event.value
                name_places[name] = (line, column, start.line, start.column, event.end_mark.line)
                name = None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            names, name_places, items, places = above.pop()
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _refuse_block(event, depth=len(above), name_needed=names is not None and name is None)
            start = event.start_mark
            block: dict[str, Value] | list[Value] = {} if kind is MappingStartEvent else []
            parts: dict[str, Twig] | list[Twig] = {} if kind is MappingStartEvent else []
            if names is None:
                line, column = start.line, start.column
                items.append(block)
                places.append(Branch((line, column, line, column, line), parts))
            elif name is not None:
                if name in names:
                    doubles.append((name, spot_of(name_places[name]), (line, column, line, column, line)))
                names[name] = block
                name_places[name] = Branch((line, column, start.line, start.column, start.line), parts)
                name = None
            above.append((names, name_places, items, places))
            if isinstance(block, dict) and isinstance(parts, dict):
                names, name_places = block, parts
            elif isinstance(block, list) and isinstance(parts, list):
                names, items, places = None, block, parts
        elif kind is StreamEndEvent:
            return Tree(root[0], root_places[0], tuple(doubles)) if root else Tree("", NOWHERE)
        elif kind is AliasEvent:
            _refuse_alias(event)
        elif kind is DocumentStartEvent and root:
            raise Refused("E112", "A second document starts here.", event.start_mark)
    raise Refused("E108", f"This file has more than {MAX_EVENTS:,} parts.", event.start_mark)


def _refuse_block(event: _Event, *, depth: int, name_needed: bool) -> None:
    if event.anchor is not None or event.tag is not None:
        _refuse_mark(event)
    if depth >= MAX_DEPTH:
        raise Refused("E107", f"This is nested more than {MAX_DEPTH} levels deep.", event.start_mark)
    if name_needed:
        raise Refused("E118", "A list or a block stands where a name is needed.", event.start_mark)


def _refuse_alias(event: _Event) -> None:
    message = "This starts with *, which YAML reads as a link to another place."
    raise Refused("E109", message, event.start_mark)


def _refuse_mark(event: _Event) -> None:
    if event.anchor is not None:
        raise Refused("E109", "This starts with &, which YAML reads as a name to link to.", event.start_mark)
    raise Refused("E110", "This starts with !, which YAML reads as the name of a type.", event.start_mark)
