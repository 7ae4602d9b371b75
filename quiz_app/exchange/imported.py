"""What was found in a foreign file: the questions as far as it holds them, and a note for whatever was lost."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from quiz_app.domain.item import Item, Verdict

MOST_BYTES = 1_000_000
MOST_QUESTIONS = 500
MOST_OPTIONS = 26  # options are called a to z
LONGEST_TEXT = 2000


class About(StrEnum):
    """What a note says; its words stand in the interface words under `exchange.about.<value>`."""

    # Nothing could be read
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    NOT_XML = "not-xml"
    UNSAFE_XML = "unsafe-xml"
    NOT_A_QUIZ = "not-a-quiz"
    NOT_A_TABLE = "not-a-table"
    OTHER_FILE = "other-file"
    NO_COLUMNS = "no-columns"
    TOO_MANY = "too-many"
    # A question was not taken
    OTHER_KIND = "other-kind"
    NO_TEXT = "no-text"
    NO_ANSWERS = "no-answers"
    TOO_MANY_OPTIONS = "too-many-options"
    NOT_CLOSED = "not-closed"
    MIXED_ROWS = "mixed-rows"
    # Something was lost or changed on the way in
    TRUE_FALSE = "true-false"
    DESCRIPTION = "description"
    EMPTY_ANSWER = "empty-answer"
    TWO_KINDS = "two-kinds"
    BLANK_INSIDE = "blank-inside"
    FORMATTING = "formatting"
    PICTURE = "picture"
    LINK = "link"
    SHORTENED = "shortened"
    BRACES = "braces"
    UNSEEN_SIGNS = "unseen-signs"
    PART_MARKS = "part-marks"
    OWN_SHARES = "own-shares"
    SEVERAL_FULL = "several-full"
    MILD_WRONG = "mild-wrong"
    ONE_RIGHT = "one-right"
    GENERAL_WORDS = "general-words"
    HINTS = "hints"
    CATEGORIES = "categories"
    OTHER_TAG = "other-tag"
    OTHER_COLUMN = "other-column"
    UNKNOWN_VALUE = "unknown-value"
    NEW_NAME = "new-name"
    RENAMED = "renamed"
    LEVEL_MISSING = "level-missing"
    CLINIC_WORDS_BACK = "clinic-words-back"
    # Something a format cannot hold, on the way out
    REASONS_OF_SORT = "reasons-of-sort"
    TEACH_BACK = "teach-back"
    LONG_TAG = "long-tag"
    ARROW = "arrow"
    OTHER_SHARES = "other-shares"
    OUR_FIELDS = "our-fields"
    OBJECTIVE_WORDS = "objective-words"
    LESSON = "lesson"
    CLINIC_WORDS = "clinic-words"


class Unit(StrEnum):
    """What a place is counted in."""

    FILE = "file"
    QUESTION = "question"
    ROW = "row"


@dataclass(frozen=True)
class Spot:
    """Where in the file: question or row by its number from 1, with the question's name if it has one."""

    unit: Unit = Unit.FILE
    number: int = 0
    name: str = ""


@dataclass(frozen=True)
class Note:
    """One thing that was lost, changed or not taken, and where; `detail` is a word of the file itself."""

    at: Spot
    about: About
    detail: str = ""


@dataclass(frozen=True)
class GivenOption:
    """One option as far as the file holds it; empty texts are missing ones."""

    text: str
    verdict: Verdict
    why: str = ""
    misconception: str = ""
    harmful: bool = False


@dataclass(frozen=True)
class GivenPut:
    """One thing to sort as far as the file holds it; groups are named as in the question's `groups`."""

    what: str
    into: str
    accept: tuple[str, ...] = ()
    why: str = ""
    misconception: str = ""


@dataclass(frozen=True)
class Given:
    """One question as far as the file holds it; empty texts are missing ones."""

    at: Spot
    id: str
    ask: str
    options: tuple[GivenOption, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    put: tuple[GivenPut, ...] = ()
    not_sure: str = ""
    objective: str = ""
    objective_in_words: str = ""
    level: str = ""
    critical: bool = False
    revisit: str = ""
    sibling: str = ""
    teach_back: str = ""
    signs: tuple[str, ...] = ()
    retired: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Imported:
    """Everything a file gave: questions, what was lost of them, and what could not be taken at all."""

    items: tuple[Given, ...] = ()
    losses: tuple[Note, ...] = ()
    problems: tuple[Note, ...] = ()


@dataclass
class Reading:
    """What is met while a file is read."""

    items: list[Given] = field(default_factory=list)
    losses: list[Note] = field(default_factory=list)
    problems: list[Note] = field(default_factory=list)

    def lose(self, at: Spot, about: About, detail: str = "") -> None:
        """Note once what was lost or changed there."""
        note = Note(at, about, detail)
        if note not in self.losses:
            self.losses.append(note)

    def refuse(self, at: Spot, about: About, detail: str = "") -> None:
        """Note what could not be taken; what was lost of it before counts no more."""
        if at.unit is not Unit.FILE:
            self.losses = [note for note in self.losses if (note.at.unit, note.at.number) != (at.unit, at.number)]
        self.problems.append(Note(at, about, detail))

    def take(self, given: Given) -> None:
        """Keep a question that has answers, unless it is more than a person would look through."""
        answered = self._with_answers(given)
        if not answered.options and not (answered.groups and answered.put):
            self.refuse(given.at, About.NO_ANSWERS)
        elif len(self.items) < MOST_QUESTIONS:
            self.items.append(answered)
        elif not any(note.about is About.TOO_MANY for note in self.problems):
            self.refuse(Spot(), About.TOO_MANY, str(MOST_QUESTIONS))

    def _with_answers(self, given: Given) -> Given:
        """The question without answers that have no words, and with one way to answer it."""
        options = tuple(option for option in given.options if option.text)
        groups = tuple((name, words) for name, words in given.groups if name and words)
        named = {name for name, _ in given.groups if name} - {name for name, words in given.groups if not words}
        put = tuple(thing for thing in given.put if thing.what and thing.into in named)
        if (len(options), len(groups), len(put)) != (len(given.options), len(given.groups), len(given.put)):
            self.lose(given.at, About.EMPTY_ANSWER)
        if options and (groups or put):
            self.lose(given.at, About.TWO_KINDS)
            groups, put = (), ()
        return replace(given, options=options, groups=groups, put=put)

    @property
    def done(self) -> Imported:
        """All of it; a file without any question and without a reason has nothing for us."""
        if not self.items and not self.problems:
            self.refuse(Spot(), About.EMPTY)
        return Imported(tuple(self.items), tuple(self.losses), tuple(self.problems))


def refused(about: About, detail: str = "") -> Imported:
    """A file that could not be read at all."""
    return Imported(problems=(Note(Spot(), about, detail),))


def given(item: Item, objective_in_words: str = "") -> Given:
    """An item of ours as an import gives it when nothing is lost."""
    return Given(
        at=Spot(Unit.QUESTION, 0, item.id),
        id=item.id,
        ask=item.ask,
        options=tuple(
            GivenOption(each.text, each.verdict, each.why, each.misconception or "", each.harmful)
            for each in item.options
        ),
        groups=tuple(item.groups.items()),
        put=tuple(GivenPut(each.what, each.into, each.accept, each.why, each.misconception or "") for each in item.put),
        not_sure=item.not_sure,
        objective=item.objective,
        objective_in_words=objective_in_words,
        level=item.level,
        critical=item.critical,
        revisit=item.revisit or "",
        sibling=item.sibling or "",
        teach_back=item.teach_back or "",
        signs=item.signs,
        retired=item.retired,
        sources=item.sources,
    )


def without_place(question: Given) -> Given:
    """The question alone, to compare it with another."""
    return replace(question, at=Spot())
