"""Any patient Hypothesis can think of."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from hypothesis import strategies as st

from quiz_app.domain.attempt import Answering, Origin
from quiz_app.domain.confirmation import (
    MOST_WORDS,
    Barrier,
    Confirmation,
    Conversation,
    Education,
    Interpreter,
    Learner,
    Meaning,
    Method,
    PaperEntry,
    Readiness,
    Standing,
    Support,
    Understanding,
    WayToLearn,
    Withdrawal,
)
from quiz_app.domain.mastery import Outcome, Reason
from quiz_app.domain.regraded import MarkedAgain, Worth
from quiz_app.domain.summary import AttemptSummary, SaidBack, Summary
from tests.export.summaries import confirmed

TEXT = st.text(max_size=280)
NAME = st.text(min_size=1, max_size=80)
TIME = st.datetimes(min_value=datetime(2020, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - zone is given beside it


T = TypeVar("T", bound=StrEnum)


def some(values: type[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """Some of a coded list, at least one."""
    return st.lists(st.sampled_from(list(values)), min_size=1, unique=True).map(tuple)


MARKED_AGAIN = st.builds(
    MarkedAgain,
    item=st.sampled_from(["i0", "clot-one"]),
    objective=TEXT,
    before=st.sampled_from(Worth),
    now=st.sampled_from(Worth),
    outcome_before=st.sampled_from(Outcome),
    outcome_now=st.sampled_from(Outcome),
    signer=NAME,
    reason=TEXT,
    at=TIME,
    answered_at=TIME,
)


@st.composite
def any_attempt(draw: st.DrawFn) -> AttemptSummary:
    """An attempt with points, reasons and questions of any number and length."""
    base = confirmed().attempt
    points = tuple(
        draw(st.sampled_from(base.points)).model_copy(
            update={"item": f"i{number}", "objective": draw(TEXT), "reason": draw(st.none() | st.sampled_from(Reason))}
        )
        for number in range(draw(st.integers(0, 20)))
    )
    change = {
        "points": points,
        "questions": tuple(draw(st.lists(TEXT, max_size=20))),
        "origin": draw(st.sampled_from(Origin)),
        "answering": draw(st.sampled_from(["", *Answering])),
        "finished": draw(st.none() | TIME),
        "marked_again": tuple(draw(st.lists(MARKED_AGAIN, max_size=6))),
    }
    return base.model_copy(update=change)


@st.composite
def any_summary(draw: st.DrawFn) -> Summary:
    """A record of any length, with anything in its free words."""
    attempt = draw(any_attempt())
    talk = Conversation(
        attempt="a1",
        number=1,
        teach_backs=(),
        education=Education(
            learner=draw(st.sampled_from(Learner)),
            readiness=draw(st.sampled_from(Readiness)),
            barriers=draw(some(Barrier)),
            supports=draw(some(Support)),
            ways=draw(some(WayToLearn)),
            methods=draw(some(Method)),
            interpreter=draw(st.sampled_from(Interpreter)),
        ),
        by="s1",
        signer=draw(NAME),
        at=draw(TIME),
    )
    said = tuple(
        SaidBack(
            item=f"i{number}",
            objective=draw(TEXT),
            understanding=draw(st.sampled_from(Understanding)),
            words=draw(st.text(max_size=MOST_WORDS)),
        )
        for number in range(draw(st.integers(0, 20)))
    )
    signed = Confirmation(
        attempt="a1",
        number=1,
        conversation=1,
        digest="0" * 64,
        meaning=Meaning.UNDERSTANDING_CONFIRMED,
        by="s1",
        signer=draw(NAME),
        at=draw(TIME),
    )
    taken_back = Withdrawal(attempt="a1", confirmation=1, reason=draw(TEXT), by="s1", signer=draw(NAME), at=draw(TIME))
    paper = PaperEntry(attempt="a1", by="s1", signer=draw(NAME), at=draw(TIME))
    change = {
        "selector": draw(st.sampled_from(["", "7K2M"])),
        "label": draw(TEXT),
        "title": draw(TEXT),
        "version": draw(TEXT),
        "approved": draw(st.booleans()),
        "attempt": attempt,
        "paper": draw(st.none() | st.just(paper)),
        "conversation": draw(st.none() | st.just(talk)),
        "said_back": said,
        "confirmation": draw(st.none() | st.just(signed)),
        "withdrawal": draw(st.none() | st.just(taken_back)),
        "standing": draw(st.sampled_from(Standing)),
        "refresher": draw(st.none() | st.just(attempt)),
    }
    return confirmed().model_copy(update=change)
