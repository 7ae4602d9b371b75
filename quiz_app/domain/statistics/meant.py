"""What each way of answering means: how it is marked, which version of an item and which point it belongs to."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from quiz_app.domain.attempt import Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item, Kind
from quiz_app.domain.marking import NOT_SURE, Choice, Mark, mark
from quiz_app.domain.statistics.answers import Given
from quiz_app.domain.statistics.versions import version_of, wordings

ItemOf = Callable[[str, str], Item]
"""The item of a version of a course (fingerprint, id) with the key that counts now."""


class Meant(NamedTuple):
    """One way of answering: point holds the versions of all wordings of what was asked, sure is None if unknown."""

    item: Item
    version: str
    point: frozenset[str]
    mark: Mark
    sure: bool | None


def meant(given: Iterable[Given], courses: Mapping[str, Course], item_of: ItemOf) -> tuple[Meant, ...]:
    """What each of these ways of answering means; courses by fingerprint."""
    asked: dict[tuple[str, str], tuple[Item, str, frozenset[str]]] = {}
    for each in given:
        if (each.course, each.item) not in asked:
            item, course = item_of(each.course, each.item), courses[each.course]
            both = wordings(course, course.items[each.item])
            point = frozenset(version_of(item_of(each.course, wording.id)) for wording in both)
            asked[each.course, each.item] = item, version_of(item), point
    return tuple(_meant(each, *asked[each.course, each.item]) for each in given)


def _meant(given: Given, item: Item, version: str, point: frozenset[str]) -> Meant:
    worth = mark(item, given.choice)
    known = given.sureness is not None or worth.unsure
    sure = given.sureness is Sureness.VERY and not worth.unsure
    return Meant(item=item, version=version, point=point, mark=worth, sure=sure if known else None)


def beliefs_offered(item: Item) -> frozenset[str]:
    """The misconceptions that an answer to the item can show."""
    named = [option.misconception for option in item.options] + [thing.misconception for thing in item.put]
    return frozenset(name for name in named if name)


def beliefs_shown(item: Item, choice: Choice) -> frozenset[str]:
    """The misconceptions that a choice shows."""
    if item.kind is Kind.SORT:
        things = [item.thing(key) for key in misplaced(item, choice)]
        return frozenset(thing.misconception for thing in things if thing.misconception)
    chosen = (item.option(key) for key in choice if key != NOT_SURE)
    return frozenset(option.misconception for option in chosen if option.misconception)


def misplaced(item: Item, choice: Choice) -> tuple[str, ...]:
    """The keys of the things that were put where they do not belong; those left at "not sure" are not among them."""
    placed = [part.partition("=") for part in choice]
    return tuple(key for key, _, place in placed if place not in _places_of(item, key))


def _places_of(item: Item, key: str) -> set[str]:
    thing = item.thing(key)
    return {thing.into, *thing.accept, NOT_SURE}
