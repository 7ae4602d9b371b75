"""The nurse's work list: where each patient stands, and what may be asked of the list."""

from datetime import date, datetime
from enum import StrEnum

from quiz_app.domain.form import Frozen
from quiz_app.domain.mastery import Outcome, Reason

PAGE = 25


class State(StrEnum):
    """Where a patient stands, from invitation to confirmation; each patient is in exactly one."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    TALK_FIRST = "talk-first"
    READY_TO_CONFIRM = "ready-to-confirm"
    CONFIRMED = "confirmed"


class OpenPoint(Frozen):
    """A point to talk about, as it was concluded when the patient finished."""

    item: str
    objective: str
    reason: Reason


class Finished(Frozen):
    """The patient reached the end: what the app concluded then. Kept once, together with the last step.

    Where answers were marked again since, the list and the figures have the newest outcome and points in it.
    """

    attempt: str
    outcome: Outcome
    points: tuple[OpenPoint, ...]
    at: datetime


class Asked(Frozen):
    """What the list is asked for; search finds the beginning of a code or a part of a label."""

    state: State | None = None
    search: str = ""
    infusion_from: date | None = None
    infusion_to: date | None = None
    locale: str = ""
    course: str = ""
    page: int = 0


class Line(Frozen):
    """One invitation on the list with its attempt, if it was begun.

    look_again: its answers were marked again by a corrected key after a nurse had signed, and the signature stands.
    """

    selector: str
    label: str
    course: str
    locale: str
    infusion_on: date | None
    expires_at: datetime
    revoked_at: datetime | None
    attempt: str | None
    state: State
    answered: int
    questions: int
    points: tuple[OpenPoint, ...]
    last_at: datetime
    look_again: bool = False


class WorkList(Frozen):
    """One page of the list, and how many patients are in each state under the same search and filters."""

    lines: tuple[Line, ...]
    counts: dict[State, int]


class Journey(Frozen):
    """The moments of one patient, for figures about the whole clinic."""

    created_at: datetime
    begun_at: datetime | None
    finished: Finished | None
    confirmed_at: datetime | None
