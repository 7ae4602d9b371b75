"""A YAML text under change, step by step: what differs is found, and only that is written anew."""

import json
from collections.abc import Sequence

from yaml import YAMLError

from quiz_app.content.arranging import Carried, New, Slot, arranged, carried
from quiz_app.content.replacing import replaced
from quiz_app.content.scalars import LONGEST_LINE, Habits, told
from quiz_app.content.source import KeyPath, read
from quiz_app.content.spans import Entry, Group, Part, groups_in, line_end, line_start, parts_of
from quiz_app.content.tree import Value

_MARK = "\ufeff"
NOT_THERE = "This part is not in the file any more."


class PatchFailed(Exception):
    """The text cannot be changed that way, told in a plain sentence: it cannot be read, or the part is not there."""


class Change:
    """One text under change; every step works on the outcome of the one before. All raise PatchFailed."""

    def __init__(self, text: str) -> None:
        self._mark = _MARK if text.startswith(_MARK) else ""
        self._take(text.removeprefix(_MARK))
        self._habits = _habits(self._root)

    def carried(self, path: KeyPath) -> Carried | None:
        """The lines of a list's entry, None when it stands between brackets."""
        group = self._part_at(path[:-1])
        index = group.index(path[-1]) if isinstance(group, Group) and not group.is_flow else None
        return carried(self._text, group, index) if isinstance(group, Group) and index is not None else None

    def takes_lines(self, path: KeyPath) -> bool:
        """Whether the path leads to a list with one entry a line."""
        part = self._part_at(path)
        return isinstance(part, Group) and bool(part.entries) and not part.is_flow

    def with_value(self, path: KeyPath, value: Value) -> str:
        """The text with that value at the path."""
        self._change(path, value)
        return self._mark + self._text

    def arranged(self, path: KeyPath, slots: Sequence[Slot], after: Value) -> str:
        """The text with the entries at the path put like that; `after` is what they then say."""
        self._arrange(path, slots, after)
        return self._mark + self._text

    def _part_at(self, path: KeyPath) -> Part | None:
        part: Part | None = self._root
        for step in path:
            entry = _entry(part, step)
            part = entry.value if entry else None
        return part

    def _change(self, path: KeyPath, value: Value) -> None:
        part = self._part_at(path)
        if part is None:
            self._add(path, value)
        elif told(part.data) == told(value):
            return
        elif isinstance(part, Group) and part.entries and value and isinstance(value, dict) and not part.is_list:
            self._change_block(path, part, value)
        elif isinstance(part, Group) and part.entries and value and isinstance(value, list) and part.is_list:
            self._change_list(path, part, value)
        else:
            self._replace(path, value)

    def _add(self, path: KeyPath, value: Value) -> None:
        around = self._part_at(path[:-1])
        known = around.data if around else ""
        if isinstance(path[-1], str) and (isinstance(known, dict) or not known):
            self._change(path[:-1], {**(known if isinstance(known, dict) else {}), path[-1]: value})
        elif isinstance(path[-1], int) and (isinstance(known, list) or not known):
            self._change(path[:-1], [*known, value])
        else:
            raise PatchFailed(NOT_THERE)

    def _change_block(self, path: KeyPath, group: Group, value: dict[str, Value]) -> None:
        old = {entry.name: number for number, entry in enumerate(group.entries)}
        order = _in_order([name for name in old if name in value], list(value))
        if order != list(old):
            slots = [old[name] if name in old else New(value[name], name) for name in order]
            known = group.data if isinstance(group.data, dict) else {}
            self._arrange(path, slots, {name: known.get(name, value[name]) for name in order})
        for name in order:
            self._change((*path, name), value[name])

    def _change_list(self, path: KeyPath, group: Group, value: list[Value]) -> None:
        old = [entry.value.data for entry in group.entries]
        origins = _origins(old, value)
        if origins != list(range(len(old))):
            pairs = list(zip(origins, value, strict=True))
            slots = [New(entry) if came is None else came for came, entry in pairs]
            self._arrange(path, slots, [entry if came is None else old[came] for came, entry in pairs])
        for place, entry in enumerate(value):
            self._change((*path, place), entry)

    def _arrange(self, path: KeyPath, slots: Sequence[Slot], after: Value) -> None:
        part = self._part_at(path)
        if part is None:
            self._add(path, after)
        elif not isinstance(part, Group) or not part.entries or not slots:
            self._replace(path, after)
        else:
            text = arranged(self._text, part, slots, self._habits)
            around = self._part_at(path[:-1]) if path else None
            if part.is_flow and isinstance(around, Group) and not around.is_flow and _is_long(text, part.start):
                self._replace(path, after)
            else:
                self._take(text)

    def _replace(self, path: KeyPath, value: Value) -> None:
        around = self._part_at(path[:-1]) if path else None
        entry = _entry(around, path[-1]) if path else None
        if not isinstance(around, Group) or entry is None:
            raise PatchFailed(NOT_THERE)
        self._take(replaced(self._text, around, entry, value, self._habits))

    def _take(self, text: str) -> None:
        self._text = text
        try:
            self._root = parts_of(text)
        except (YAMLError, ValueError) as reason:
            _, problems = read(text.encode("utf-8", "surrogatepass"), file="")
            why = f"{problems[0].message} {problems[0].remedy}" if problems else "Please change it in the text itself."
            raise PatchFailed(f"I cannot put this into the file. {why}") from reason


def _entry(part: Part | None, step: str | int) -> Entry | None:
    index = part.index(step) if isinstance(part, Group) else None
    return part.entries[index] if isinstance(part, Group) and index is not None else None


def _habits(root: Part) -> Habits:
    """How the file is laid out, as the first block and the first list in it show."""
    steps = {True: 2, False: 2}
    seen = set()
    for group in groups_in(root):
        if group.is_flow or group.is_list:
            continue
        for entry in group.entries:
            inner = entry.value
            if isinstance(inner, Group) and not inner.is_flow and inner.entries and inner.is_list not in seen:
                steps[inner.is_list] = inner.column - group.column
                seen.add(inner.is_list)
    return Habits(step=steps[False], dash=steps[True])


def _is_long(text: str, index: int) -> bool:
    return line_end(text, index) - line_start(text, index) > LONGEST_LINE


def _in_order(kept: list[str], wished: list[str]) -> list[str]:
    """The names that stay in their order, the new ones behind the name they follow in the wish."""
    order = list(kept)
    for place, name in enumerate(wished):
        if name not in kept:
            before = next((known for known in reversed(wished[:place]) if known in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, name)
    return order


def _origins(old: list[Value], new: list[Value]) -> list[int | None]:
    """For each new entry the old one it was: the same, the one with its id, or the most alike in its place."""
    free = set(range(len(old)))
    origins: list[int | None] = [None] * len(new)
    for sign in (_said, _id):
        for place, entry in enumerate(new):
            if origins[place] is None:
                came = next(
                    (number for number in sorted(free) if sign(entry) and sign(old[number]) == sign(entry)), None
                )
                origins[place] = came
                free.discard(-1 if came is None else came)
    for place, entry in enumerate(new):
        if origins[place] is None:
            before = next((came for came in reversed(origins[:place]) if came is not None), -1)
            behind = next((came for came in origins[place + 1 :] if came is not None), len(old))
            near = [number for number in sorted(free) if before < number < behind]
            origins[place] = max(near, key=lambda number: _likeness(old[number], entry), default=None)
            free.discard(-1 if origins[place] is None else origins[place])
    return origins


def _said(value: Value) -> str:
    return json.dumps(told(value), sort_keys=True)


def _id(value: Value) -> str:
    named = value.get("id") if isinstance(value, dict) else None
    return named if isinstance(named, str) else ""


def _likeness(one: Value, other: Value) -> int:
    """How many lines two blocks share; texts share none."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return 0
    return sum(other.get(name) == value for name, value in one.items())
