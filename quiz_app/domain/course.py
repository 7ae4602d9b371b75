"""A course as its authors write it and as an attempt freezes it: topics, lessons, items, and what they rest on."""

import hashlib
import json
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from quiz_app.domain.item import Authored, Code, Item, Name, Text

Share = Annotated[str, StringConstraints(pattern=r"^\d{1,3}( to \d{1,3})?$")]
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]


class Urgency(StrEnum):
    """How fast a sign needs help; also the colour of its care card."""

    EMERGENCY = "emergency"
    TODAY = "today"
    NEXT_VISIT = "next-visit"


class Picture(Authored):
    """A drawing of the course with the words that stand for it."""

    file: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.svg$")]
    alt: Text


class Chance(Authored):
    """A chance told as a frequency of one hundred, drawn as icons."""

    of: Literal["100"]
    about: Share
    what: Text

    @property
    def low(self) -> int:
        """The smaller of the two counts."""
        return int(self.about.split(" to ")[0])

    @property
    def high(self) -> int:
        """The larger of the two counts."""
        return int(self.about.split(" to ")[-1])


class Card(Authored):
    """A care card: the signs that need one kind of help, under a heading that says whom to call."""

    call: Urgency
    heading: Text
    signs: tuple[Text, ...] = Field(min_length=1, max_length=7)


class Screen(Authored):
    """One idea of a lesson, read in under 100 seconds."""

    id: Name
    heading: Text
    say: Text
    simpler: Text | None = None
    do: Text | None = None
    card: Card | None = None
    picture: Picture | None = None
    chance: Chance | None = None
    sources: tuple[Code, ...]


class Topic(Authored):
    """One lesson and the items that ask about it."""

    topic: Name
    title: Text
    objectives: dict[Name, Text] = Field(min_length=1)
    main_message: Text
    lesson: tuple[Screen, ...] = Field(min_length=1)
    items: tuple[Item, ...] = ()

    def screen(self, screen_id: str) -> Screen | None:
        """The lesson screen of that id, or None."""
        return next((screen for screen in self.lesson if screen.id == screen_id), None)


class ReviewStatus(StrEnum):
    """How far a clinician stands behind the words."""

    DRAFT = "draft"
    APPROVED = "approved"


class Review(Authored):
    """Who approved the content, in which role, and when it must be looked at again.

    fingerprint: the Course.content_fingerprint that was approved; other content is a draft, whatever the status says.
    """

    status: ReviewStatus
    approved_by: Text | None = None
    role: Text | None = None
    approved_on: date | None = None
    fingerprint: Text | None = Field(default=None, exclude_if=lambda value: value is None)  # older wordings keep theirs
    due: date


class TakeHome(Authored):
    """What the patient keeps on paper: the plan, and the signs by who to call."""

    plan: tuple[Text, ...] = Field(min_length=1, max_length=7)
    cards: tuple[Card, ...] = Field(min_length=1)


class Confidence(StrEnum):
    """After which items the course asks how sure the patient is."""

    OFF = "off"
    CRITICAL = "critical"
    ALL = "all"


class Outline(Authored):
    """course.yaml: the order of topics and the rules of the check."""

    course: Name
    title: Text
    locale: Locale = "en"
    version: Text
    minutes: Annotated[int, Field(ge=1, le=60)]
    licence: Text
    topics: tuple[Name, ...] = Field(min_length=1)
    asked_per_topic: Annotated[int, Field(ge=1, le=6)] = 3
    confidence: Confidence = Confidence.CRITICAL
    warning_signs: dict[Name, Text] = Field(default_factory=dict)
    required_misconceptions: tuple[Name, ...] = ()
    take_home: TakeHome
    review: Review


class Misconception(Authored):
    """A belief patients hold that is not so; distractors point at it."""

    belief: Text
    truth: Text
    sources: tuple[Code, ...]


class Term(Authored):
    """A word of the glossary: what it means, other forms of it, and whether readers count as knowing it."""

    means: Text
    also: tuple[Text, ...] = ()


class Evidence(StrEnum):
    """How well a fact is supported; conflicting and unverified facts are never asked."""

    MANY = "2+"
    ONE = "1"
    CONFLICTING = "conflicting"
    UNVERIFIED = "unverified"


class Fact(Authored):
    """A checked fact behind the course: what it is about, how well it is supported, where it comes from."""

    about: Text
    evidence: Evidence
    sources: tuple[Code, ...] = ()


class Source(Authored):
    """A document that facts rest on."""

    title: Text
    by: Text
    url: Text
    date: Text | None = None


class Sources(Authored):
    """sources.yaml: the facts of the course and the documents behind them."""

    facts: dict[Code, Fact]
    documents: dict[Code, Source]


class Language(Authored):
    """The course in one other language: each text by its place, and who reviewed them."""

    texts: dict[Text, Text]
    review: Review

    @cached_property
    def fingerprint(self) -> str:
        """Hash of the exact words, without their review; 64 hex digits."""
        return _hash(dict(self.texts))

    @property
    def is_reviewed(self) -> bool:
        """Whether a qualified reader stands behind exactly these words."""
        return self.review.status is ReviewStatus.APPROVED and self.review.fingerprint == self.fingerprint


class Course(Authored):
    """Everything one patient can meet, with the clinic's own words filled in; languages: the same in other ones."""

    outline: Outline
    topics: tuple[Topic, ...]
    misconceptions: dict[Name, Misconception]
    glossary: dict[Text, Term]
    languages: dict[Locale, Language] = Field(default_factory=dict, exclude_if=lambda found: not found)

    @cached_property
    def fingerprint(self) -> str:
        """Hash of the exact wording: sha-256 over canonical JSON, 64 hex digits."""
        return _hash(self.model_dump(mode="json"))

    @cached_property
    def content_fingerprint(self) -> str:
        """Hash of the wording without its review, so that approving it does not change it; 64 hex digits."""
        return _hash(self.model_dump(mode="json", exclude={"outline": {"review"}, "languages": True}))

    @property
    def is_approved(self) -> bool:
        """Whether a clinician approved exactly this content."""
        review = self.outline.review
        return review.status is ReviewStatus.APPROVED and review.fingerprint == self.content_fingerprint

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages it can be shown in, its own first."""
        return (self.outline.locale, *sorted(self.languages))

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by its id."""
        return {item.id: item for topic in self.topics for item in topic.items}

    @cached_property
    def objectives(self) -> dict[str, str]:
        """Every objective in words, by its name."""
        return {name: text for topic in self.topics for name, text in topic.objectives.items()}


def _hash(content: dict[str, object]) -> str:
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
