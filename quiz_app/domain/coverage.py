"""Who teaches and who asks each objective, at each level: the table that shows where a course has holes."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from quiz_app.domain.course import Course, Screen, Topic
from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Item, Level


class Tie(StrEnum):
    """What ties a screen to an objective: an item leads back to it, or they only rest on the same facts."""

    REVISITED = "revisited"
    SAME_FACTS = "same-facts"


class Teaching(Frozen):
    """One lesson screen that teaches an objective, and by which rule it counts."""

    screen: str
    tie: Tie


class Asking(Frozen):
    """One item that asks about an objective."""

    item: str
    critical: bool


class Covered(Frozen):
    """One objective: which screens teach it and which items ask it, by what they ask for.

    asked: one entry for each level, also where nobody asks.
    """

    topic: str
    objective: str
    words: str
    taught: tuple[Teaching, ...]
    asked: Mapping[Level, tuple[Asking, ...]]

    @property
    def critical(self) -> bool:
        """Whether one of its items is critical."""
        return any(asking.critical for asked in self.asked.values() for asking in asked)

    @property
    def is_asked(self) -> bool:
        """Whether any item asks about it."""
        return any(self.asked.values())


def coverage(course: Course) -> tuple[Covered, ...]:
    """Every objective in the order of the course.

    A screen teaches an objective when an item of that objective revisits it, or (weaker) when it shares the code of a
    fact with one; both are looked for in the topic of the objective only. Retired items do not count.
    """
    return tuple(
        _covered(topic, objective, words) for topic in course.topics for objective, words in topic.objectives.items()
    )


def _covered(topic: Topic, objective: str, words: str) -> Covered:
    items = [item for item in topic.items if item.objective == objective and not item.retired]
    return Covered(
        topic=topic.topic,
        objective=objective,
        words=words,
        taught=tuple(_taught(topic.lesson, items)),
        asked={level: _asked(items, level) for level in Level},
    )


def _asked(items: Iterable[Item], level: Level) -> tuple[Asking, ...]:
    return tuple(Asking(item=item.id, critical=item.critical) for item in items if item.level is level)


def _taught(lesson: Iterable[Screen], items: Iterable[Item]) -> Iterable[Teaching]:
    revisited = {item.revisit for item in items}
    facts = {code for item in items for code in item.sources}
    for screen in lesson:
        if screen.id in revisited:
            yield Teaching(screen=screen.id, tie=Tie.REVISITED)
        elif facts & set(screen.sources):
            yield Teaching(screen=screen.id, tie=Tie.SAME_FACTS)
