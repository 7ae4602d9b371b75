"""What a nurse reads about one patient in 30 seconds, and everything behind it."""

from datetime import datetime

from quiz_app.domain.attempt import Origin, Record, Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Item, Kind
from quiz_app.domain.marking import NOT_SURE, Choice
from quiz_app.domain.mastery import Outcome, Point, Reason, Result
from quiz_app.domain.progress import Answer, Progress, Stage
from quiz_app.domain.regraded import MarkedAgain, marked_again

UNSURE_OF = "?"


class Said(Frozen):
    """One answer in the words the patient chose; chosen is empty for somebody who was not sure at all."""

    item: str
    stem: str
    chosen: tuple[str, ...]
    right: bool
    unsure: bool
    sureness: Sureness | None
    at: datetime


class Gap(Frozen):
    """One point of the form: the objective in words, the first and the second answer, the sentence to say."""

    item: str
    objective: str
    topic: str
    critical: bool
    reason: Reason | None
    said: tuple[Said, ...]
    say: str


class LessonOpened(Frozen):
    """A lesson screen was viewed: the patient went on from it; how long it was read is not known."""

    topic: str
    heading: str
    at: datetime


class Briefing(Frozen):
    """One patient: the outcome, what to talk about, what is only listed, every point, and how the check went."""

    outcome: Outcome
    talk: tuple[Gap, ...]
    ordinary: tuple[Gap, ...]
    points: tuple[Gap, ...]
    questions: tuple[str, ...]
    answering: str | None
    locale: str
    lessons: tuple[LessonOpened, ...]
    opened_at: datetime
    last_at: datetime
    marked_again: tuple[MarkedAgain, ...] = ()


def brief(course: Course, record: Record, progress: Progress, result: Result) -> Briefing:
    """Put an attempt, its replay and its conclusions into the words a nurse reads."""
    topics = {objective: topic.title for topic in course.topics for objective in topic.objectives}
    points = {point.item: _gap(course, record, point, topic=topics[point.objective]) for point in result.points}
    times = [fact.at for kind in (record.responses, record.passed, record.questions) for fact in kind]
    return Briefing(
        outcome=result.outcome,
        talk=tuple(points[point.item] for point in result.to_talk_about),
        ordinary=tuple(points[point.item] for point in result.gaps),
        points=tuple(points.values()),
        questions=tuple(question.text for question in record.questions),
        answering=record.preference("answering"),
        locale=record.attempt.locale,
        lessons=_lessons(course, record, progress),
        opened_at=record.attempt.opened_at,
        last_at=max(times, default=record.attempt.opened_at),
        marked_again=marked_again(course, record),
    )


def _gap(course: Course, record: Record, point: Point, *, topic: str) -> Gap:
    item = course.items[point.item]
    sibling = course.items.get(item.sibling or "")
    return Gap(
        item=point.item,
        objective=course.objectives[point.objective],
        topic=topic,
        critical=point.critical,
        reason=point.reason,
        said=tuple(_said(course, record, answer) for answer in (point.first, point.second) if answer),
        say=item.teach_back or (sibling.teach_back if sibling else None) or "",
    )


def _said(course: Course, record: Record, answer: Answer) -> Said:
    response = answer.response
    item = course.items[response.turn.item]
    return Said(
        item=item.id,
        stem=item.ask,
        chosen=_words(item, response.choice, record.form.order_of(item.id)),
        right=answer.mark.right,
        unsure=answer.mark.unsure,
        sureness=response.sureness,
        at=response.at,
    )


def _words(item: Item, choice: Choice, order: tuple[str, ...]) -> tuple[str, ...]:
    """The chosen words in the order they stood on the screen."""
    if item.kind is not Kind.SORT:
        return tuple(item.option(key).text for key in order if key in choice)
    put = dict(part.split("=", 1) for part in choice)
    if set(put.values()) == {NOT_SURE}:
        return ()
    return tuple(f"{item.thing(key).what}: {item.groups.get(put[key], UNSURE_OF)}" for key in order)


def _lessons(course: Course, record: Record, progress: Progress) -> tuple[LessonOpened, ...]:
    """The lesson screens the patient went on from, again after a miss included; a paper sheet cannot tell."""
    if record.attempt.origin is Origin.PAPER:
        return ()
    topics = {topic.topic: topic for topic in course.topics}
    passed_at = {fact.place: fact.at for fact in reversed(record.passed)}
    viewed = (place for place in progress.history if place.stage in {Stage.READ, Stage.REVISIT})
    return tuple(
        LessonOpened(topic=topics[place.topic].title, heading=screen.heading, at=passed_at[place.id])
        for place in viewed
        if (screen := topics[place.topic].screen(place.screen))
    )
