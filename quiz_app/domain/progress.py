"""Where an attempt stands: the one pure replay that every screen, board and record uses."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from quiz_app.domain.attempt import Record, Response, Turn
from quiz_app.domain.course import Course, Topic
from quiz_app.domain.form import Part
from quiz_app.domain.item import Item
from quiz_app.domain.marking import Mark, mark


class Stage(StrEnum):
    """What a place in the course is for."""

    WELCOME = "welcome"
    READ = "read"
    ASK = "ask"
    FEEDBACK = "feedback"
    REVISIT = "revisit"
    END = "end"


@dataclass(frozen=True)
class Place:
    """One screen of the way: its stage, the topic, and the lesson screen or the turn it shows."""

    stage: Stage
    topic: str = ""
    screen: str = ""
    turn: Turn | None = None

    @cached_property
    def id(self) -> str:
        """Stable name of the place within its attempt, as stored when the patient goes on."""
        turn = f"{self.turn.item}:{self.turn.try_no}" if self.turn else ""
        return "/".join(part for part in (self.stage, self.topic, self.screen, turn) if part)


@dataclass(frozen=True, slots=True)
class Answer:
    """A response with its mark; after names the missed turn when the item was asked as its second wording.

    shown: the mark by the key of that version, which the feedback and the way followed; mark is another one only where
    the key was corrected later.
    """

    response: Response
    mark: Mark
    shown: Mark
    after: Turn | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """The way so far: the places passed in order, the place to show now, and the answers given."""

    history: tuple[Place, ...]
    current: Place
    answers: tuple[Answer, ...]

    @property
    def finished(self) -> bool:
        """Whether the end of the course is reached."""
        return self.current.stage is Stage.END

    def answer(self, turn: Turn) -> Answer | None:
        """The answer given in that turn, or None while it is open."""
        return next((answer for answer in self.answers if answer.response.turn == turn), None)

    def is_open(self, turn: Turn) -> bool:
        """Whether that turn is the one being asked now."""
        return self.current.stage is Stage.ASK and self.current.turn == turn


def replay(course: Course, record: Record) -> Progress:
    """Walk the dealt form along the facts; the first place without its fact is where the patient is."""
    return _Walk(course, record).progress()


@lru_cache(maxsize=8192)
def _place(stage: Stage, topic: str = "", screen: str = "", item: str = "") -> Place:
    """A place of a course; made once, because every replay walks the same places again."""
    return Place(stage=stage, topic=topic, screen=screen, turn=Turn(item=item, try_no=1) if item else None)


class _Walk:
    """One pass over a form; facts that fit no place of the way are left aside."""

    def __init__(self, course: Course, record: Record) -> None:
        self._course = course
        self._form = record.form
        self._asks_twice = record.asks_twice
        self._items = course.items
        self._responses = _first_of_each_turn(record.responses)
        self._passed = {fact.place for fact in record.passed}
        self._corrected = record.corrected
        self._answers: list[Answer] = []

    def progress(self) -> Progress:
        history: list[Place] = []
        for place in self._places():
            if not self._is_over(place):
                return Progress(history=tuple(history), current=place, answers=tuple(self._answers))
            history.append(place)
        return Progress(history=tuple(history), current=_place(Stage.END), answers=tuple(self._answers))

    def _is_over(self, place: Place) -> bool:
        if place.stage is Stage.ASK and place.turn:
            return place.turn in self._responses
        return place.id in self._passed

    def _places(self) -> Iterator[Place]:
        if self._form.refresher_of is None:
            yield _place(Stage.WELCOME)
        topics = {topic.topic: topic for topic in self._course.topics}
        for part in self._form.parts:
            yield from self._part(part, topics[part.topic])

    def _part(self, part: Part, topic: Topic) -> Iterator[Place]:
        for screen in topic.lesson if self._form.refresher_of is None else ():
            yield _place(Stage.READ, topic.topic, screen.id)
        for asked in part.asked:
            item = self._items[asked.item]
            answer = yield from self._turn(item, topic.topic)
            if item.critical and self._asks_twice and not answer.shown.right:
                yield from self._second_wording(item, topic.topic, answer)

    def _second_wording(self, item: Item, topic: str, missed: Answer) -> Iterator[Place]:
        if item.revisit:
            yield _place(Stage.REVISIT, topic, item.revisit, item.id)
        if item.sibling in self._items:
            yield from self._turn(self._items[item.sibling], topic, after=missed.response.turn)

    def _turn(self, item: Item, topic: str, after: Turn | None = None) -> Generator[Place, None, Answer]:
        asked = _place(Stage.ASK, topic, "", item.id)
        yield asked
        response = self._responses[asked.turn or Turn(item=item.id, try_no=1)]
        shown = mark(item, response.choice)
        corrected = self._corrected.get(item.id)
        counts = mark(corrected, response.choice) if corrected else shown
        answer = Answer(response=response, mark=counts, shown=shown, after=after)
        self._answers.append(answer)
        yield _place(Stage.FEEDBACK, topic, "", item.id)
        return answer


def _first_of_each_turn(responses: tuple[Response, ...]) -> dict[Turn, Response]:
    first: dict[Turn, Response] = {}
    for response in responses:
        first.setdefault(response.turn, response)
    return first
