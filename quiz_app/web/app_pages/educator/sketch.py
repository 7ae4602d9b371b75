"""What a topic file holds, read as far as it can be read: also a half-written one has screens and questions to edit."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from quiz_app.content.source import Source, read
from quiz_app.content.tree import Value

Block = dict[str, Value]


class Shelf(StrEnum):
    """The two lists of a topic file."""

    SCREENS = "lesson"
    QUESTIONS = "items"


@dataclass(frozen=True)
class Sketch:
    """One screen or question as its file says it."""

    shelf: Shelf
    index: int
    value: Block

    @property
    def id(self) -> str:
        """Its own name, or its number while it has none."""
        return text(self.value.get("id")) or f"#{self.index + 1}"

    @property
    def address(self) -> str:
        """How the address of the page names it."""
        return f"{self.shelf}:{self.id}"

    @property
    def words(self) -> str:
        """The heading of a screen, the stem of a question."""
        return text(self.value.get("heading" if self.shelf is Shelf.SCREENS else "ask"))

    @property
    def critical(self) -> bool:
        """Whether it is a safety point."""
        return self.value.get("critical") == "true"

    @property
    def retired(self) -> bool:
        """Whether it is no longer asked."""
        return self.value.get("retired") == "true"

    @property
    def sibling(self) -> str:
        """The item in other words that it points at."""
        return text(self.value.get("sibling"))


@dataclass(frozen=True)
class TopicSketch:
    """A topic file: its title, objectives in words, screens and questions."""

    title: str = ""
    objectives: dict[str, str] = field(default_factory=dict)
    screens: tuple[Sketch, ...] = ()
    questions: tuple[Sketch, ...] = ()

    def part(self, address: str) -> Sketch | None:
        """The part that the address of a page names."""
        return next((part for part in (*self.screens, *self.questions) if part.address == address), None)

    @property
    def asked(self) -> tuple[Sketch, ...]:
        """The questions that are not retired."""
        return tuple(item for item in self.questions if not item.retired)

    @property
    def pairs(self) -> int:
        """How many critical points the topic asks; a pair of siblings is one."""
        critical = [item for item in self.asked if item.critical]
        return len({frozenset((item.id, item.sibling or item.id)) for item in critical})


def topic_of(file_text: str) -> TopicSketch | None:
    """The topic in this text, or None where it cannot be read."""
    read_as = data_of(file_text)
    if not isinstance(read_as, dict):
        return None
    return TopicSketch(
        title=text(read_as.get("title")) or text(read_as.get("topic")),
        objectives=texts(read_as.get("objectives")),
        screens=tuple(_parts(read_as, Shelf.SCREENS)),
        questions=tuple(_parts(read_as, Shelf.QUESTIONS)),
    )


def data_of(file_text: str) -> Value | None:
    """What the text says as plain data, or None where it cannot be read."""
    source = source_of(file_text)
    return source.data if source else None


def source_of(file_text: str) -> Source | None:
    """The text with the place of every value, or None where it cannot be read."""
    return read(file_text.encode(), file="")[0]


def block(value: Value | None) -> Block:
    """The value as a block; an empty one where it is something else."""
    return value if isinstance(value, dict) else {}


def entries(value: Value | None) -> list[Value]:
    """The value as a list; an empty one where it is something else."""
    return value if isinstance(value, list) else []


def text(value: Value | None) -> str:
    """The value as a text; an empty one where it is something else."""
    return value if isinstance(value, str) else ""


def texts(value: Value | None, inside: str = "") -> dict[str, str]:
    """The names of a block, each with its words or with the words under a name inside it."""
    return {name: text(block(each).get(inside) if inside else each) for name, each in block(value).items()}


def _parts(topic: Block, shelf: Shelf) -> Iterator[Sketch]:
    for index, value in enumerate(entries(topic.get(shelf))):
        yield Sketch(shelf=shelf, index=index, value=block(value))
