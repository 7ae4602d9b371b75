"""A course in another language: every text by its place, and which translated ones are missing or out of date.

A place is a path of names that stays the same while words change: `topics/before/items/drink-first/options/b/why`,
`topics/before/lesson/who-to-call/say`, `course/title`, `glossary/antibody/means`, `misconceptions/it-passes/belief`.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import cast

from pydantic import Field

from quiz_app.domain.course import Card, Course, Locale, Review, Screen, Topic
from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Authored, Item, Name, Text

Steps = tuple[str | int, ...]
_FORMS = ", "  # between the other forms of a glossary word, which hold no comma
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


class State(StrEnum):
    """Whether a text can be shown in the other language."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"


class Translated(Authored):
    """One text in the other language; of: the fingerprint of the wording it translates."""

    of: Text
    says: Text


class TranslationFile(Authored):
    """The texts of one file of a course in another language.

    translates: a topic, or `course`, `glossary`, `misconceptions`; texts: by place without the file it is in; review:
    who stands behind the whole translation, in the file that translates `course` only.
    """

    translates: Name
    locale: Locale
    texts: dict[Text, Translated]
    review: Review | None = Field(default=None, exclude_if=lambda value: value is None)


class Translation(Frozen):
    """All texts of a course in one other language, by place; review: who stands behind them, if anybody was asked."""

    locale: str
    texts: Mapping[str, Translated]
    review: Review | None = None


def file_of(place: str) -> tuple[str, str]:
    """The file a place belongs to, without its ending, and the rest of the place: ('topics/before', 'title')."""
    first, _, rest = place.partition("/")
    if first != "topics":
        return first, rest
    topic, _, inside = rest.partition("/")
    return f"{first}/{topic}", inside


def fingerprint_of(text: str) -> str:
    """Hash of one exact wording, 12 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def texts_of(course: Course, written: object = None) -> dict[str, str]:
    """Every text of the course by its place, in reading order.

    written: the data of its files, {"outline", "topics", "glossary", "misconceptions"}, for the words as they were
    written, with placeholders; without it the words are those that patients read.
    """
    content = course.model_dump(mode="json") if written is None else written
    return {place: _words_at(content, steps).strip() for place, steps in _places(course)}


def states(texts: Mapping[str, str], translation: Translation) -> dict[str, State]:
    """The state of every text, in the order of the texts."""
    return {place: _state(text, translation.texts.get(place)) for place, text in texts.items()}


def placeholders_differ(text: str, translated: str) -> bool:
    """Whether a translation names other facts of the clinic than the text, or another number of times."""
    return sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(translated))


def translated(course: Course, locale: str, texts: Mapping[str, str]) -> Course:
    """The course with these texts at their places; what has none stays as it is."""
    content = course.model_dump(mode="json", exclude={"languages"})
    for place, steps in _places(course):
        if place in texts:
            _put(content, steps, texts[place])
    content["outline"]["locale"] = locale
    content["glossary"] = _renamed(content["glossary"])
    return Course.model_validate(content)


@dataclass(frozen=True)
class _Exact:
    """A course known by its exact wording."""

    fingerprint: str
    course: Course = field(compare=False, repr=False)


def in_language(course: Course, locale: str) -> Course:
    """The course as those read it who read that language; itself where it is not translated."""
    return _spoken(_Exact(course.fingerprint, course), locale) if locale in course.languages else course


@lru_cache(maxsize=16)  # a translated course is put together from nine hundred texts
def _spoken(exact: _Exact, locale: str) -> Course:
    course, language = exact.course, exact.course.languages[locale]
    spoken = translated(course, locale, language.texts)
    stands = course.is_approved and language.is_reviewed  # somebody stands behind the original, and behind these words
    fingerprint = spoken.content_fingerprint if stands else None
    review = language.review.model_copy(update={"fingerprint": fingerprint})
    outline = spoken.outline.model_copy(update={"review": review})
    return Course.model_construct(**{**dict(spoken), "outline": outline})


def _state(text: str, found: Translated | None) -> State:
    if found is None:
        return State.MISSING
    return State.CURRENT if found.of == fingerprint_of(text) else State.STALE


def _words_at(content: object, steps: Steps) -> str:
    if steps[0] == "glossary" and steps[-1] == "word":
        return str(_inside(content, (*steps[:-1], "word")) or steps[1])
    found = _inside(content, steps)
    return _FORMS.join(found) if isinstance(found, list) else str(found)


def _inside(content: object, steps: Steps) -> object:
    for step in steps:
        if isinstance(content, dict):
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int):
            content = content[step]
    return content


def _put(content: object, steps: Steps, words: str) -> None:
    *way, last = steps
    block = _inside(content, tuple(way))
    if isinstance(block, dict):
        block[last] = words.split(_FORMS) if steps[0] == "glossary" and last == "also" else words
    elif isinstance(block, list):
        block[cast("int", last)] = words


def _renamed(glossary: Mapping[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    """The glossary under its words in the other language."""
    renamed = {}
    for word, term in glossary.items():
        rest = {name: value for name, value in term.items() if name != "word"}
        renamed[str(term.get("word", word))] = rest
    return renamed


def _places(course: Course) -> Iterator[tuple[str, Steps]]:
    """Every place with the steps that lead to it in the dumped course."""
    yield from _of_outline(course)
    for number, topic in enumerate(course.topics):
        yield from _under(f"topics/{topic.topic}", ("topics", number), _of_topic(topic))
    for word, term in course.glossary.items():
        for name in ("word", "means", *(["also"] if term.also else [])):
            yield f"glossary/{word}/{name}", ("glossary", word, name)
    for name in course.misconceptions:
        for part in ("belief", "truth"):
            yield f"misconceptions/{name}/{part}", ("misconceptions", name, part)


def _of_topic(topic: Topic) -> Iterator[tuple[str, Steps]]:
    yield "title", ("title",)
    yield "main_message", ("main_message",)
    for name in topic.objectives:
        yield f"objectives/{name}", ("objectives", name)
    for index, screen in enumerate(topic.lesson):
        yield from _under(f"lesson/{screen.id}", ("lesson", index), _of_screen(screen))
    for index, item in enumerate(topic.items):
        yield from _under(f"items/{item.id}", ("items", index), _of_item(item))


def _under(place: str, at: Steps, parts: Iterator[tuple[str, Steps]]) -> Iterator[tuple[str, Steps]]:
    for name, steps in parts:
        yield f"{place}/{name}", at + steps


def _of_outline(course: Course) -> Iterator[tuple[str, Steps]]:
    outline = course.outline
    yield "course/title", ("outline", "title")
    for name in outline.warning_signs:
        yield f"course/warning_signs/{name}", ("outline", "warning_signs", name)
    for index in range(len(outline.take_home.plan)):
        yield f"course/take_home/plan/{index}", ("outline", "take_home", "plan", index)
    for index, card in enumerate(outline.take_home.cards):
        yield from _under(f"course/take_home/{card.call}", ("outline", "take_home", "cards", index), _of_card(card))


def _of_card(card: Card) -> Iterator[tuple[str, Steps]]:
    yield "heading", ("heading",)
    for index in range(len(card.signs)):
        yield f"signs/{index}", ("signs", index)


def _of_screen(screen: Screen) -> Iterator[tuple[str, Steps]]:
    yield "heading", ("heading",)
    yield "say", ("say",)
    if screen.simpler:
        yield "simpler", ("simpler",)
    if screen.do:
        yield "do", ("do",)
    if screen.card:
        yield from _under("card", ("card",), _of_card(screen.card))
    if screen.picture:
        yield "picture/alt", ("picture", "alt")
    if screen.chance:
        yield "chance/what", ("chance", "what")


def _of_item(item: Item) -> Iterator[tuple[str, Steps]]:
    yield "ask", ("ask",)
    for index, (key, option) in enumerate(zip(item.keys, item.options, strict=False)):
        yield f"options/{key}/text", ("options", index, option.verdict.value)
        yield f"options/{key}/why", ("options", index, "why")
    for name in item.groups:
        yield f"groups/{name}", ("groups", name)
    for index, (key, _) in enumerate(zip(item.keys, item.put, strict=False)):
        yield f"put/{key}/what", ("put", index, "what")
        yield f"put/{key}/why", ("put", index, "why")
    yield "not_sure", ("not_sure",)
    if item.teach_back:
        yield "teach_back", ("teach_back",)
