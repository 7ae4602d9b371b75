"""How a simulated patient answers an item: the choice of each policy."""

from enum import StrEnum

from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import NOT_SURE, Choice


class Policy(StrEnum):
    """A way to answer."""

    RIGHT = "right"
    MISS = "miss"
    UNSURE = "unsure"
    PARTLY = "partly"
    ACCEPTED = "accepted"


_VERDICT = {Policy.RIGHT: Verdict.RIGHT, Policy.MISS: Verdict.WRONG, Policy.ACCEPTED: Verdict.ACCEPTED}


def choice(item: Item, policy: Policy) -> Choice:
    """The choice of that policy; raises StopIteration for a policy the item has no option for."""
    if item.kind is Kind.SORT:
        return tuple(f"{key}={_place(item, key, policy)}" for key in item.keys)
    if policy is Policy.UNSURE:
        return (NOT_SURE,)
    if item.kind is Kind.CHOOSE_ALL and policy is Policy.RIGHT:
        return tuple(key for key in item.keys if item.option(key).verdict is Verdict.RIGHT)
    verdict = _VERDICT.get(policy, Verdict.RIGHT)
    return (next(key for key in item.keys if item.option(key).verdict is verdict),)


def _place(item: Item, key: str, policy: Policy) -> str:
    thing = item.thing(key)
    if policy is Policy.UNSURE:
        return NOT_SURE
    misplaced = policy is Policy.MISS or (policy is Policy.PARTLY and key == item.keys[0])
    if misplaced:
        return next(group for group in item.groups if group not in {thing.into, *thing.accept})
    return thing.into


def words_of(item: Item, chosen: str, not_sure: str) -> str:
    """The words on the row of an option."""
    return not_sure if chosen == NOT_SURE else one_line(item.option(chosen).text)


def one_line(text: str) -> str:
    """Words as a browser shows them."""
    return " ".join(text.split())
