"""Questions as a table: one row for each option, group or thing to sort, with every field of ours, and back again.

What belongs to the whole question stands in its first row; the other rows repeat only its id.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quiz_app.domain.item import Item, Kind, Level, Verdict
from quiz_app.exchange.imported import (
    MOST_OPTIONS,
    About,
    Given,
    GivenOption,
    GivenPut,
    Imported,
    Reading,
    Spot,
    Unit,
    refused,
)
from quiz_app.exchange.outgoing import Outgoing
from quiz_app.exchange.plain import cleaned, is_code, is_name, item_name

GROUP, PUT = "group", "put"
_WHOLE = ("topic", "id", "objective", "level", "critical", "ask")
_PART = ("part", "text", "group", "also", "why", "misconception", "harmful")
_REST = ("not_sure", "revisit", "sibling", "teach_back", "signs", "sources", "retired", "objective_in_words")
COLUMNS = (*_WHOLE, *_PART, *_REST)
_NEEDED = ("ask", "part", "text")
_YES = frozenset({"yes", "true", "1", "y", "x"})
_NO = frozenset({"no", "false", "0", "n", ""})

Row = Mapping[str, str]


@dataclass
class _Gathered:
    """The rows of one question, in order, with their numbers."""

    number: int
    rows: list[tuple[int, Row]] = field(default_factory=list)


def rows_of(outgoing: Outgoing) -> list[dict[str, str]]:
    """The table without its heading."""
    found = []
    for topic in outgoing.topics:
        for item in topic.items:
            whole = {**_whole(item), "topic": topic.topic, "objective_in_words": topic.objectives[item.objective]}
            for place, part in enumerate(_parts(item)):
                found.append({"topic": topic.topic, "id": item.id, **part} if place else {**whole, **part})
    return found


def _whole(item: Item) -> dict[str, str]:
    return {
        "id": item.id,
        "objective": item.objective,
        "level": item.level,
        "critical": _yes(item.critical),
        "ask": item.ask,
        "not_sure": item.not_sure,
        "revisit": item.revisit or "",
        "sibling": item.sibling or "",
        "teach_back": item.teach_back or "",
        "signs": " ".join(item.signs),
        "sources": " ".join(item.sources),
        "retired": _yes(item.retired),
    }


def _parts(item: Item) -> Iterator[dict[str, str]]:
    if item.kind is Kind.SORT:
        yield from ({"part": GROUP, "group": name, "text": words} for name, words in item.groups.items())
        for thing in item.put:
            yield {
                "part": PUT,
                "text": thing.what,
                "group": thing.into,
                "also": " ".join(thing.accept),
                "why": thing.why,
                "misconception": thing.misconception or "",
            }
    for option in item.options:
        yield {
            "part": option.verdict,
            "text": option.text,
            "why": option.why,
            "misconception": option.misconception or "",
            "harmful": _yes(option.harmful),
        }


def read_rows(table: Sequence[Sequence[str]]) -> Imported:
    """The questions of a table whose first row names the columns."""
    if not table:
        return refused(About.EMPTY)
    reading = Reading()
    names = [re.sub(r"[\s-]+", "_", name.strip().lower()) for name in table[0]]
    if any(name not in names for name in _NEEDED):
        return refused(About.NO_COLUMNS, ", ".join(_NEEDED))
    for name in names:
        if name and name not in COLUMNS:
            reading.lose(Spot(Unit.ROW, 1), About.OTHER_COLUMN, name)
    topics = set()
    for gathered in _gathered(names, table[1:]):
        topics.add(gathered.rows[0][1].get("topic", ""))
        _take(gathered, reading)
    if len(topics) > 1:
        reading.lose(Spot(), About.CATEGORIES, str(len(topics)))
    return reading.done


def _gathered(names: Sequence[str], rows: Sequence[Sequence[str]]) -> list[_Gathered]:
    """The rows by question: one begins with a new id, or with a new question where there is no id."""
    found: list[_Gathered] = []
    by_id: dict[str, _Gathered] = {}
    for number, cells in enumerate(rows, start=2):
        row = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}
        if not any(row.values()):
            continue
        key, ask = row.get("id", ""), row.get("ask", "")
        last = found[-1] if found else None
        same = by_id.get(key) if key else last if last and ask in {"", last.rows[0][1].get("ask", "")} else None
        if same is None:
            same = _Gathered(number)
            found.append(same)
            if key:
                by_id[key] = same
        same.rows.append((number, row))
    return found


def _take(gathered: _Gathered, reading: Reading) -> None:
    first = gathered.rows[0][1]
    at = Spot(Unit.ROW, gathered.number, first.get("id", "")[:60])
    whole = _Fields(first, reading, at)
    ask = whole.text("ask")
    if not ask:
        reading.refuse(at, About.NO_TEXT)
    elif len(gathered.rows) > MOST_OPTIONS:
        reading.refuse(at, About.TOO_MANY_OPTIONS, str(len(gathered.rows)))
    else:
        _take_whole(gathered, whole, ask, reading)


def _take_whole(gathered: _Gathered, whole: "_Fields", ask: str, reading: Reading) -> None:
    name = item_name(whole.row.get("id", ""), ask, reading, whole.at)
    question = Given(
        at=replace(whole.at, name=name),
        id=name,
        ask=ask,
        not_sure=whole.text("not_sure"),
        objective=whole.name("objective"),
        objective_in_words=whole.text("objective_in_words"),
        level=whole.one_of("level", list(Level)),
        critical=whole.flag("critical"),
        revisit=whole.name("revisit"),
        sibling=whole.name("sibling"),
        teach_back=whole.text("teach_back"),
        signs=whole.several("signs", is_name),
        sources=whole.several("sources", is_code),
        retired=whole.flag("retired"),
    )
    for number, row in gathered.rows:
        question = _with_part(question, _Fields(row, reading, Spot(Unit.ROW, number, name)))
        if any(row.get(column, "") not in {"", gathered.rows[0][1].get(column, "")} for column in ("ask", *_REST)):
            reading.lose(Spot(Unit.ROW, number, name), About.MIXED_ROWS)
    reading.take(question)


def _with_part(question: Given, cells: "_Fields") -> Given:
    part, text, why = cells.row.get("part", "").lower(), cells.text("text"), cells.text("why")
    misconception = cells.name("misconception")
    if part == GROUP and text:
        return replace(question, groups=(*question.groups, (cells.name("group"), text)))
    if part == PUT and text:
        thing = GivenPut(text, cells.name("group"), cells.several("also", is_name), why, misconception)
        return replace(question, put=(*question.put, thing))
    if part in list(Verdict) and text:
        option = GivenOption(text, Verdict(part), why, misconception, cells.flag("harmful"))
        return replace(question, options=(*question.options, option))
    if part or text:
        cells.unknown("part", part)
    return question


@dataclass(frozen=True)
class _Fields:
    """The cells of one row, taken as what their column holds."""

    row: Row
    reading: Reading
    at: Spot

    def text(self, column: str) -> str:
        """Words."""
        return cleaned(self.row.get(column, ""), self.reading, self.at)

    def name(self, column: str) -> str:
        """A name of ours, else nothing."""
        return self._if(column, self.row.get(column, ""), is_name)

    def one_of(self, column: str, known: Sequence[str]) -> str:
        """One of the known words, else nothing."""
        return self._if(column, self.row.get(column, "").lower(), lambda value: value in known)

    def several(self, column: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """Names or codes with spaces, commas or semicolons between them."""
        found = (self._if(column, part, fits) for part in re.split(r"[\s,;]+", self.row.get(column, "")))
        return tuple(part for part in found if part)

    def flag(self, column: str) -> bool:
        """Yes or no; nothing means no."""
        value = self.row.get(column, "").lower()
        return self._if(column, value, lambda given: given in _YES | _NO) in _YES

    def unknown(self, column: str, value: str) -> None:
        """Note a value that its column does not know."""
        self.reading.lose(self.at, About.UNKNOWN_VALUE, f"{column}: {value}"[:80])

    def _if(self, column: str, value: str, fits: Callable[[str], bool]) -> str:
        if not value or fits(value):
            return value
        self.unknown(column, value)
        return ""


def _yes(value: object) -> str:
    return "yes" if value else "no"
