"""What goes out: the topics that were chosen, and what a format cannot hold of each of their items."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quiz_app.domain.course import Topic
from quiz_app.domain.item import Item, Kind
from quiz_app.exchange.imported import About, Note, Spot, Unit
from quiz_app.exchange.judging import MOST_SHARED
from quiz_app.exchange.tags import long_tags


class Format(StrEnum):
    """A way out, called by the ending of its file."""

    GIFT = "gift"
    MOODLE = "xml"
    QTI = "zip"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Outgoing:
    """What is written: the course's name, its language, and the topics."""

    course: str
    title: str
    locale: str
    topics: Sequence[Topic]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in order."""
        return tuple(item for topic in self.topics for item in topic.items)


def losses(outgoing: Outgoing, form: Format) -> tuple[Note, ...]:
    """What this format cannot hold, item by item; what no format holds comes first."""
    whole = [Note(Spot(), About.LESSON), Note(Spot(), About.CLINIC_WORDS)]
    if form in {Format.GIFT, Format.MOODLE}:
        whole.append(Note(Spot(), About.OBJECTIVE_WORDS))
    found = [
        Note(Spot(Unit.QUESTION, number, item.id), about, detail)
        for number, item in enumerate(outgoing.items, start=1)
        for about, detail in _LOSSES[form](item)
    ]
    return (*whole, *found)


_Losses = Iterator[tuple[About, str]]


def _of_moodle(item: Item) -> _Losses:
    if item.kind is Kind.SORT:
        yield About.REASONS_OF_SORT, ""
    if item.teach_back:
        yield About.TEACH_BACK, ""
    if item.kind is Kind.CHOOSE_ALL and sum(option.right is not None for option in item.options) > MOST_SHARED:
        yield About.OTHER_SHARES, ""
    yield from ((About.LONG_TAG, tag) for tag in long_tags(item))


def _of_gift(item: Item) -> _Losses:
    yield from _of_moodle(item)
    if any("->" in thing.what for thing in item.put):
        yield About.ARROW, ""


def _of_qti(_item: Item) -> _Losses:
    yield About.OUR_FIELDS, ""


def _of_tables(_item: Item) -> _Losses:
    yield from ()


_LOSSES: dict[Format, Callable[[Item], _Losses]] = {
    Format.GIFT: _of_gift,
    Format.MOODLE: _of_moodle,
    Format.QTI: _of_qti,
    Format.CSV: _of_tables,
    Format.XLSX: _of_tables,
}
