"""What every store promises: in memory, in SQLite and in PostgreSQL."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest

from quiz_app.domain.access import Guesses, Role
from quiz_app.domain.attempt import NotSaved, Origin, Preference, Question, Record, Response, Sureness, Turn
from quiz_app.domain.form import deal
from quiz_app.services.ports import Store
from tests.builders import NOON, course
from tests.storage.samples import (
    COURSE,
    FORM,
    attempt,
    invitation,
    member,
    opened,
    passed,
    response,
    visit,
)


def test_a_course_comes_back_as_it_was_kept(store: Store) -> None:
    store.keep_course(COURSE, COURSE.fingerprint)

    assert store.course(COURSE.fingerprint) == COURSE


def test_keeping_a_course_again_changes_nothing(store: Store) -> None:
    store.keep_course(COURSE, "same")

    store.keep_course(course(asked_per_topic=2), "same")

    assert store.course("same") == COURSE


def test_an_unknown_course_is_none_until_it_is_kept(store: Store) -> None:
    assert store.course(COURSE.fingerprint) is None

    store.keep_course(COURSE, COURSE.fingerprint)

    assert store.course(COURSE.fingerprint) == COURSE


def test_a_new_attempt_has_its_form_and_no_facts(store: Store) -> None:
    made = opened(store)

    assert store.record("one") == Record(attempt=made, form=FORM)


def test_an_unknown_attempt_has_no_record(store: Store) -> None:
    opened(store)

    assert store.record("other") is None


def test_an_invitation_opens_one_attempt_only(store: Store) -> None:
    opened(store, "one")

    second = store.open_attempt(attempt("two"), FORM, invitation("code-one"))

    assert second is False
    assert store.record("two") is None
    assert [each.attempt.id for each in store.records(newest=9)] == ["one"]
    found = store.invitation("code-one")
    assert found
    assert found.attempt == "one"


def test_opening_the_same_attempt_again_changes_nothing(store: Store) -> None:
    made = opened(store, "one")
    store.add_invitation(invitation("other"))

    assert store.open_attempt(made, FORM, invitation("other")) is False
    assert store.invitation("other") == invitation("other")


def test_of_many_who_open_with_one_invitation_one_wins(store: Store) -> None:
    store.keep_course(COURSE, COURSE.fingerprint)
    store.add_invitation(invitation())
    forms = {str(seed): deal(COURSE, seed=seed) for seed in range(8)}
    start = threading.Barrier(8)

    def open_(name: str) -> bool:
        start.wait()
        return store.open_attempt(attempt(name, forms[name]), forms[name], invitation())

    with ThreadPoolExecutor(8) as threads:
        won = dict(zip(forms, threads.map(open_, forms), strict=True))

    found = store.invitation("CODE")
    assert found
    assert [name for name, yes in won.items() if yes] == [found.attempt]
    assert len(store.records(newest=9)) == 1


def test_an_attempt_needs_its_invitation_in_the_store(store: Store) -> None:
    store.keep_course(COURSE, COURSE.fingerprint)

    with pytest.raises(NotSaved):
        store.open_attempt(attempt(), FORM, invitation())

    assert store.record("one") is None


def test_an_attempt_needs_its_course_in_the_store(store: Store) -> None:
    store.add_invitation(invitation())

    with pytest.raises(NotSaved):
        store.open_attempt(attempt(), FORM, invitation())

    assert store.record("one") is None
    assert store.invitation("CODE") == invitation()


def test_a_record_holds_each_kind_of_fact_in_the_order_it_came(store: Store) -> None:
    opened(store)
    later = response("plasma", seconds=5)
    earlier = response("clot-one", seconds=1)
    size = [Preference(name="text-size", value=value, at=NOON) for value in ("22", "18", "28")]
    asked = [Question(text=text, place="welcome", at=NOON) for text in ("Why me?", "Is it safe? ¿Sí? 安")]

    store.add_response("one", later)
    for place in ("welcome", "read/first/signs", "ask"):
        store.add_passed("one", passed(place))
    store.add_response("one", earlier)
    for each in size:
        store.add_preference("one", each)
    for question in asked:
        store.add_question("one", question)

    record = store.record("one")
    assert record
    assert record.responses == (later, earlier)
    assert [each.place for each in record.passed] == ["welcome", "read/first/signs", "ask"]
    assert record.preferences == tuple(size)
    assert record.preference("text-size") == "28"
    assert record.questions == tuple(asked)


def test_the_very_same_question_is_kept_once(store: Store) -> None:
    opened(store)
    question = Question(text="Why?", place="welcome", at=NOON)

    assert [store.add_question("one", question) for _ in range(2)] == [True, False]

    record = store.record("one")
    assert record
    assert record.questions == (question,)


def test_a_response_comes_back_exactly(store: Store) -> None:
    opened(store)
    kept = Response(
        turn=Turn(item="plasma", try_no=3),
        choice=("a=home", "b=not-sure", "c=é \"'"),
        sureness=Sureness.NOT_VERY,
        at=datetime(2026, 11, 22, 12, 0, 0, 1, tzinfo=UTC),
    )

    store.add_response("one", kept)

    record = store.record("one")
    assert record
    assert record.responses == (kept,)
    assert isinstance(record.responses[0].sureness, Sureness)


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 11, 22, 12, 0, 0, 0, tzinfo=UTC),
        datetime(2026, 11, 22, 12, 0, 0, 999_999, tzinfo=UTC),
        datetime(2026, 11, 1, 1, 30, 0, 5, tzinfo=timezone(timedelta(hours=-5))),
        datetime(1999, 12, 31, 23, 59, 59, 120_000, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    ],
)
def test_times_come_back_to_the_microsecond_with_their_zone(store: Store, at: datetime) -> None:
    opened(store)

    store.add_passed("one", passed().model_copy(update={"at": at}))

    record = store.record("one")
    assert record
    assert record.passed[0].at == at
    assert record.passed[0].at.utcoffset() is not None


def test_a_turn_keeps_its_first_response(store: Store) -> None:
    opened(store)
    first, second = response(choice="a"), response(choice="b", seconds=1)

    assert store.add_response("one", first) is True
    assert store.add_response("one", second) is False

    record = store.record("one")
    assert record
    assert record.responses == (first,)


def test_the_next_try_of_an_item_is_another_turn(store: Store) -> None:
    opened(store)

    assert store.add_response("one", response(try_no=1))
    assert store.add_response("one", response(try_no=2))


def test_of_many_responses_to_one_turn_at_once_one_is_kept(store: Store) -> None:
    opened(store)
    start = threading.Barrier(8)

    def answer(choice: str) -> bool:
        start.wait()
        return store.add_response("one", response(choice=choice))

    with ThreadPoolExecutor(8) as threads:
        kept = list(threads.map(answer, "abcdefgh"))

    record = store.record("one")
    assert record
    assert sum(kept) == 1
    assert record.responses == (response(choice="abcdefgh"[kept.index(True)]),)


def test_going_on_is_kept_once(store: Store) -> None:
    opened(store)

    assert store.add_passed("one", passed()) is True
    assert store.add_passed("one", passed()) is False

    record = store.record("one")
    assert record
    assert record.passed == (passed(),)


def test_a_fact_of_an_unknown_attempt_is_not_saved(store: Store) -> None:
    opened(store)

    with pytest.raises(NotSaved):
        store.add_response("nobody", response())
    with pytest.raises(NotSaved):
        store.add_passed("nobody", passed())
    with pytest.raises(NotSaved):
        store.add_preference("nobody", Preference(name="text-size", value="22", at=NOON))
    with pytest.raises(NotSaved):
        store.add_question("nobody", Question(text="?", place="welcome", at=NOON))


def test_facts_of_two_attempts_stay_apart(store: Store) -> None:
    opened(store, "one")
    opened(store, "two")

    store.add_response("one", response())
    store.add_passed("two", passed())

    one, two = store.record("one"), store.record("two")
    assert one
    assert two
    assert (one.responses, one.passed) == ((response(),), ())
    assert (two.responses, two.passed) == ((), (passed(),))


def test_records_are_the_newest_first_with_all_their_facts(store: Store) -> None:
    forms = [deal(COURSE, seed=seed) for seed in range(4)]
    for number, form in enumerate(forms):
        opened(store, f"n{number}", form=form)
        store.add_response(f"n{number}", response(seconds=number))
        store.add_question(f"n{number}", Question(text=f"{number}?", place="welcome", at=NOON))

    found = store.records(newest=3)

    assert [each.attempt.id for each in found] == ["n3", "n2", "n1"]
    assert list(found) == [store.record("n3"), store.record("n2"), store.record("n1")]
    assert len(store.records(newest=99)) == 4
    assert list(store.records(newest=0)) == []


def test_records_are_complete_while_attempts_are_being_opened(store: Store) -> None:
    opened(store, "first")
    forms = [deal(COURSE, seed=seed) for seed in range(40)]
    opening = threading.Thread(target=lambda: [opened(store, f"n{n}", form=form) for n, form in enumerate(forms)])

    opening.start()
    seen = [1]
    while opening.is_alive():
        seen.append(len(store.records(newest=3)))
    opening.join()

    assert seen == sorted(seen)
    assert len(store.records(newest=99)) == 41


def test_no_attempts_make_no_records(store: Store) -> None:
    assert list(store.records(newest=5)) == []


def test_simulated_attempts_are_not_real(store: Store) -> None:
    assert store.has_real_attempts() is False

    opened(store, "pretend", origin=Origin.SIMULATED)
    assert store.has_real_attempts() is False

    opened(store, "real", origin=Origin.INVITED)
    assert store.has_real_attempts() is True


def test_an_invitation_is_found_by_selector_link_and_attempt(store: Store) -> None:
    made = invitation(label="Monday, bed 3")
    store.add_invitation(made)
    store.keep_course(COURSE, COURSE.fingerprint)
    store.open_attempt(attempt("one"), FORM, made)
    used = made.model_copy(update={"attempt": "one"})

    assert store.invitation("CODE") == used
    assert store.invitation_by_link("link-CODE") == used
    assert store.invitations_of(["one", "two"]) == {"one": used}
    assert store.invitations_of([]) == {}
    assert store.invitation("other") is None
    assert store.invitation_by_link("other") is None


def test_a_selector_is_taken_once(store: Store) -> None:
    assert store.add_invitation(invitation(label="first")) is True

    assert store.add_invitation(invitation(label="second", link_hash="other")) is False

    assert store.invitation("CODE") == invitation(label="first")


def test_an_invitation_is_taken_back_at_the_first_time(store: Store) -> None:
    store.add_invitation(invitation())

    store.revoke_invitation("CODE", NOON)
    store.revoke_invitation("CODE", NOON + timedelta(days=1))

    assert store.invitation("CODE") == invitation(revoked_at=NOON)


def test_an_account_is_found_by_id_login_and_setup_link(store: Store) -> None:
    ann, ben = member("ann"), member("ben", setup_hash="link", password_hash="", role=Role.ADMINISTRATOR)
    store.add_staff(ann)
    store.add_staff(ben)

    assert store.staff("id-ann") == ann
    assert store.staff_by_login("ben") == ben
    assert store.staff_by_setup("link") == ben
    assert list(store.all_staff()) == [ann, ben]
    assert store.staff_count() == 2


def test_an_account_without_a_link_is_not_found_by_an_empty_one(store: Store) -> None:
    store.add_staff(member("ann"))

    assert store.staff_by_setup("") is None
    assert store.staff("nobody") is None
    assert store.staff_by_login("nobody") is None


def test_a_login_is_taken_once(store: Store) -> None:
    assert store.add_staff(member("ann")) is True

    assert store.add_staff(member("ann", id="another")) is False

    assert store.staff_count() == 1


def test_a_password_is_set_once(store: Store) -> None:
    store.add_staff(member("ann", password_hash="", setup_hash="link"))

    assert store.set_password("id-ann", "first") is True
    assert store.set_password("id-ann", "second") is False
    assert store.set_password("nobody", "first") is False

    assert store.staff("id-ann") == member("ann", password_hash="first", setup_hash="link")


def test_a_closed_account_ends_its_visits_and_no_others(store: Store) -> None:
    store.add_staff(member("ann"))
    store.add_visit(visit("hers", subject="id-ann"))
    store.add_visit(visit("other", subject="id-ben"))

    store.disable_staff("id-ann", NOON)
    store.disable_staff("id-ann", NOON + timedelta(days=1))

    assert store.staff("id-ann") == member("ann", disabled_at=NOON)
    assert store.visit("hers") == visit("hers").model_copy(update={"ended_at": NOON})
    assert store.visit("other") == visit("other", subject="id-ben")


def test_a_visit_is_seen_and_ended_at_the_first_time(store: Store) -> None:
    store.add_visit(visit())
    later = NOON + timedelta(minutes=3)

    store.touch_visit("cookie", later)
    store.touch_visit("cookie", NOON + timedelta(minutes=1))
    store.end_visit("cookie", later)
    store.end_visit("cookie", later + timedelta(hours=1))

    assert store.visit("cookie") == visit().model_copy(update={"seen_at": later, "ended_at": later})
    assert store.visit("other") is None


def test_a_visit_is_kept_once(store: Store) -> None:
    store.add_visit(visit())

    with pytest.raises(NotSaved):
        store.add_visit(visit(subject="somebody else"))

    assert store.visit("cookie") == visit()


def test_guesses_are_replaced_and_forgotten(store: Store) -> None:
    assert store.guesses("code/X") is None

    store.keep_guesses(Guesses(subject="code/X", failed=1, next_at=NOON))
    store.keep_guesses(Guesses(subject="code/X", failed=6, next_at=NOON + timedelta(seconds=30)))
    store.keep_guesses(Guesses(subject="code/Y", failed=2, next_at=NOON))
    store.forget_guesses("code/Y")

    assert store.guesses("code/X") == Guesses(subject="code/X", failed=6, next_at=NOON + timedelta(seconds=30))
    assert store.guesses("code/Y") is None


def test_a_store_that_can_be_written_passes_its_check_again_and_again(store: Store) -> None:
    store.check()
    store.check()
