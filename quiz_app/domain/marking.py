"""What one choice is worth: the credit rule of the three kinds of item."""

from dataclasses import dataclass

from quiz_app.domain.item import Item, Kind, Verdict

NOT_SURE = "not-sure"

Choice = tuple[str, ...]


class ChoiceNotOffered(ValueError):
    """A choice that this item does not offer: a forged or mangled click."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The worth of one choice: credit 0..1, whether it is fully right, unsure, or would do harm."""

    credit: float
    right: bool
    unsure: bool
    harmful: bool


def mark(item: Item, choice: Choice) -> Mark:
    """Mark one choice; raises ChoiceNotOffered unless every part of it is offered by the item."""
    check_offered(item, choice)
    if item.kind is Kind.SORT:
        return _mark_sort(item, choice)
    return _mark_choose(item, choice)


def check_offered(item: Item, choice: Choice) -> None:
    """Raise ChoiceNotOffered unless the item offers exactly this kind of choice."""
    if item.kind is Kind.SORT:
        places = {*item.groups, NOT_SURE}
        offered = tuple(part.split("=")[0] for part in choice) == item.keys and all(
            part.partition("=")[2] in places for part in choice
        )
    else:
        offered = 0 < len(choice) == len(set(choice)) and set(choice) <= {*item.keys, NOT_SURE}
        offered = offered and (len(choice) == 1 or item.kind is Kind.CHOOSE_ALL)
    if not offered:
        raise ChoiceNotOffered(f"{item.id} does not offer {choice!r}")


def _mark_choose(item: Item, choice: Choice) -> Mark:
    if NOT_SURE in choice:
        return Mark(credit=0.0, right=False, unsure=True, harmful=False)
    chosen = [item.option(key) for key in choice]
    wrong = any(option.verdict is Verdict.WRONG for option in chosen)
    keys = sum(option.verdict is Verdict.RIGHT for option in item.options)
    found = sum(option.verdict is Verdict.RIGHT for option in chosen)
    credit = 0.0 if wrong else _choose_credit(item.kind, found=found, keys=keys)
    return Mark(credit=credit, right=credit == 1.0, unsure=False, harmful=any(option.harmful for option in chosen))


def _choose_credit(kind: Kind, *, found: int, keys: int) -> float:
    return found / keys if kind is Kind.CHOOSE_ALL else 1.0


def _mark_sort(item: Item, choice: Choice) -> Mark:
    put = dict(part.split("=", 1) for part in choice)
    good = sum(put[key] in {item.thing(key).into, *item.thing(key).accept} for key in item.keys)
    credit = good / len(item.keys)
    return Mark(credit=credit, right=credit == 1.0, unsure=NOT_SURE in put.values(), harmful=False)
