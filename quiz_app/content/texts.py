"""Every text of a course that somebody can read on a screen, with its place and what it is for."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quiz_app.content.bank import Bank, Part, TopicPart
from quiz_app.content.problems import Problem
from quiz_app.content.source import KeyPath
from quiz_app.domain.course import Card, Screen
from quiz_app.domain.item import Item


class Role(StrEnum):
    """What a text is for."""

    TITLE = "title"
    TEACH = "teach"
    DO = "do"
    LIST = "list"
    ASK = "ask"
    OPTION = "option"
    FEEDBACK = "feedback"
    PICTURE = "picture"
    MEANING = "meaning"
    CLINIC = "clinic"
    STAFF = "staff"


@dataclass(frozen=True)
class PatientText:
    """One text: its words, what it is for, and where it stands."""

    words: str
    role: Role
    part: Part[object]
    at: KeyPath

    @property
    def written(self) -> str:
        """The words as their author wrote them, with placeholders."""
        return self.part.written(self.at)

    @property
    def is_wrong_option(self) -> bool:
        """Whether it is an option that patients should not choose."""
        return self.role is Role.OPTION and self.at[-1:] == ("wrong",)

    def problem(self, code: str, message: str, *, remedy: str = "") -> Problem:
        """A problem with the whole text."""
        return self.part.problem(code, message, at=self.at, remedy=remedy)

    def problem_at(self, word: str, code: str, message: str, *, remedy: str = "") -> Problem:
        """A problem at a word of the text."""
        return self.part.problem_at_word(code, message, at=self.at, word=word, remedy=remedy)


@dataclass(frozen=True)
class Texts:
    """The texts of one bank: by topic in reading order, and those of the course as a whole."""

    bank: Bank

    @cached_property
    def of_topics(self) -> tuple[tuple[TopicPart, tuple[PatientText, ...]], ...]:
        """Each topic with all its texts."""
        return tuple((topic, tuple(_of_topic(topic))) for topic in self.bank.topics)

    @cached_property
    def of_course(self) -> tuple[PatientText, ...]:
        """The texts of course.yaml, of the glossary and of the clinic."""
        return (*_of_outline(self.bank), *_of_glossary(self.bank), *_of_clinic(self.bank))

    @cached_property
    def of_staff(self) -> tuple[PatientText, ...]:
        """The texts that only staff read: beliefs, facts, documents, and who reviewed the course."""
        return tuple(_of_staff(self.bank))

    @cached_property
    def of_retired(self) -> tuple[PatientText, ...]:
        """The texts of retired items, which only staff can open."""
        return tuple(text for item in self.bank.items if item.model.retired for text in of_item(item))

    @cached_property
    def all(self) -> tuple[PatientText, ...]:
        """Every text a patient of this course can read; nobody reads a retired item."""
        return (*self.of_course, *(text for _, texts in self.of_topics for text in texts))


def _of_topic(topic: TopicPart) -> Iterator[PatientText]:
    model = topic.model
    yield PatientText(model.title, Role.TITLE, topic, ("title",))
    yield PatientText(model.main_message, Role.TEACH, topic, ("main_message",))
    for name, words in model.objectives.items():
        yield PatientText(words, Role.LIST, topic, ("objectives", name))
    for screen in topic.screens:
        yield from of_screen(screen)
    for item in topic.asked:
        yield from of_item(item)


def of_screen(part: Part[Screen]) -> Iterator[PatientText]:
    """Every text of a lesson screen."""
    screen = part.model
    yield PatientText(screen.heading, Role.TITLE, part, ("heading",))
    yield PatientText(screen.say, Role.TEACH, part, ("say",))
    if screen.simpler:
        yield PatientText(screen.simpler, Role.TEACH, part, ("simpler",))
    if screen.do:
        yield PatientText(screen.do, Role.DO, part, ("do",))
    if screen.card:
        yield from _of_card(screen.card, part, ("card",))
    if screen.picture:
        yield PatientText(screen.picture.alt, Role.PICTURE, part, ("picture", "alt"))
    if screen.chance:
        yield PatientText(screen.chance.what, Role.PICTURE, part, ("chance", "what"))


def of_item(part: Part[Item]) -> Iterator[PatientText]:
    """Every text of an item."""
    item = part.model
    yield PatientText(item.ask, Role.ASK, part, ("ask",))
    for index, option in enumerate(item.options):
        yield PatientText(option.text, Role.OPTION, part, ("options", index, option.verdict.value))
        yield PatientText(option.why, Role.FEEDBACK, part, ("options", index, "why"))
    for name, words in item.groups.items():
        yield PatientText(words, Role.OPTION, part, ("groups", name))
    for index, thing in enumerate(item.put):
        yield PatientText(thing.what, Role.OPTION, part, ("put", index, "what"))
        yield PatientText(thing.why, Role.FEEDBACK, part, ("put", index, "why"))
    yield PatientText(item.not_sure, Role.FEEDBACK, part, ("not_sure",))
    if item.teach_back:
        yield PatientText(item.teach_back, Role.FEEDBACK, part, ("teach_back",))


def _of_card(card: Card, part: Part[object], at: KeyPath) -> Iterator[PatientText]:
    yield PatientText(card.heading, Role.TITLE, part, (*at, "heading"))
    for index, sign in enumerate(card.signs):
        yield PatientText(sign, Role.LIST, part, (*at, "signs", index))


def _of_outline(bank: Bank) -> Iterator[PatientText]:
    if bank.outline is None:
        return
    outline, part = bank.outline.model, bank.outline
    yield PatientText(outline.title, Role.TITLE, part, ("title",))
    for name, words in outline.warning_signs.items():
        yield PatientText(words, Role.LIST, part, ("warning_signs", name))
    for index, words in enumerate(outline.take_home.plan):
        yield PatientText(words, Role.DO, part, ("take_home", "plan", index))
    for index, card in enumerate(outline.take_home.cards):
        yield from _of_card(card, part, ("take_home", "cards", index))


def _of_glossary(bank: Bank) -> Iterator[PatientText]:
    if bank.glossary is None:
        return
    for word, term in bank.glossary.model.items():
        yield PatientText(word, Role.MEANING, bank.glossary, (word,))
        yield PatientText(term.means, Role.MEANING, bank.glossary, (word, "means"))


def _of_staff(bank: Bank) -> Iterator[PatientText]:
    if bank.misconceptions:
        for name, misconception in bank.misconceptions.model.items():
            yield PatientText(misconception.belief, Role.STAFF, bank.misconceptions, (name, "belief"))
            yield PatientText(misconception.truth, Role.STAFF, bank.misconceptions, (name, "truth"))
    if bank.sources:
        for code, fact in bank.sources.model.facts.items():
            yield PatientText(fact.about, Role.STAFF, bank.sources, ("facts", code, "about"))
        for code, document in bank.sources.model.documents.items():
            yield PatientText(document.title, Role.STAFF, bank.sources, ("documents", code, "title"))
            yield PatientText(document.by, Role.STAFF, bank.sources, ("documents", code, "by"))
    if bank.outline:
        outline = bank.outline.model
        yield PatientText(outline.version, Role.STAFF, bank.outline, ("version",))
        yield PatientText(outline.licence, Role.STAFF, bank.outline, ("licence",))
        yield PatientText(outline.review.approved_by or "", Role.STAFF, bank.outline, ("review", "approved_by"))
        yield PatientText(outline.review.role or "", Role.STAFF, bank.outline, ("review", "role"))


def _of_clinic(bank: Bank) -> Iterator[PatientText]:
    if bank.clinic is None:
        return
    for name in type(bank.clinic.model).model_fields:
        yield PatientText(str(getattr(bank.clinic.model, name)), Role.CLINIC, bank.clinic, (name,))
