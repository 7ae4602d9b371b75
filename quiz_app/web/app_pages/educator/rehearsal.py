"""A walk through one part of a course as a patient would make it; its facts live in the page's session only."""

from dataclasses import dataclass, replace
from datetime import datetime

from quiz_app.domain.attempt import Attempt, Origin, Passed, Record, Response, Sureness, Turn
from quiz_app.domain.course import Course, Topic
from quiz_app.domain.form import Asked, Form, Part
from quiz_app.domain.item import Item
from quiz_app.domain.marking import Choice, check_offered
from quiz_app.domain.progress import Place, Stage, replay
from quiz_app.services.taking import NothingChosen, Sitting


@dataclass(frozen=True)
class Rehearsal:
    """Every step of the walk so far, the first one first; at is the time that its facts carry."""

    steps: tuple[Sitting, ...]
    at: datetime

    @property
    def now(self) -> Sitting:
        """Where the walk stands."""
        return self.steps[-1]

    @property
    def back(self) -> "Rehearsal":
        """The walk without its last step; the first one stays."""
        return replace(self, steps=self.steps[:-1] or self.steps)

    def then(self, sitting: Sitting) -> "Rehearsal":
        """The walk with one more step."""
        return replace(self, steps=(*self.steps, sitting))

    def answer(self, sitting: Sitting, turn: Turn, *, choice: Choice, sureness: Sureness | None = None) -> Sitting:
        """Where the patient would be after this answer; raises NothingChosen."""
        if not choice:
            raise NothingChosen
        check_offered(sitting.course.items[turn.item], choice)
        response = Response(turn=turn, choice=choice, sureness=sureness, at=self.at)
        return sitting.with_facts(responses=(*sitting.record.responses, response))

    def go_on(self, sitting: Sitting) -> Sitting:
        """Where the patient would be after this place."""
        passed = Passed(place=sitting.progress.current.id, at=self.at)
        return sitting.with_facts(passed=(*sitting.record.passed, passed))


def of_screen(course: Course, topic: Topic, screen_id: str, at: datetime) -> Rehearsal:
    """A walk that begins at a lesson screen and ends with its topic's lesson."""
    ids = [screen.id for screen in topic.lesson]
    start = _record(course, topic, name=screen_id, items=(), at=at)
    return _begun(course, start, topic, ids[: ids.index(screen_id)])


def of_item(course: Course, topic: Topic, item: Item, at: datetime) -> Rehearsal:
    """A walk that begins at a question, with what follows after a miss; options stand in the order of the file."""
    sibling = course.items.get(item.sibling or "")
    start = _record(course, topic, name=item.id, items=tuple(filter(None, (item, sibling))), at=at)
    return _begun(course, start, topic, [screen.id for screen in topic.lesson])


def is_of(walk: Rehearsal, course: Course, name: str) -> bool:
    """Whether this is the walk that begins at the screen or question of that id, in these very words."""
    return walk.now.attempt == _name(course, name)


def _name(course: Course, name: str) -> str:
    return f"preview-{name}-{course.fingerprint[:12]}"


def _record(course: Course, topic: Topic, *, name: str, items: tuple[Item, ...], at: datetime) -> Record:
    dealt = tuple(Asked(item=item.id, order=item.keys) for item in items)
    part = Part(topic=topic.topic, asked=dealt[:1], held_back=dealt[1:])
    form = Form(course=course.fingerprint, locale=course.outline.locale, parts=(part,))
    attempt = Attempt(
        id=_name(course, name),
        course=course.fingerprint,
        form=form.fingerprint,
        locale=course.outline.locale,
        origin=Origin.SIMULATED,
        opened_at=at,
    )
    return Record(attempt=attempt, form=form)


def _begun(course: Course, record: Record, topic: Topic, read: list[str]) -> Rehearsal:
    """The walk after the welcome and the lesson screens that were read."""
    places = (Place(stage=Stage.WELCOME), *(Place(Stage.READ, topic.topic, screen) for screen in read))
    at = record.attempt.opened_at
    begun = record.model_copy(update={"passed": tuple(Passed(place=place.id, at=at) for place in places)})
    return Rehearsal(steps=(Sitting(course=course, record=begun, progress=replay(course, begun)),), at=at)
