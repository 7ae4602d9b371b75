"""From the bytes of a course folder to a bank: read, filled in, validated, with every problem on the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar

from pydantic import JsonValue, TypeAdapter, ValidationError

from quiz_app.content.bank import Bank, Part, TopicPart
from quiz_app.content.placeholders import filled, words_of
from quiz_app.content.problems import Problem
from quiz_app.content.schema_problems import schema_problems
from quiz_app.content.shelf import Files
from quiz_app.content.source import KeyPath, Source, read
from quiz_app.content.tree import Value
from quiz_app.domain.clinic import Clinic
from quiz_app.domain.course import Misconception, Outline, Sources, Term, Topic
from quiz_app.domain.item import Name, Text
from quiz_app.domain.translation import TranslationFile

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Adapter(Protocol[T_co]):
    """What is needed of pydantic's TypeAdapter."""

    def validate_python(self, value: object, /) -> T_co:
        """The value as the model, or a ValidationError."""

    def json_schema(self) -> dict[str, JsonValue]:
        """The JSON Schema of the model."""


@dataclass(frozen=True)
class FileKind(Generic[T_co]):
    """What a file must hold, for validation and for finding its fields."""

    adapter: Adapter[T_co]
    annotation: object


OUTLINE = FileKind(TypeAdapter(Outline), Outline)
TOPIC = FileKind(TypeAdapter(Topic), Topic)
MISCONCEPTIONS = FileKind(TypeAdapter(dict[Name, Misconception]), Misconception)
GLOSSARY = FileKind(TypeAdapter(dict[Text, Term]), Term)
SOURCES = FileKind(TypeAdapter(Sources), Sources)
CLINIC = FileKind(TypeAdapter(Clinic), Clinic)
TRANSLATION = FileKind(TypeAdapter(TranslationFile), TranslationFile)
FORMS: Mapping[str, FileKind[object]] = {
    "course.yaml": OUTLINE,
    "misconceptions.yaml": MISCONCEPTIONS,
    "glossary.yaml": GLOSSARY,
    "sources.yaml": SOURCES,
    "clinic.yaml": CLINIC,
}


@dataclass
class Desk:
    """Where one course is read: the clinic's words, and what was met so far."""

    words: Mapping[str, str]
    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def part(self, raw: bytes | None, kind: FileKind[T], *, file: str) -> Part[T] | None:
        """The file's content with its places, or None after noting why not."""
        source, data = self.opened(raw, file=file)
        if source is None:
            return None
        try:
            return Part(kind.adapter.validate_python(data), source)
        except ValidationError as error:
            self.problems.extend(schema_problems(error, source, kind.annotation))
            return None

    def topic(self, raw: bytes, *, file: str) -> TopicPart | None:
        """A topic with its sound screens and items; broken ones are noted and left out."""
        source, data = self.opened(raw, file=file)
        if source is None:
            return None
        try:
            return _topic_part(TOPIC.adapter.validate_python(data), source, broken=frozenset())
        except ValidationError as error:
            self.problems.extend(schema_problems(error, source, Topic))
            return _rest_of(data, source, broken=frozenset(detail["loc"][:2] for detail in error.errors()))

    def opened(self, raw: bytes | None, *, file: str) -> tuple[Source | None, Value]:
        """The readable source in these bytes with its data filled in, or None after noting why not."""
        if raw is None:
            return None, ""
        source, problems = read(raw, file=file)
        self.problems.extend(problems)
        if source is None:
            return None, ""
        self.sources.append(source)
        data, unknown = filled(source, self.words)
        self.problems.extend(unknown)
        return source, data


def bank_of(files: Files, clinic: Part[Clinic] | None, *, desk: Desk, today: date) -> Bank:
    """The bank in a course folder; what could not be read is left out and noted on the desk."""

    def part(name: str, kind: FileKind[T]) -> Part[T] | None:
        return desk.part(files.raw.get(name), kind, file=files.named(name))

    outline = part("course.yaml", OUTLINE)
    listed = [f"topics/{topic}.yaml" for topic in outline.model.topics] if outline else []
    names = [name for name in listed if name in files.topics]  # a name taken twice is then told in the one not listed
    names += [name for name in files.topics if name not in listed]
    topics = {name: desk.topic(files.raw[name], file=files.named(name)) for name in dict.fromkeys(names)}
    return Bank(
        folder=files.folder,
        file=files.named("course.yaml"),
        today=today,
        topics=tuple(topic for topic in topics.values() if topic is not None),
        unread_topics=len([name for name, topic in topics.items() if topic is None and (name in listed or not listed)]),
        outline=outline,
        misconceptions=part("misconceptions.yaml", MISCONCEPTIONS),
        glossary=part("glossary.yaml", GLOSSARY),
        sources=part("sources.yaml", SOURCES),
        clinic=clinic,
        translations=tuple(_translations(files, desk)),
        pictures=files.pictures,
        topic_files=frozenset(name for name in files.seen if name.startswith("topics/")),
    )


def _translations(files: Files, desk: Desk) -> Iterator[Part[TranslationFile]]:
    """The files of other languages as they were written, with placeholders."""
    unfilled = Desk({}, sources=desk.sources, problems=desk.problems)
    for name in files.translations:
        part = unfilled.part(files.raw[name], TRANSLATION, file=files.named(name))
        if part:
            yield Part(part.model, part.source, label=name.split("/")[0])


def desk_for(clinic: Part[Clinic] | None) -> Desk:
    """A desk that fills in that clinic's words."""
    return Desk(words_of(clinic.model if clinic else None))


def _rest_of(data: Value, source: Source, *, broken: frozenset[KeyPath]) -> TopicPart | None:
    """The topic without its broken parts, or None when what is broken is the topic itself."""
    if not isinstance(data, dict):
        return None
    sound = {name: _sound(entry, name, broken) for name, entry in data.items() if (name,) not in broken}
    try:
        return _topic_part(TOPIC.adapter.validate_python(sound), source, broken=broken)
    except ValidationError:
        return None  # every reason stands among the problems already


def _sound(entry: Value, name: str, broken: frozenset[KeyPath]) -> Value:
    if name not in ("lesson", "items") or not isinstance(entry, list):
        return entry
    return [part for index, part in enumerate(entry) if (name, index) not in broken]


def _topic_part(topic: Topic, source: Source, *, broken: frozenset[KeyPath]) -> TopicPart:
    return TopicPart(
        topic,
        source,
        kept_screens=_kept("lesson", len(topic.lesson), broken),
        kept_items=_kept("items", len(topic.items), broken),
        whole=not broken and not source.tree.doubles,
    )


def _kept(name: str, count: int, broken: frozenset[KeyPath]) -> tuple[int, ...]:
    """The places in the file of the parts that were kept."""
    places = count + sum(path[0] == name for path in broken if len(path) == 2)
    return tuple(index for index in range(places) if (name, index) not in broken)
