"""All facts of attempts in one query: six tables under one heading, sorted back into what they were."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from sqlalchemy import (
    BindParameter,
    ColumnClause,
    ColumnElement,
    CompoundSelect,
    Row,
    Select,
    Table,
    bindparam,
    func,
    literal_column,
    select,
    union_all,
)

from quiz_app.domain.attempt import Attempt, Origin, Passed, Preference, Question, Record, Response, Sureness, Turn
from quiz_app.domain.form import Form
from quiz_app.domain.marking import Choice
from quiz_app.domain.regrade import Regrade
from quiz_app.storage.tables import attempts, forms, passed, preferences, questions, regrades, responses

FactRow = Row[str, int, datetime, int, str, str, str, str, str]
"""Kind, place in the order, time, number, attempt, and up to four texts whose meaning depends on the kind.

A correction of a key belongs to every attempt on its version; its attempt is the fingerprint of that version.
"""

_NO_TEXT: ColumnClause[str] = literal_column("''")
_NO_NUMBER: ColumnClause[int] = literal_column("0")

_SURENESS = {each.value: each for each in Sureness}

_SKIP: BindParameter[int] = bindparam("skip")
_OLDEST = func.coalesce(
    select(attempts.c.seq).order_by(attempts.c.seq.desc()).offset(_SKIP).limit(1).scalar_subquery(), 0
)
_NEWEST = attempts.c.seq >= _OLDEST


def _facts(
    of_attempt: ColumnElement[bool], of_fact: Callable[[Table], ColumnElement[bool]]
) -> CompoundSelect[str, int, datetime, int, str, str, str, str, str]:
    of_version = regrades.c.course.in_(select(attempts.c.course).where(of_attempt))
    return union_all(
        _part("attempt", attempts, of_attempt, words=("id", "course", "form", "locale", "origin"), at="opened_at"),
        _part("response", responses, of_fact(responses), words=("attempt", "item", "choice", "sureness")),
        _part("passed", passed, of_fact(passed), words=("attempt", "place")),
        _part("preference", preferences, of_fact(preferences), words=("attempt", "name", "value")),
        _part("question", questions, of_fact(questions), words=("attempt", "text", "place")),
        _part("regrade", regrades, of_version, words=("course", "content")),
    ).order_by("seq")


def _part(
    kind: str, table: Table, where: ColumnElement[bool], *, words: tuple[str, ...], at: str = "at"
) -> Select[str, int, datetime, int, str, str, str, str, str]:
    number = table.c.try_no if "try_no" in table.c else _NO_NUMBER
    texts = [table.c[word] for word in words] + [_NO_TEXT] * (5 - len(words))
    kind_of: ColumnClause[str] = literal_column(f"'{kind}'")
    labels = [text.label(f"text_{place}") for place, text in enumerate(texts)]
    return select(kind_of.label("kind"), table.c.seq, table.c[at].label("at"), number.label("number"), *labels).where(
        where
    )


FACTS_OF_ONE = _facts(attempts.c.id == bindparam("attempt"), lambda table: table.c.attempt == bindparam("attempt"))
"""Every fact of the attempt of that id, in the order they came."""

FACTS_OF_NEWEST = _facts(_NEWEST, lambda table: table.c.attempt.in_(select(attempts.c.id).where(_NEWEST)))
"""Every fact of the newest attempts, in the order they came; skip is one less than their number."""

FORM = select(forms.c.fingerprint, forms.c.content).where(forms.c.fingerprint == bindparam("form"))

_SINCE = select(attempts.c.seq).where(attempts.c.id == bindparam("oldest")).scalar_subquery()

FORMS_SINCE = select(forms.c.fingerprint, forms.c.content).where(
    forms.c.fingerprint.in_(select(attempts.c.form).where(attempts.c.seq >= _SINCE))
)
"""The forms of the attempt of the id oldest and of all that came later."""

_ANSWERED_IN = (
    select(responses.c.attempt)
    .join(attempts, attempts.c.id == responses.c.attempt)
    .where(attempts.c.course == bindparam("course"), responses.c.item == bindparam("item"))
)

FACTS_OF_ANSWERED = _facts(attempts.c.id.in_(_ANSWERED_IN), lambda table: table.c.attempt.in_(_ANSWERED_IN))
"""Every fact of the attempts on the version course that answered the item."""

FORMS_OF_COURSE = select(forms.c.fingerprint, forms.c.content).where(forms.c.course == bindparam("course"))
"""Every form that was dealt over a version."""


@dataclass
class Found:
    """What was found of one attempt so far."""

    responses: list[Response] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    preferences: list[Preference] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    regrades: list[Regrade] = field(default_factory=list)

    def record(self, attempt: Attempt, form: Form) -> Record:
        """The record of these facts."""
        return Record(
            attempt=attempt,
            form=form,
            responses=tuple(self.responses),
            passed=tuple(self.passed),
            preferences=tuple(self.preferences),
            questions=tuple(self.questions),
            regrades=tuple(self.regrades),
        )


@lru_cache(maxsize=256)
def regrade_of(content: str) -> Regrade:
    """The correction kept as that text; read once, because every answer on its version meets it again."""
    return Regrade.model_validate_json(content)


class _Reader:
    """Makes facts of rows; equal turns and choices of many patients are one value."""

    def __init__(self) -> None:
        self._turns: dict[tuple[str, int], Turn] = {}
        self._choices: dict[str, Choice] = {}

    def response(self, item: str, try_no: int, *, choice: str, sureness: str, at: datetime) -> Response:
        """The response of a row."""
        turn = self._turns.get((item, try_no))
        if turn is None:
            turn = self._turns[item, try_no] = Turn(item=item, try_no=try_no)
        chosen = self._choices.get(choice)
        if chosen is None:
            chosen = self._choices[choice] = tuple(json.loads(choice))
        return Response(turn=turn, choice=chosen, sureness=_SURENESS[sureness] if sureness else None, at=at)


def gather(rows: Iterable[FactRow]) -> tuple[list[Attempt], defaultdict[str, Found]]:
    """The attempts among the rows, oldest first, and the facts of each by its id."""
    reader = _Reader()
    opened: list[Attempt] = []
    found: defaultdict[str, Found] = defaultdict(Found)
    corrected: defaultdict[str, list[Regrade]] = defaultdict(list)
    for kind, _, at, number, attempt, one, two, three, four in rows:
        match kind:
            case "attempt":
                opened.append(
                    Attempt(id=attempt, course=one, form=two, locale=three, origin=Origin(four), opened_at=at)
                )
            case "response":
                response = reader.response(one, number, choice=two, sureness=three, at=at)
                found[attempt].responses.append(response)
            case "passed":
                found[attempt].passed.append(Passed(place=one, at=at))
            case "preference":
                found[attempt].preferences.append(Preference(name=one, value=two, at=at))
            case "question":
                found[attempt].questions.append(Question(text=one, place=two, at=at))
            case "regrade":
                corrected[attempt].append(regrade_of(one))
    _hand_out(corrected, opened, found)
    return opened, found


def _hand_out(corrected: Mapping[str, list[Regrade]], opened: Iterable[Attempt], found: Mapping[str, Found]) -> None:
    """Give every attempt the corrections of its version."""
    if corrected:
        for each in opened:
            found[each.id].regrades = corrected.get(each.course, [])
