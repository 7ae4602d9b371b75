"""What makes two wordings of an item the same for figures, and the slots that every form of a course has."""

import hashlib
import json

from quiz_app.domain.course import Course
from quiz_app.domain.item import Item

Slot = tuple[str, int]
"""A critical point, under the id of its first wording, and 0; or a topic and n: its n-th ordinary item drawn."""


def version_of(item: Item) -> str:
    """Hash of what decides the first answer: stem, options with their verdicts, groups, things with their places."""
    options = [(option.verdict, option.text) for option in item.options]
    things = [(thing.what, thing.into, sorted(thing.accept)) for thing in item.put]
    decides = [item.id, item.ask, options, list(item.groups.items()), things]
    return hashlib.sha256(json.dumps(decides, ensure_ascii=False).encode()).hexdigest()


def wordings(course: Course, item: Item) -> tuple[Item, ...]:
    """The wordings of the same point, in the order of the course: the item alone, or with its sibling."""
    sibling = course.items.get(item.sibling or "")
    return tuple(each for each in course.items.values() if each is item or each is sibling)


def slots(course: Course) -> tuple[Slot, ...]:
    """What every form of a course asks, in the order of the course: see domain/form.py."""
    found: list[Slot] = []
    for topic in course.topics:
        dealt = [item for item in topic.items if not item.retired]
        points = dict.fromkeys(_point(course, item) for item in dealt if item.critical)
        ordinary = sum(not item.critical for item in dealt)
        drawn = max(0, min(course.outline.asked_per_topic - len(points), ordinary))
        found += [(point, 0) for point in points]
        found += [(topic.topic, number) for number in range(1, drawn + 1)]
    return tuple(found)


def slot_of_items(course: Course) -> dict[str, Slot]:
    """The slot of each item by its id; for an ordinary item the first of its topic."""
    return {
        item.id: (_point(course, item), 0) if item.critical else (topic.topic, 1)
        for topic in course.topics
        for item in topic.items
    }


def _point(course: Course, item: Item) -> str:
    return wordings(course, item)[0].id
