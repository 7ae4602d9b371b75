"""What every store promises about the work list and the journeys: the same answers, however they are worked out."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import event

from quiz_app.domain.attempt import Question
from quiz_app.domain.board import PAGE, Asked, Finished, Journey, Line, OpenPoint, State, WorkList
from quiz_app.domain.mastery import Outcome, Reason
from quiz_app.services.ports import Store
from quiz_app.storage.engines import open_engine
from quiz_app.storage.memory import MemoryStore
from quiz_app.storage.store import SqlStore
from tests.builders import NOON
from tests.storage.samples import (
    COURSE,
    FORM,
    attempt,
    confirmation,
    conversation,
    finished,
    invitation,
    opened,
    passed,
    response,
    withdrawal,
)

NOBODY = dict.fromkeys(State, 0)


def states(store: Store) -> dict[str, State]:
    """Where each patient on the list stands, by selector."""
    return {line.selector: line.state for line in store.work_list(Asked(), now=NOON).lines}


def selectors(store: Store, asked: Asked) -> list[str]:
    """Who is on the list that is asked for."""
    return [line.selector for line in store.work_list(asked, now=NOON).lines]


def ended(
    store: Store,
    name: str = "one",
    outcome: Outcome = Outcome.READY_TO_CONFIRM,
    *,
    infusion_on: date | None = None,
    revoked_at: datetime | None = None,
) -> None:
    """A patient of that name who reached the end."""
    opened(store, name, infusion_on=infusion_on, revoked_at=revoked_at)
    store.add_response(name, response())
    store.add_passed(name, passed("end"), finished(name, outcome))


def signed(
    store: Store, name: str = "one", *, infusion_on: date | None = None, revoked_at: datetime | None = None
) -> None:
    """A patient of that name whose understanding was confirmed a minute past noon."""
    ended(store, name, infusion_on=infusion_on, revoked_at=revoked_at)
    store.add_conversation(conversation(name))
    store.add_confirmation(confirmation(name, at=NOON + timedelta(minutes=1)))


def test_an_empty_clinic_has_an_empty_list(store: Store) -> None:
    assert store.work_list(Asked(), now=NOON) == WorkList(lines=(), counts=NOBODY)
    assert list(store.journeys(since=NOON)) == []


def test_each_patient_is_in_one_state(store: Store) -> None:
    store.add_invitation(invitation("code-invited"))
    opened(store, "opened")
    opened(store, "begun")
    store.add_passed("begun", passed())
    ended(store, "talk", Outcome.TALK_FIRST)
    ended(store, "ready")
    signed(store, "signed")

    assert states(store) == {
        "code-invited": State.NOT_STARTED,
        "code-opened": State.NOT_STARTED,
        "code-begun": State.IN_PROGRESS,
        "code-talk": State.TALK_FIRST,
        "code-ready": State.READY_TO_CONFIRM,
        "code-signed": State.CONFIRMED,
    }
    assert store.work_list(Asked(), now=NOON).counts == {
        State.NOT_STARTED: 2,
        State.IN_PROGRESS: 1,
        State.TALK_FIRST: 1,
        State.READY_TO_CONFIRM: 1,
        State.CONFIRMED: 1,
    }


def test_a_talk_alone_confirms_nothing(store: Store) -> None:
    ended(store, "one", Outcome.TALK_FIRST)

    store.add_conversation(conversation())

    assert states(store) == {"code-one": State.TALK_FIRST}


def test_a_confirmation_that_was_taken_back_counts_no_more(store: Store) -> None:
    signed(store)

    store.add_withdrawal(withdrawal())

    assert states(store) == {"code-one": State.READY_TO_CONFIRM}
    assert store.journeys(since=NOON)[0].confirmed_at is None


def test_a_later_talk_undoes_a_confirmation_until_it_is_signed_too(store: Store) -> None:
    signed(store)

    store.add_conversation(conversation(number=2))
    assert states(store) == {"code-one": State.READY_TO_CONFIRM}

    store.add_confirmation(confirmation(number=2, talk=2))
    assert states(store) == {"code-one": State.CONFIRMED}


def test_only_the_newest_confirmation_counts(store: Store) -> None:
    signed(store)
    store.add_conversation(conversation(number=2))
    store.add_confirmation(confirmation(number=2, talk=2))

    store.add_withdrawal(withdrawal(number=1))
    assert states(store) == {"code-one": State.CONFIRMED}

    store.add_withdrawal(withdrawal(number=2))
    assert states(store) == {"code-one": State.READY_TO_CONFIRM}


def test_a_later_answer_undoes_a_confirmation(store: Store) -> None:
    signed(store)
    store.add_response("one", response("plasma", seconds=60))
    assert states(store) == {"code-one": State.CONFIRMED}

    store.add_response("one", response("clot-one", try_no=2, seconds=61))
    assert states(store) == {"code-one": State.READY_TO_CONFIRM}


def test_a_line_tells_what_a_nurse_needs_first(store: Store) -> None:
    opened(store, "one", label="Bed 3", infusion_on=date(2026, 12, 1), locale="es")
    store.add_response("one", response("clot-one", seconds=1))
    store.add_response("one", response("clot-one", try_no=2, seconds=2))
    store.add_response("one", response("plasma", seconds=3))
    for text in ("Why me?", "Is it safe?"):
        store.add_question("one", Question(text=text, place="welcome", at=NOON + timedelta(hours=1)))
    store.add_passed("one", passed("end"), finished("one", Outcome.TALK_FIRST))

    assert store.work_list(Asked(), now=NOON).lines == (
        Line(
            selector="code-one",
            label="Bed 3",
            course="small",
            locale="es",
            infusion_on=date(2026, 12, 1),
            expires_at=NOON + timedelta(days=30),
            revoked_at=None,
            attempt="one",
            state=State.TALK_FIRST,
            answered=2,
            questions=2,
            points=(OpenPoint(item="clot-one", objective="spot-clot", reason=Reason.MISSED_TWICE),),
            last_at=NOON + timedelta(seconds=3),
        ),
    )


def test_who_has_not_begun_was_last_heard_of_when_invited_or_when_the_code_was_used(store: Store) -> None:
    store.add_invitation(invitation("invited", created_at=NOON - timedelta(days=1)))
    opened(store, "one", created_at=NOON - timedelta(days=1))

    lines = store.work_list(Asked(), now=NOON).lines

    assert {line.selector: line.last_at for line in lines} == {"invited": NOON - timedelta(days=1), "code-one": NOON}


def test_codes_that_let_nobody_in_are_left_out_unless_their_patient_began(store: Store) -> None:
    store.add_invitation(invitation("expired", expires_at=NOON))
    store.add_invitation(invitation("usable", expires_at=NOON + timedelta(microseconds=1)))
    store.add_invitation(invitation("revoked", revoked_at=NOON))
    opened(store, "opened", expires_at=NOON)
    opened(store, "begun", expires_at=NOON)
    store.add_passed("begun", passed())
    signed(store, "signed", revoked_at=NOON)

    found = store.work_list(Asked(), now=NOON)

    assert [line.selector for line in found.lines] == ["code-begun", "usable", "code-signed"]
    assert found.counts == {**NOBODY, State.NOT_STARTED: 1, State.IN_PROGRESS: 1, State.CONFIRMED: 1}


def test_the_next_infusion_comes_first_then_the_most_urgent_then_the_code(store: Store) -> None:
    signed(store, "a")
    ended(store, "c", Outcome.TALK_FIRST)
    ended(store, "b", Outcome.TALK_FIRST)
    ended(store, "B", Outcome.TALK_FIRST)
    store.add_invitation(invitation("fresh"))
    opened(store, "begun")
    store.add_passed("begun", passed())
    ended(store, "ready")
    store.add_invitation(invitation("late", infusion_on=date(2026, 12, 2)))
    signed(store, "soon", infusion_on=date(2026, 12, 1))

    assert selectors(store, Asked()) == [
        "code-soon",
        "late",
        "code-B",
        "code-b",
        "code-c",
        "code-ready",
        "code-begun",
        "fresh",
        "code-a",
    ]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["AB12", "AC34", "BD56"]),
        ("a", ["AB12", "AC34", "BD56"]),
        ("ab", ["AB12"]),
        (" Ac3 ", ["AC34"]),
        ("b1", []),
        ("bett 3", ["AC34"]),
        ("ÄRZTIN", ["BD56"]),
        ("100%", ["AC34"]),
        ("%", ["AC34"]),
        ("_", ["AB12"]),
        ("\\", ["BD56"]),
        ("/", ["BD56"]),
        ("zero\0 bytes", []),
        ("'; DROP TABLE invitations; --", []),
    ],
)
def test_a_search_finds_the_beginning_of_a_code_or_a_part_of_a_label(
    store: Store, search: str, found: list[str]
) -> None:
    store.add_invitation(invitation("AB12", label="a_b"))
    store.add_invitation(invitation("AC34", label="Bett 3, 100%"))
    store.add_invitation(invitation("BD56", label="ärztin \\ A/B"))

    assert selectors(store, Asked(search=search)) == found


def test_the_list_is_narrowed_by_day_language_and_state_and_counts_ignore_the_state(store: Store) -> None:
    for day in (1, 2, 3):
        store.add_invitation(
            invitation(f"day-{day}", infusion_on=date(2026, 12, day), locale="es" if day > 1 else "en")
        )
    store.add_invitation(invitation("no-day", locale="es"))
    ended(store, "ready", infusion_on=date(2026, 12, 2))

    december = Asked(infusion_from=date(2026, 12, 2), infusion_to=date(2026, 12, 2))
    found = store.work_list(december.model_copy(update={"state": State.NOT_STARTED}), now=NOON)
    assert [line.selector for line in found.lines] == ["day-2"]
    assert found.counts == {**NOBODY, State.NOT_STARTED: 1, State.READY_TO_CONFIRM: 1}
    assert selectors(store, Asked(infusion_to=date(2026, 12, 1))) == ["day-1"]
    assert selectors(store, Asked(infusion_from=date(2026, 12, 3))) == ["day-3"]
    assert selectors(store, Asked(locale="es")) == ["day-2", "day-3", "no-day"]


def test_the_list_is_read_page_by_page(store: Store) -> None:
    names = [f"n{number:02}" for number in range(PAGE + 2)]
    for name in names:
        store.add_invitation(invitation(name))

    assert selectors(store, Asked()) == names[:PAGE]
    assert selectors(store, Asked(page=1)) == names[PAGE:]
    assert selectors(store, Asked(page=2)) == []
    assert selectors(store, Asked(page=10**30)) == []
    assert selectors(store, Asked(page=-1)) == names[:PAGE]
    assert store.work_list(Asked(page=9), now=NOON).counts == {**NOBODY, State.NOT_STARTED: PAGE + 2}


def test_journeys_hold_the_moments_of_everybody_invited_since_then(store: Store) -> None:
    before, later = NOON - timedelta(days=8), NOON + timedelta(hours=1)
    store.add_invitation(invitation("before", created_at=before))
    store.add_invitation(invitation("revoked", created_at=later, revoked_at=later))
    signed(store, "one")
    store.add_passed("one", passed("first").model_copy(update={"at": NOON - timedelta(minutes=5)}))

    assert list(store.journeys(since=NOON)) == [
        Journey(
            created_at=NOON,
            begun_at=NOON - timedelta(minutes=5),
            finished=Finished(attempt="one", outcome=Outcome.READY_TO_CONFIRM, points=(), at=NOON),
            confirmed_at=NOON + timedelta(minutes=1),
        ),
        Journey(created_at=later, begun_at=None, finished=None, confirmed_at=None),
    ]
    assert len(store.journeys(since=before)) == 3


LABELS = ("", "Bett 3", "100% Ärztin", "a_b", "Straße\\4", "İstanbul", "monday bed")
SEARCHES = ("", "", "", "K", "kq", "k%", "_", "%", "\\", "ÄRZ", "strasse", "bed", "3", "i", "100%", "a_", "\0")


def fill(random: Random, *stores: Store) -> None:
    """The same clinic at random in every store."""
    for store in stores:
        store.keep_course(COURSE, COURSE.fingerprint)
    for number in range(60):
        code = "".join(random.choice("KQ7") for _ in range(3)) + f"{number:02}"
        ticket = invitation(
            code,
            label=random.choice(LABELS),
            locale=random.choice(("en", "es")),
            infusion_on=random.choice((None, date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 24))),
            expires_at=NOON + timedelta(days=random.choice((-1, 1))),
            revoked_at=random.choice((None, None, None, NOON)),
        )
        acts = acts_of(random, f"attempt-{number}")
        for store in stores:
            store.add_invitation(ticket)
            if acts:
                store.open_attempt(attempt(f"attempt-{number}"), FORM, ticket)
            for act in acts[1:]:
                act(store)


def acts_of(random: Random, name: str) -> list[Callable[[Store], object]]:
    """What happens in one attempt: nothing, opening it, or more."""
    steps: list[Callable[[Store], object]] = [
        lambda store: None,
        lambda store: store.add_passed(name, passed("welcome")),
        lambda store: store.add_response(name, answer),
        lambda store: store.add_passed(name, passed("end"), end),
        lambda store: store.add_conversation(conversation(name)),
        lambda store: store.add_confirmation(confirmation(name, at=NOON + timedelta(seconds=5))),
    ]
    undone: list[Callable[[Store], object]] = [
        lambda store: store.add_withdrawal(withdrawal(name)),
        lambda store: store.add_response(name, late),
        lambda store: store.add_conversation(conversation(name, 2)),
        lambda store: store.add_question(name, Question(text="Why?", place="end", at=NOON)),
    ]
    answer, late = response(seconds=random.random()), response("plasma", seconds=random.choice((1, 9)))
    end = finished(name, random.choice((Outcome.TALK_FIRST, Outcome.READY_TO_CONFIRM)))
    acts = steps[: random.randrange(len(steps) + 1)]
    return acts + random.sample(undone, k=random.randrange(3)) if len(acts) == len(steps) else acts


def anything(random: Random) -> Asked:
    """A list that somebody may ask for."""
    days = (None, None, date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31))
    return Asked(
        state=random.choice((None, *State)),
        search=random.choice(SEARCHES),
        infusion_from=random.choice(days),
        infusion_to=random.choice(days),
        locale=random.choice(("", "", "en", "es", "fr")),
        page=random.choice((0, 0, 0, 1, 2)),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_the_database_and_memory_give_the_same_lists(
    url: str, open_store: Callable[[str], SqlStore], seed: int
) -> None:
    random, memory, database = Random(seed), MemoryStore(), open_store(url)  # noqa: S311 - a clinic at random
    fill(random, memory, database)

    found = 0
    for _ in range(200):
        asked = anything(random)
        expected = memory.work_list(asked, now=NOON)
        assert database.work_list(asked, now=NOON) == expected, asked
        found += len(expected.lines)

    assert found > 100
    assert list(database.journeys(since=NOON)) == list(memory.journeys(since=NOON))
    assert set(memory.work_list(Asked(), now=NOON).counts.values()).isdisjoint({0})


def test_a_work_list_takes_two_queries_and_journeys_one(url: str) -> None:
    engine = open_engine(url)
    store = SqlStore(engine)
    for number in range(30):
        signed(store, f"n{number}")
    said: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: said.append(told[2]))

    store.work_list(Asked(search="code"), now=NOON)
    store.journeys(since=NOON)

    assert len(said) == 3
    store.close()


def test_the_list_can_be_asked_for_one_course(store: Store) -> None:
    store.add_invitation(invitation("code-one", course="small"))
    store.add_invitation(invitation("code-two", course="other"))

    found = store.work_list(Asked(course="other"), now=NOON)

    assert [(line.selector, line.course) for line in found.lines] == [("code-two", "other")]
    assert found.counts[State.NOT_STARTED] == 1
    assert selectors(store, Asked()) == ["code-one", "code-two"]
    assert selectors(store, Asked(course="third")) == []
