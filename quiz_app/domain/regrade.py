"""A key that was corrected after patients had answered: the fact, and for which wordings it may be done."""

from datetime import datetime
from enum import StrEnum

from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Item, Option, Put, Verdict


class Regrade(Frozen):
    """The answers to one item of one version are marked by a corrected key; numbers count from 1, the last counts.

    course: fingerprint of the version patients met; live: of the version whose key it is; corrected: the words patients
    met with that key.
    """

    course: str
    item: str
    number: int
    live: str
    corrected: Item
    by: str
    signer: str
    reason: str
    at: datetime


class Unlike(StrEnum):
    """Why two wordings of one item are two questions, so that the key of one says nothing about the other."""

    GONE = "gone"
    LANGUAGE = "language"
    KIND = "kind"
    STEM = "stem"
    OPTIONS = "options"
    PLACES = "places"
    GROUPS = "groups"


def unlike(met: Item, live: Item | None) -> Unlike | None:
    """What makes the live wording another question than the one patients met; None if it is the same."""
    if live is None:
        return Unlike.GONE
    if met.ask != live.ask:
        return Unlike.STEM
    if met.groups != live.groups or list(met.groups) != list(live.groups):
        return Unlike.GROUPS
    if _texts(met) != _texts(live):
        return Unlike.PLACES if sorted(_texts(met)) == sorted(_texts(live)) else Unlike.OPTIONS
    return Unlike.KIND if met.kind is not live.kind else None


def same_key(one: Item, other: Item) -> bool:
    """Whether two wordings of the same question mark every choice alike."""
    return _key(one) == _key(other)


def with_key_of(met: Item, live: Item) -> Item:
    """The words patients met with the verdicts of the live wording; only for wordings that are the same question."""
    options = tuple(_judged(mine, theirs) for mine, theirs in zip(met.options, live.options, strict=True))
    put = tuple(_sorted(mine, theirs) for mine, theirs in zip(met.put, live.put, strict=True))
    return Item.model_validate(met.model_dump() | {"options": options, "put": put})


def _texts(item: Item) -> list[str]:
    return [option.text for option in item.options] + [thing.what for thing in item.put]


def _key(item: Item) -> list[tuple[str, bool, frozenset[str]]]:
    options = [(str(option.verdict), option.harmful, frozenset[str]()) for option in item.options]
    return options + [("", False, frozenset({thing.into, *thing.accept})) for thing in item.put]


def _judged(mine: Option, theirs: Option) -> Option:
    return Option(
        right=mine.text if theirs.verdict is Verdict.RIGHT else None,
        wrong=mine.text if theirs.verdict is Verdict.WRONG else None,
        accept=mine.text if theirs.verdict is Verdict.ACCEPTED else None,
        why=mine.why,
        misconception=theirs.misconception,
        harmful=theirs.harmful,
    )


def _sorted(mine: Put, theirs: Put) -> Put:
    changed = {"into": theirs.into, "accept": theirs.accept, "misconception": theirs.misconception}
    return mine.model_copy(update=changed)
