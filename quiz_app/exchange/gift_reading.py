"""GIFT in: multiple choice, true or false, and matching; other kinds of question are named and left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz_app.exchange.imported import MOST_OPTIONS, About, Given, Imported, Reading, Spot, Unit, refused
from quiz_app.exchange.judging import Answer, choose_all, choose_one, sorted_into
from quiz_app.exchange.plain import decoded, item_name, worded
from quiz_app.exchange.tags import Tagged, read_tags, with_tags

_UNITS = re.compile(r"\\[~=#{}:\\n]|.", re.DOTALL)
_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_SHARE = re.compile(r"\s*%(-?\d{1,3}(?:\.\d*)?)%")
_TAG = re.compile(r"\[(id|tag):([^\]]+)\]")
_TITLE = re.compile(r"\s*::((?:\\.|(?!::).)*)::", re.DOTALL)
_TRUE_FALSE = re.compile(r"\s*(TRUE|FALSE|T|F)\s*(?:#|$)", re.IGNORECASE)
BLANK = "_____"


class _Left(Exception):
    """The question is not taken, for that reason."""

    def __init__(self, about: About, detail: str = "") -> None:
        super().__init__(about)
        self.about, self.detail = about, detail


@dataclass(frozen=True)
class _Block:
    """One question as it stands in the file: its comment's tags, and everything else in units of one sign each."""

    tags: tuple[str, ...]
    name: str
    text: str


def read_gift(raw: bytes) -> Imported:
    """The questions of a GIFT file."""
    text = decoded(raw)
    if text is None:
        return refused(About.NOT_UTF8)
    reading = Reading()
    for number, block in enumerate(_blocks(text, reading), start=1):
        at = Spot(Unit.QUESTION, number, block.name)
        try:
            reading.take(_question(block, reading, at))
        except _Left as left:
            reading.refuse(at, left.about, left.detail)
    return reading.done


def _blocks(text: str, reading: Reading) -> Iterator[_Block]:
    categories = set()
    for block in re.split(r"\n[ \t]*\n", text):
        tags: list[tuple[str, str]] = []
        lines = []
        for line in block.split("\n"):
            if line.lstrip().startswith("//"):
                tags += _TAG.findall(line)
            elif line.lstrip().startswith("$CATEGORY:"):
                categories.add(line.strip())
            else:
                lines.append(line)
        rest = "\n".join(lines).strip()
        if rest:
            name = next((value for kind, value in tags if kind == "id"), "")
            yield _Block(tuple(value for kind, value in tags if kind == "tag"), name, rest)
    if len(categories) > 1:
        reading.lose(Spot(), About.CATEGORIES, str(len(categories)))


def _question(block: _Block, reading: Reading, at: Spot) -> Given:
    title = _TITLE.match(block.text)
    stem, body, tail = _parts(block.text[title.end() :] if title else block.text)
    form = _FORMAT.match(stem)
    words = _Words(reading, at, form[1] if form else "moodle")
    ask = words.of(stem)
    if tail.strip():
        reading.lose(at, About.BLANK_INSIDE)
        ask = f"{ask} {BLANK} {words.of(tail)}".strip()
    if not ask:
        raise _Left(About.NO_TEXT)
    name = item_name(block.name or (_unescaped(title[1]).strip() if title else ""), ask, reading, at)
    tags = read_tags(block.tags, reading, at)
    answers, general = _cut(body, "####")
    blank = Given(at=replace(at, name=name), id=name, ask=ask, not_sure=words.of(general))
    return with_tags(_answered(blank, answers, words, tags), tags)


def _parts(text: str) -> tuple[str, str, str]:
    """What stands before, inside and behind the braces."""
    units = _UNITS.findall(text)
    if "{" not in units:
        raise _Left(About.DESCRIPTION, _unescaped(text)[:40])
    start = units.index("{")
    if "}" not in units[start:]:
        raise _Left(About.NOT_CLOSED)
    end = units.index("}", start)
    return "".join(units[:start]), "".join(units[start + 1 : end]), "".join(units[end + 1 :])


@dataclass(frozen=True)
class _Words:
    """Reads texts of one question; a text without a format of its own has that of the question."""

    reading: Reading
    at: Spot
    form: str

    def of(self, text: str) -> str:
        """The plain words of a text as it stands in the file."""
        own = _FORMAT.match(text)
        rest = text[own.end() :] if own else text
        form = own[1] if own else self.form
        on_one_line = rest if form in {"html", "markdown"} else re.sub(r"\s*\n\s*", " ", rest)
        return worded(_unescaped(on_one_line.strip()), form, self.reading, self.at)


def _answered(blank: Given, body: str, words: _Words, tags: Tagged) -> Given:
    units = _UNITS.findall(body)
    if not body.strip():
        raise _Left(About.OTHER_KIND, "essay")
    if body.lstrip().startswith("#"):
        raise _Left(About.OTHER_KIND, "numerical")
    if _TRUE_FALSE.match(body):
        return _true_or_false(blank, body, words)
    pieces = list(_pieces(units))
    if len(pieces) > MOST_OPTIONS:
        raise _Left(About.TOO_MANY_OPTIONS, str(len(pieces)))
    if "~" in units:
        return _chosen(blank, pieces, words, tags)
    if pieces and all(_cut(piece, "->")[1] for piece in pieces):
        pairs = [(words.of(left[1:]), words.of(right)) for left, right in (_cut(piece, "->") for piece in pieces)]
        groups, things = sorted_into(pairs)
        return replace(blank, groups=groups, put=things)
    raise _Left(About.OTHER_KIND, "shortanswer")


def _chosen(blank: Given, pieces: Sequence[str], words: _Words, tags: Tagged) -> Given:
    answers = []
    for piece in pieces:
        text, why = _cut(piece[1:], "#")
        own = _SHARE.match(text)
        share = float(own[1]) if own else 100.0 if piece[0] == "=" else 0.0
        answers.append(Answer(words.of(text[own.end() :] if own else text), words.of(why), share))
    judge = choose_one if any(piece[0] == "=" for piece in pieces) else choose_all
    return replace(blank, options=tuple(judge(answers, tags.at("accept"), words.reading, words.at)))


def _true_or_false(blank: Given, body: str, words: _Words) -> Given:
    """Both answers as options; Moodle's first feedback is for the answer that is not right."""
    words.reading.lose(words.at, About.TRUE_FALSE)
    verdict, feedback = _cut(body, "#")
    missed, met = _cut(feedback, "#")
    is_true = verdict.strip().upper().startswith("T")
    texts = ("True", "False") if is_true else ("False", "True")
    right, wrong = Answer(texts[0], words.of(met), 100), Answer(texts[1], words.of(missed), 0)
    in_order = (right, wrong) if is_true else (wrong, right)
    return replace(blank, options=tuple(choose_one(in_order, (), words.reading, words.at)))


def _pieces(units: Sequence[str]) -> Iterator[str]:
    """Each answer with the `=` or `~` it begins with; `=` and `~` inside a text are escaped."""
    starts = [place for place, unit in enumerate(units) if unit in "=~"]
    for start, end in zip(starts, [*starts, len(units)][1:], strict=True):
        yield "".join(units[start:end])


def _cut(text: str, mark: str) -> tuple[str, str]:
    """What stands before and after the first mark that is not escaped."""
    units = _UNITS.findall(text)
    for place in range(len(units) - len(mark) + 1):
        if "".join(units[place : place + len(mark)]) == mark:
            return "".join(units[:place]), "".join(units[place + len(mark) :])
    return text, ""


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], text)
