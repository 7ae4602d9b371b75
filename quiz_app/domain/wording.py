"""The exact words of items as one form showed them, and the answers that were given to them."""

from datetime import datetime

from quiz_app.domain.attempt import Sureness
from quiz_app.domain.course import Confidence, Course
from quiz_app.domain.form import Form, Frozen
from quiz_app.domain.item import Item, Kind
from quiz_app.domain.marking import NOT_SURE, Choice
from quiz_app.domain.progress import Answer

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Shown(Frozen):
    """One option, thing to sort or group in its place on the screen; options count a, b, c and groups 1, 2, 3."""

    letter: str
    words: str


class Wording(Frozen):
    """One item exactly as it was shown, or would have been; nothing in it says which option is right."""

    item: str
    topic: str
    stem: str
    kind: Kind
    options: tuple[Shown, ...]
    groups: tuple[Shown, ...] = ()
    asks_sureness: bool = False
    locale: str = "en"

    def option(self, letter: str) -> str:
        """The words of the option at that letter."""
        return next(each.words for each in self.options if each.letter == letter)

    def group(self, letter: str) -> str:
        """The words of the group at that number."""
        return next(each.words for each in self.groups if each.letter == letter)


class Chosen(Frozen):
    """One part of an answer: the letter of the option, or of the thing sorted with the number of its group.

    Not sure is an empty option, or for a thing an empty group.
    """

    option: str
    group: str = ""


class Answered(Frozen):
    """What the patient answered to one item, and when."""

    wording: Wording
    chosen: tuple[Chosen, ...]
    right: bool
    unsure: bool
    sureness: Sureness | None
    at: datetime


def wordings(course: Course, form: Form) -> tuple[Wording, ...]:
    """Every item of the form, also those held back, as this form shows them."""
    dealt = (asked for part in form.parts for asked in (*part.asked, *part.held_back))
    items = ((course.items[asked.item], asked.order) for asked in dealt)
    return tuple(_wording(course, item, order) for item, order in items)


def _wording(course: Course, item: Item, order: tuple[str, ...]) -> Wording:
    asked = course.outline.confidence
    words = (item.option(key).text if item.options else item.thing(key).what for key in order)
    return Wording(
        item=item.id,
        topic=topic_of(course, item.objective),
        stem=item.ask,
        kind=item.kind,
        options=tuple(Shown(letter=letter, words=text) for letter, text in zip(_LETTERS, words, strict=False)),
        groups=tuple(Shown(letter=str(n), words=text) for n, text in enumerate(item.groups.values(), start=1)),
        locale=course.outline.locale,
        asks_sureness=asked is Confidence.ALL or (asked is Confidence.CRITICAL and item.critical),
    )


def topic_of(course: Course, objective: str) -> str:
    """The title of the topic that objective belongs to."""
    return next(topic.title for topic in course.topics if objective in topic.objectives)


def answered(answer: Answer | None, course: Course, form: Form) -> Answered | None:
    """An answer over the wording it was given to."""
    if answer is None:
        return None
    response = answer.response
    item, order = course.items[response.turn.item], form.order_of(response.turn.item)
    return Answered(
        wording=_wording(course, item, order),
        chosen=_chosen(item, response.choice, order),
        right=answer.mark.right,
        unsure=answer.mark.unsure,
        sureness=response.sureness,
        at=response.at,
    )


def _chosen(item: Item, choice: Choice, order: tuple[str, ...]) -> tuple[Chosen, ...]:
    """The choice by the letters that were on the screen, in their order there."""
    if NOT_SURE in choice:
        return (Chosen(option=""),)
    places = dict(zip(order, _LETTERS, strict=False))
    groups = {name: str(number) for number, name in enumerate(item.groups, start=1)}
    parts = (part.partition("=") for part in choice)
    if item.kind is Kind.SORT:
        chosen = [Chosen(option=places[key], group=groups.get(into, "")) for key, _, into in parts]
    else:
        chosen = [Chosen(option=places[key]) for key, _, _ in parts]
    return tuple(sorted(chosen, key=lambda each: each.option))
