"""Summaries for tests: one realistic patient, and any patient Hypothesis can think of."""

from datetime import timedelta

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Origin, Preference, Question, Record, Sureness
from quiz_app.domain.confirmation import (
    Barrier,
    Care,
    Confirmation,
    Conversation,
    Education,
    Interpreter,
    Learner,
    Meaning,
    Method,
    Readiness,
    Support,
    TeachBack,
    Understanding,
    WayToLearn,
    Withdrawal,
    digest_of,
)
from quiz_app.domain.course import Course
from quiz_app.domain.marking import Choice
from quiz_app.domain.mastery import assess
from quiz_app.domain.progress import replay
from quiz_app.domain.refresher import deal_refresher
from quiz_app.domain.summary import Summary, summarize, summarize_attempt
from tests.builders import MISS, NOON, RIGHT, UNSURE, answered, course, item, pair, record, topic

SORT = item("sort", ask="Who do you call?", options=[], not_sure="Thanks.") | {
    "groups": {"now": "Call 911", "later": "Next visit"},
    "put": [
        {"what": "Chest pain", "into": "now", "why": "It may be a clot."},
        {"what": "A mild headache", "into": "later", "why": "It passes."},
    ],
}
EDUCATION = Education(
    learner=Learner.BOTH,
    readiness=Readiness.WILLING,
    barriers=(Barrier.SIGHT, Barrier.WORRY),
    supports=(Support.LARGE_PRINT,),
    ways=(WayToLearn.TALKING,),
    methods=(Method.TEACH_BACK,),
    interpreter=Interpreter.NOT_NEEDED,
)


def two_topics() -> Course:
    """A course with a critical pair, an ordinary item and one to sort."""
    return course(topic("first", [*pair("clot"), item("plasma")]), topic("second", [SORT]))


def taken(of: Course) -> Record:
    """A finished attempt: the critical point missed and then left at not sure, one thing sorted at not sure."""
    start = record(of, seed=4)
    given: dict[str, list[Choice]] = {"plasma": [RIGHT], "sort": [("a=now", "b=not-sure")]}
    choices: list[Choice] = []
    for name in [each.item for part in start.form.parts for each in part.asked]:
        choices += given.get(name, [MISS, UNSURE])
    done, _ = answered(of, start, choices, sureness=Sureness.VERY)
    facts = {
        "preferences": (Preference(name="answering", value="with-help", at=NOON),),
        "questions": (Question(text="Can my wife stay?", place="end", at=NOON),),
    }
    return done.model_copy(update=facts)


def refreshed(of: Course, done: Record) -> Record:
    """The refresher of that attempt, all right."""
    result = assess(of, done, replay(of, done))
    start = record(of, form=deal_refresher(of, result, of_attempt="a1", seed=5))
    attempt = start.attempt.model_copy(update={"id": "a2", "origin": Origin.REFRESHER})
    return answered(of, start.model_copy(update={"attempt": attempt}), [RIGHT] * 5)[0]


def care_of(done: Record, *, words: str = "Call 911 first.", withdrawn: str = "") -> Care:
    """A talk and a confirmation, and maybe the reason it was withdrawn for."""
    first = next(each.turn.item for each in done.responses if each.turn.item.startswith("clot"))
    back = TeachBack(item=first, understanding=Understanding.CLEAR, words=words)
    talk = Conversation(
        attempt="a1",
        number=1,
        teach_backs=(back,),
        education=EDUCATION,
        by="s1",
        signer="m.okafor",
        at=NOON + timedelta(hours=1),
    )
    signed = Confirmation(
        attempt="a1",
        number=1,
        conversation=1,
        digest=digest_of(done, talk),
        meaning=Meaning.UNDERSTANDING_CONFIRMED,
        by="s1",
        signer="m.okafor",
        at=NOON + timedelta(hours=2),
    )
    back_at = NOON + timedelta(hours=3)
    taken_back = Withdrawal(attempt="a1", confirmation=1, reason=withdrawn, by="s2", signer="j.ruiz", at=back_at)
    return Care(conversations=(talk,), confirmations=(signed,), withdrawals=(taken_back,) if withdrawn else ())


def invitation() -> Invitation:
    """The invitation of that patient."""
    return Invitation(
        selector="7K2M",
        verifier="v",
        link_hash="l",
        course="small",
        created_at=NOON,
        expires_at=NOON + timedelta(days=30),
        label="Chair 4",
        attempt="a1",
    )


def confirmed(*, withdrawn: str = "", words: str = "Call 911 first.") -> Summary:
    """A finished, talked-about and confirmed patient, with a refresher."""
    of = two_topics()
    done = taken(of)
    return summarize(
        of,
        done,
        care_of(done, words=words, withdrawn=withdrawn),
        invitation=invitation(),
        refresher=summarize_attempt(of, refreshed(of, done)),
    )


def bare() -> Summary:
    """A patient who has only opened the course."""
    of = two_topics()
    return summarize(of, record(of), Care(), invitation=None)
