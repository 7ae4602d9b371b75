"""Change one part of a bank's text and leave every other byte as it was: comments, order, spacing, line ends."""

from quiz_app.content.arranging import New, Slot
from quiz_app.content.changing import NOT_THERE, Change, PatchFailed
from quiz_app.content.scalars import told
from quiz_app.content.source import KeyPath, read
from quiz_app.content.tree import Value

__all__ = ["PatchFailed", "grafted", "moved", "value_at", "with_entry", "with_value", "without"]


def value_at(text: str, path: KeyPath) -> Value | None:
    """What stands at the path, None when nothing does. Raises PatchFailed for a text that cannot be read."""
    value: Value | None = _data(text)
    for step in path:
        value = _inside(value, step)
    return value


def with_value(text: str, path: KeyPath, value: Value) -> str:
    """The text with that value at the path; changes only what differs inside. Raises PatchFailed.

    Texts are kept without space around them, as the format reads them; new names of a block come in the order given.
    """
    return _proven(_put(_data(text), path, value), Change(text).with_value(path, value))


def with_entry(text: str, path: KeyPath, value: Value, *, at: int | None = None) -> str:
    """The text with a new entry in the list at the path, last by default. Raises PatchFailed."""
    before = _list_at(text, path)
    place = len(before) if at is None else max(0, min(at, len(before)))
    after: Value = [*before[:place], value, *before[place:]]
    order: list[Slot] = [*range(place), New(value), *range(place, len(before))]
    return _proven(_put(_data(text), path, after), Change(text).arranged(path, order, after))


def moved(text: str, path: KeyPath, index: int, to: int) -> str:
    """The text with an entry of the list at the path moved to another place. Raises PatchFailed."""
    before = _list_at(text, path)
    if not 0 <= index < len(before):
        raise PatchFailed(NOT_THERE)
    order: list[Slot] = [number for number in range(len(before)) if number != index]
    order.insert(max(0, to), index)
    after: Value = [before[number] for number in order if isinstance(number, int)]
    return _proven(_put(_data(text), path, after), Change(text).arranged(path, order, after))


def without(text: str, path: KeyPath) -> str:
    """The text without the entry or the name at the path, and without the comments right above it.

    Raises PatchFailed.
    """
    around = value_at(text, path[:-1])
    if not path or value_at(text, path) is None:
        raise PatchFailed(NOT_THERE)
    after: Value
    if isinstance(around, dict):
        after = {name: value for name, value in around.items() if name != path[-1]}
        order: list[Slot] = [number for number, name in enumerate(around) if name != path[-1]]
    else:
        entries = around if isinstance(around, list) else []
        order = [number for number in range(len(entries)) if number != path[-1]]
        after = [entry for number, entry in enumerate(entries) if number != path[-1]]
    return _proven(_put(_data(text), path[:-1], after), Change(text).arranged(path[:-1], order, after))


def grafted(text: str, path: KeyPath, into: str, path_of_list: KeyPath) -> str:
    """The other text with the entry at the path added last to its list, with its comments. Raises PatchFailed."""
    value, before = value_at(text, path), _list_at(into, path_of_list)
    if value is None:
        raise PatchFailed(NOT_THERE)
    slot, target = Change(text).carried(path), Change(into)
    if slot is None or not target.takes_lines(path_of_list):
        return with_entry(into, path_of_list, value)
    after: Value = [*before, value]
    done = target.arranged(path_of_list, [*range(len(before)), slot], after)
    return _proven(_put(_data(into), path_of_list, after), done)


def _list_at(text: str, path: KeyPath) -> list[Value]:
    found = value_at(text, path)
    if found and not isinstance(found, list):
        raise PatchFailed(NOT_THERE)
    return found if isinstance(found, list) else []


def _data(text: str) -> Value:
    source, _ = read(text.encode("utf-8", "surrogatepass"), file="")
    if source is None:
        raise PatchFailed("The file cannot be read as it stands. Please mend its text first.")
    if source.tree.doubles:
        raise PatchFailed(f"'{source.tree.doubles[0][0]}' stands twice in one block. Please mend the text first.")
    return source.data


def _proven(expected: Value, done: str) -> str:
    """The changed text, once it was read again and says what was asked for."""
    source, problems = read(done.encode("utf-8", "surrogatepass"), file="")
    if source is None:
        raise PatchFailed(f"{problems[0].message} {problems[0].remedy}")
    if source.tree.doubles or told(source.data) != told(expected):
        raise PatchFailed("I cannot change this part without touching others. Please change it in the text itself.")
    return done


def _inside(value: Value | None, step: str | int) -> Value | None:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None


def _put(around: Value | None, path: KeyPath, value: Value) -> Value:
    """The data with that value at the path; blocks and lists on the way are made where there are none."""
    if not path:
        return value
    step, inner = path[0], _put(_inside(around, path[0]), path[1:], value)
    if isinstance(step, str) and (isinstance(around, dict) or not around):
        return {**(around if isinstance(around, dict) else {}), step: inner}
    entries = around if isinstance(around, list) else []
    if isinstance(step, int) and 0 <= step <= len(entries) and (isinstance(around, list) or not around):
        return [*entries[:step], inner, *entries[step + 1 :]]
    raise PatchFailed(NOT_THERE)
