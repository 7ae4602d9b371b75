"""The questions of this repository, and a small item of every kind, ready to go out."""

from datetime import date
from functools import cache
from pathlib import Path

from quiz_app.content.loader import load_library
from quiz_app.domain.course import Screen, Topic
from quiz_app.domain.item import Item, Level, Option, Put
from quiz_app.exchange.imported import Given, given, without_place
from quiz_app.exchange.outgoing import Outgoing

QUESTIONS = Path(__file__).parents[2] / "questions"


@cache
def shipped() -> Outgoing:
    """The shipped course, with the words of the shipped clinic."""
    course = load_library(QUESTIONS, today=date(2026, 11, 22)).courses["ivig"]
    return Outgoing("ivig", course.outline.title, course.outline.locale, course.topics)


def outgoing(*items: Item) -> Outgoing:
    """A course with one topic that holds these items."""
    screen = Screen(id="start", heading="Start", say="Read this.", sources=())
    topic = Topic(
        topic="drip",
        title="The drip",
        objectives={"know-drip": "You know the drip."},
        main_message="Ask.",
        lesson=(screen,),
        items=items,
    )
    return Outgoing("small", "Small", "en", (topic,))


def one(**changed: object) -> Item:
    """An item with one right, one accepted and one wrong option, some fields changed."""
    fields: dict[str, object] = {
        "id": "chest-hurts",
        "objective": "know-drip",
        "level": Level.ACT,
        "critical": True,
        "ask": "Your chest hurts. What do you do?",
        "options": (
            Option(accept="Ask a friend to call", why="That is safe too."),
            Option(right="Call 911", why="Fast help matters."),
            Option(wrong="Wait", why="Waiting is the danger.", misconception="it-passes", harmful=True),
        ),
        "not_sure": "Please call.",
        "revisit": "start",
        "sibling": "bus-ride",
        "signs": ("clot",),
        "sources": ("F-01", "P02"),
    }
    return Item.model_validate(fields | changed)


def several() -> Item:
    """An item with three right options, one accepted and one wrong."""
    return one(
        id="before-drip",
        critical=False,
        options=(
            Option(right="Say what you take", why="Some pills matter."),
            Option(right="Drink enough", why="It protects you."),
            Option(right="Ask", why="We like questions."),
            Option(accept="Bring a friend", why="You may."),
            Option(wrong="Stop all pills", why="Ask first."),
        ),
    )


def sort() -> Item:
    """An item that sorts two things into three groups, in an order that is not theirs."""
    return one(
        id="who-to-call",
        options=(),
        groups={"later": "Tell us later", "emergency": "Call 911", "today": "Call today"},
        put=(
            Put(what="A rash", into="today", accept=("emergency",), why="We want to see it."),
            Put(what="Chest pain", into="emergency", why="It may be a clot.", misconception="it-passes"),
        ),
    )


def whole(items: tuple[Item, ...]) -> list[Given]:
    """The items as an import gives them when nothing is lost."""
    return [without_place(given(item)) for item in items]
