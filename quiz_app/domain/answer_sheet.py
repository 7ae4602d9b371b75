"""The answer sheet of a printed form: what somebody typed from it becomes a choice."""

from enum import StrEnum

from quiz_app.domain.item import Item, Kind
from quiz_app.domain.marking import NOT_SURE, Choice

UNSURE = "?"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMBERS = "123456789"
_BETWEEN = str.maketrans("", "", " \t\u00a0,;./-+&()")


class Reason(StrEnum):
    """Why what was typed for a question cannot be read."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    ONLY_ONE = "only-one"
    EACH_ONE = "each-one"


class Unreadable(ValueError):
    """What was typed for one question is no answer to it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def read(item: Item, order: tuple[str, ...], typed: str) -> Choice:
    """The choice typed as printed letters, or as group numbers in printed order; raises Unreadable."""
    signs = typed.casefold().translate(_BETWEEN)
    if not signs:
        raise Unreadable(Reason.EMPTY)
    return _sorted_into(item, order, signs) if item.kind is Kind.SORT else _chosen(item, order, signs)


def _chosen(item: Item, order: tuple[str, ...], signs: str) -> Choice:
    offered = dict(zip(_LETTERS, order, strict=False)) | {UNSURE: NOT_SURE}
    if not set(signs) <= offered.keys():
        raise Unreadable(Reason.UNKNOWN)
    marked = tuple(key for sign, key in offered.items() if sign in signs)
    if len(marked) > 1 and item.kind is Kind.CHOOSE_ONE:
        raise Unreadable(Reason.ONLY_ONE)
    return marked


def _sorted_into(item: Item, order: tuple[str, ...], signs: str) -> Choice:
    groups = dict(zip(_NUMBERS, item.groups, strict=False)) | {UNSURE: NOT_SURE}
    if not set(signs) <= groups.keys():
        raise Unreadable(Reason.UNKNOWN)
    each = UNSURE * len(order) if signs == UNSURE else signs
    if len(each) != len(order):
        raise Unreadable(Reason.EACH_ONE)
    put = {key: groups[sign] for key, sign in zip(order, each, strict=True)}
    return tuple(f"{key}={put[key]}" for key in item.keys)
