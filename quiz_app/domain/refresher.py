"""The short refresher before the next infusion: the points that matter most, in other words than last time."""

from collections.abc import Iterable
from random import Random

from quiz_app.domain.course import Course
from quiz_app.domain.form import Asked, Form, Part
from quiz_app.domain.mastery import Point, Result

MOST = 6


def deal_refresher(course: Course, result: Result, *, of_attempt: str, seed: int) -> Form:
    """Deal at most six critical points: those talked about first, then those missed at first, then the others."""
    random = Random(seed)  # noqa: S311 - shuffling questions is not a secret
    critical = [point for point in result.points if point.critical]
    chosen = sorted(critical, key=_urgency)[:MOST]
    wordings = {_other_wording(course, point) for point in chosen}
    parts = (
        Part(topic=topic.topic, asked=tuple(_asked(course, wordings, topic.topic, random)), held_back=())
        for topic in course.topics
    )
    return Form(
        course=course.fingerprint,
        locale=course.outline.locale,
        parts=tuple(part for part in parts if part.asked),
        refresher_of=of_attempt,
    )


def _urgency(point: Point) -> int:
    if point.reason:
        return 0
    return 2 if point.right_first else 1


def _other_wording(course: Course, point: Point) -> str:
    """The wording that was not the last one the patient met."""
    sibling = course.items[point.item].sibling
    return sibling if sibling in course.items and point.second is None and sibling else point.item


def _asked(course: Course, wordings: set[str], topic: str, random: Random) -> Iterable[Asked]:
    items = next(each.items for each in course.topics if each.topic == topic)
    for item in items:
        if item.id in wordings:
            keys = list(item.keys)
            random.shuffle(keys)
            yield Asked(item=item.id, order=tuple(keys))
