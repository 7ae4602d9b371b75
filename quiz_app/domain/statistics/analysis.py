"""Everything that the answers say about one course: first attempts only, each version of an item by itself."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from quiz_app.domain.course import Course
from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Item
from quiz_app.domain.statistics.answers import Answers
from quiz_app.domain.statistics.beliefs import Belief, beliefs
from quiz_app.domain.statistics.columns import Columns, columns
from quiz_app.domain.statistics.course import CourseFigures, course_figures
from quiz_app.domain.statistics.findings import Finding, Ranked, findings, ranked
from quiz_app.domain.statistics.items import ItemFigures, item_figures
from quiz_app.domain.statistics.meant import ItemOf, meant
from quiz_app.domain.statistics.points import PointFigures, Quadrant, point_figures, quadrant
from quiz_app.domain.statistics.versions import version_of, wordings


class Analysis(Frozen):
    """The figures of a course as new patients get it, over every version in which its items were worded the same.

    items: in the order of the course; earlier: other wordings that were answered, and items that are gone or retired.
    """

    course: Course
    simulated: bool
    patients: int
    items: tuple[ItemFigures, ...]
    earlier: tuple[ItemFigures, ...]
    points: tuple[PointFigures, ...]
    quadrant: Quadrant | None
    beliefs: tuple[Belief, ...]
    whole: CourseFigures
    findings: tuple[Finding, ...]
    ranking: tuple[Ranked, ...]


def analyse(
    today: Course, answers: Answers, courses: Mapping[str, Course], *, item_of: ItemOf, now: datetime
) -> Analysis:
    """Work out the figures.

    today: as new patients get it. courses: the versions that were met, by fingerprint, the oldest first.
    """
    known = {today.fingerprint: today, **courses}
    all_ = columns(answers, meant(answers.given, courses, item_of), courses, today=today)
    items = tuple(_figures(all_, today, item_of))
    points = tuple(_points(all_, today, item_of))
    critical = [all_.tries_of_version[each.version] for each in items if _is_met(all_, each)]
    return Analysis(
        course=today,
        simulated=answers.simulated,
        patients=len(answers.lengths),
        items=items,
        earlier=tuple(_earlier(all_, known.values(), {each.version for each in items}, item_of)),
        points=points,
        quadrant=quadrant(all_, critical),
        beliefs=beliefs(all_, today.misconceptions, now=now),
        whole=course_figures(all_, today, courses),
        findings=findings(items, points),
        ranking=ranked(items),
    )


def _is_met(all_: Columns, each: ItemFigures) -> bool:
    return each.item.critical and each.version in all_.tries_of_version


def _figures(all_: Columns, today: Course, item_of: ItemOf) -> Iterable[ItemFigures]:
    for topic in today.topics:
        for item in topic.items:
            if not item.retired:
                counts = item_of(today.fingerprint, item.id)
                yield item_figures(all_, counts, version=version_of(counts), topic=topic.topic)


def _earlier(all_: Columns, courses: Iterable[Course], listed: set[str], item_of: ItemOf) -> Iterable[ItemFigures]:
    """Answered wordings that are not among those of today, each once, the newest first."""
    done = set(listed)
    for course in reversed(list(courses)):
        for topic in course.topics:
            for item in topic.items:
                counts = item_of(course.fingerprint, item.id)
                version = version_of(counts)
                if version in all_.tries_of_version and version not in done:
                    done.add(version)
                    yield item_figures(all_, counts, version=version, topic=topic.topic)


def _points(all_: Columns, today: Course, item_of: ItemOf) -> Iterable[PointFigures]:
    done: set[str] = set()
    for topic in today.topics:
        for item in topic.items:
            both = _counting(today, item, item_of)
            if item.critical and not item.retired and item.id not in done:
                done |= {each.id for each in both}
                versions = tuple(version_of(each) for each in both)
                yield point_figures(all_, both, versions=versions, topic=topic.topic)


def _counting(today: Course, item: Item, item_of: ItemOf) -> tuple[Item, ...]:
    """The wordings of an item's point, with the keys that count."""
    return tuple(item_of(today.fingerprint, each.id) for each in wordings(today, item))
