"""One course as the rules see it: every part with the place it stands at, whole or with broken parts left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path, PurePath
from typing import Generic, TypeVar

from quiz_app.content.problems import Problem, problem
from quiz_app.content.source import KeyPath, Source
from quiz_app.domain.clinic import Clinic
from quiz_app.domain.course import Course, Misconception, Outline, Screen, Sources, Term, Topic
from quiz_app.domain.item import Item
from quiz_app.domain.translation import TranslationFile

M_co = TypeVar("M_co", covariant=True)


@dataclass(frozen=True)
class Part(Generic[M_co]):
    """A part of a bank and where it stands."""

    model: M_co
    source: Source
    path: KeyPath = ()
    label: str = ""

    def written(self, at: KeyPath) -> str:
        """The text that `at` leads to as its author wrote it, with placeholders; empty when there is none."""
        return self.source.text_at(self.path + at)

    def problem(self, code: str, message: str, *, at: KeyPath = (), remedy: str = "") -> Problem:
        """A problem at the value inside this part that `at` leads to."""
        return self.source.problem(code, self.path + at, message, remedy=remedy)

    def problem_at_name(self, code: str, message: str, *, at: KeyPath = (), remedy: str = "") -> Problem:
        """A problem at the name of a line, or at the first line of this part."""
        place = self.source.at_name(self.path + at)
        return problem(code, message, file=self.source.file, place=place, remedy=remedy)

    def problem_at_word(self, code: str, message: str, *, at: KeyPath, word: str, remedy: str = "") -> Problem:
        """A problem at a word inside the text that `at` leads to."""
        place = self.source.at_word(self.path + at, word)
        return problem(code, message, file=self.source.file, place=place, remedy=remedy)


@dataclass(frozen=True)
class TopicPart(Part[Topic]):
    """A topic; `kept_items` and `kept_screens` are the places of its sound parts, `whole` says that none was broken."""

    kept_screens: tuple[int, ...] = ()
    kept_items: tuple[int, ...] = ()
    whole: bool = True

    @property
    def file_name(self) -> str:
        """The name of its file without the ending, by which the outline lists it."""
        return PurePath(self.source.file).stem

    @cached_property
    def screens(self) -> tuple[Part[Screen], ...]:
        """The screens of the lesson with their places."""
        pairs = zip(self.kept_screens, self.model.lesson, strict=True)
        return tuple(Part(screen, self.source, ("lesson", index), self.model.topic) for index, screen in pairs)

    @cached_property
    def items(self) -> tuple[Part[Item], ...]:
        """The items with their places, retired ones too."""
        pairs = zip(self.kept_items, self.model.items, strict=True)
        return tuple(Part(item, self.source, ("items", index), self.model.topic) for index, item in pairs)

    @cached_property
    def asked(self) -> tuple[Part[Item], ...]:
        """The items that patients can meet: those that are not retired."""
        return tuple(item for item in self.items if not item.model.retired)


@dataclass(frozen=True)
class Bank:
    """Everything read of one course; what could not be read is None, and then `whole` is False.

    translations: files of other languages, each labelled with the locale its folder names.
    """

    folder: Path
    file: str
    today: date
    topics: tuple[TopicPart, ...]
    outline: Part[Outline] | None = None
    misconceptions: Part[dict[str, Misconception]] | None = None
    glossary: Part[dict[str, Term]] | None = None
    sources: Part[Sources] | None = None
    clinic: Part[Clinic] | None = None
    translations: tuple[Part[TranslationFile], ...] = ()
    pictures: Mapping[str, Path] = field(default_factory=dict)
    topic_files: frozenset[str] = frozenset()
    unread_topics: int = 0

    @property
    def whole(self) -> bool:
        """Whether every file could be read in full, so that 'nobody uses this' can be said."""
        read = (self.outline, self.misconceptions, self.glossary, self.sources)
        topics_are_whole = not self.unread_topics and all(topic.whole for topic in self.asked_topics)
        parts_are_whole = all(part is not None and not part.source.tree.doubles for part in read)
        return topics_are_whole and parts_are_whole and not self.missing_topics

    @cached_property
    def course(self) -> Course | None:
        """The course as patients would meet it; None while a file of it cannot be read."""
        if self.outline is None or self.misconceptions is None or self.glossary is None or self.clinic is None:
            return None
        return Course(
            outline=self.outline.model,
            topics=tuple(topic.model for topic in self.asked_topics),
            misconceptions=self.misconceptions.model,
            glossary=self.glossary.model,
        )

    @cached_property
    def missing_topics(self) -> frozenset[str]:
        """Topics that the outline lists and no file is called after, or no file holds."""
        listed = self.outline.model.topics if self.outline else ()
        return frozenset(listed) - {topic.file_name for topic in self.topics}

    @cached_property
    def asked_topics(self) -> tuple[TopicPart, ...]:
        """The topics that patients meet: the files that the outline lists by name, in its order."""
        if self.outline is None:
            return self.topics
        by_name = {topic.file_name: topic for topic in self.topics}
        return tuple(by_name[name] for name in self.outline.model.topics if name in by_name)

    @cached_property
    def items(self) -> tuple[Part[Item], ...]:
        """Every item of every topic, retired ones too."""
        return tuple(item for topic in self.topics for item in topic.items)

    @cached_property
    def asked(self) -> tuple[Part[Item], ...]:
        """The items of every topic that patients can meet: those that are not retired."""
        return tuple(item for topic in self.topics for item in topic.asked)

    @cached_property
    def screens(self) -> tuple[Part[Screen], ...]:
        """Every screen of every topic."""
        return tuple(screen for topic in self.topics for screen in topic.screens)

    def cites(self) -> Iterator[tuple[Part[object], int, str]]:
        """Every code cited by a screen or an item that patients can meet, with its position."""
        for screen in self.screens:
            yield from ((screen, index, code) for index, code in enumerate(screen.model.sources))
        for item in self.asked:
            yield from ((item, index, code) for index, code in enumerate(item.model.sources))
