"""What every store promises about what staff recorded: facts that are only added, and drafts that come and go."""

import hashlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest

from quiz_app.domain.access import AuditFact, Draft
from quiz_app.domain.attempt import NotSaved, Passed, Preference, Record, Response
from quiz_app.domain.confirmation import Care
from quiz_app.services.ports import Store
from tests.builders import NOON
from tests.storage.samples import (
    confirmation,
    conversation,
    finished,
    invitation,
    opened,
    paper,
    passed,
    refresher,
    response,
    visit,
    withdrawal,
)

TOGETHER = 8


def at_once(*works: Callable[[], bool]) -> list[bool]:
    """What each says when all begin at the same moment."""
    start = threading.Barrier(len(works))

    def run(work: Callable[[], bool]) -> bool:
        start.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))


def test_an_attempt_that_nobody_recorded_about_has_no_care(store: Store) -> None:
    opened(store)

    assert store.care("one") == Care()
    assert store.care("nobody") == Care()


def test_care_comes_back_exactly_and_in_order(store: Store) -> None:
    opened(store)
    talks = (conversation(words='é "安"\n'), conversation(number=2, at=NOON + timedelta(days=1)))
    signed = (confirmation(), confirmation(number=2, talk=2))
    for talk in talks:
        assert store.add_conversation(talk)
    for each in signed:
        assert store.add_confirmation(each)
    assert store.add_withdrawal(withdrawal(number=2))
    assert store.add_withdrawal(withdrawal(number=1, reason="It was me"))

    taken_back = (withdrawal(number=2), withdrawal(number=1, reason="It was me"))
    assert store.care("one") == Care(conversations=talks, confirmations=signed, withdrawals=taken_back)


def test_care_of_two_attempts_stays_apart(store: Store) -> None:
    opened(store, "one")
    opened(store, "two")

    store.add_conversation(conversation("one"))
    store.add_conversation(conversation("two", words="two"))

    assert store.care("one") == Care(conversations=(conversation("one"),))
    assert store.care("two") == Care(conversations=(conversation("two", words="two"),))


def test_a_number_is_taken_once_and_the_first_stays(store: Store) -> None:
    opened(store)

    assert store.add_conversation(conversation(words="first"))
    assert not store.add_conversation(conversation(words="second"))
    assert store.add_confirmation(confirmation())
    assert not store.add_confirmation(confirmation(at=NOON + timedelta(hours=1)))
    assert store.add_withdrawal(withdrawal(reason="first"))
    assert not store.add_withdrawal(withdrawal(reason="second"))

    assert store.care("one") == Care(
        conversations=(conversation(words="first"),),
        confirmations=(confirmation(),),
        withdrawals=(withdrawal(reason="first"),),
    )


def test_of_two_who_record_the_same_talk_at_once_one_wins(store: Store) -> None:
    opened(store)

    won = at_once(*(partial(store.add_conversation, conversation(words=name)) for name in "ab"))

    assert sorted(won) == [False, True]
    assert store.care("one").conversations == (conversation(words="ab"[won.index(True)]),)


def test_of_many_who_sign_at_once_one_wins(store: Store) -> None:
    opened(store)
    store.add_conversation(conversation())

    won = at_once(*(partial(store.add_confirmation, confirmation()) for _ in range(TOGETHER)))

    assert won.count(True) == 1
    assert len(store.care("one").confirmations) == 1


def test_staff_cannot_record_about_what_is_not_kept(store: Store) -> None:
    opened(store)

    with pytest.raises(NotSaved):
        store.add_conversation(conversation("nobody"))
    with pytest.raises(NotSaved):
        store.add_confirmation(confirmation("nobody"))
    with pytest.raises(NotSaved):
        store.add_confirmation(confirmation("one", talk=7))
    with pytest.raises(NotSaved):
        store.add_withdrawal(withdrawal("one", 7))
    with pytest.raises(NotSaved):
        store.keep_draft(Draft(attempt="nobody", by="id-ann", content="{}", at=NOON))

    assert store.care("one") == Care()


def test_a_draft_is_replaced_and_dropped_for_its_writer_only(store: Store) -> None:
    opened(store)
    first, second = (Draft(attempt="one", by="id-ann", content=content, at=NOON) for content in ("{}", '{"a": "é"}'))
    other = Draft(attempt="one", by="id-ben", content="ben", at=NOON)

    assert store.draft("one", "id-ann") is None
    for draft in (first, other, second):
        store.keep_draft(draft)
    assert store.draft("one", "id-ann") == second

    store.drop_draft("one", "id-ann")
    store.drop_draft("one", "id-ann")
    assert store.draft("one", "id-ann") is None
    assert store.draft("one", "id-ben") == other


def sheet(store: Store, name: str = "one", *answers: Response) -> bool:
    """Keep a paper sheet with those answers."""
    return store.add_paper(
        paper(name),
        responses=answers,
        passed=(passed("welcome"), passed("ask")),
        preferences=(Preference(name="answering", value="with-help", at=NOON),),
        finished=finished(name),
    )


def test_a_paper_sheet_is_kept_whole(store: Store) -> None:
    made = opened(store)
    answers = (response("clot-one"), response("plasma"))

    assert sheet(store, "one", *answers)

    record = store.record("one")
    assert record
    assert record == Record(
        attempt=made,
        form=record.form,
        responses=answers,
        passed=(passed("welcome"), passed("ask")),
        preferences=(Preference(name="answering", value="with-help", at=NOON),),
    )
    assert store.care("one") == Care(papers=(paper(),))


def test_a_paper_sheet_is_not_kept_over_answers(store: Store) -> None:
    opened(store)
    store.add_response("one", response("plasma", choice="b"))

    assert not sheet(store, "one", response("clot-one"), response("plasma"))

    record = store.record("one")
    assert record
    assert record.responses == (response("plasma", choice="b"),)
    assert record.passed == ()
    assert store.care("one") == Care()


def test_a_paper_sheet_of_an_unknown_attempt_is_not_saved(store: Store) -> None:
    opened(store)

    with pytest.raises(NotSaved):
        sheet(store, "nobody", response("clot-one"))


def test_of_many_who_type_one_sheet_in_at_once_one_wins(store: Store) -> None:
    opened(store)
    items = [f"item-{number}" for number in range(TOGETHER)]

    won = at_once(*(partial(sheet, store, "one", response(item)) for item in items))

    record = store.record("one")
    assert record
    assert won.count(True) == 1
    assert record.responses == (response(items[won.index(True)]),)
    assert store.care("one").papers == (paper(),)


def test_an_attempt_has_one_refresher(store: Store) -> None:
    opened(store)
    assert store.refresher_of("one") is None
    attempt_, form = refresher("one", name="again")

    assert store.open_refresher(attempt_, form)
    assert not store.open_refresher(*refresher("one", name="once-more"))

    assert store.refresher_of("one") == "again"
    assert store.record("again") == Record(attempt=attempt_, form=form)
    assert store.record("once-more") is None


def test_a_refresher_of_an_unknown_attempt_is_not_saved(store: Store) -> None:
    opened(store)

    with pytest.raises(NotSaved):
        store.open_refresher(*refresher("nobody"))

    assert store.record("again") is None


def test_of_many_who_begin_a_refresher_at_once_one_wins(store: Store) -> None:
    opened(store)
    names = [f"again-{number}" for number in range(TOGETHER)]

    won = at_once(*(partial(store.open_refresher, *refresher("one", name=name)) for name in names))

    assert won.count(True) == 1
    assert store.refresher_of("one") == names[won.index(True)]
    assert len(store.records(newest=99)) == 2


def test_the_first_conclusion_stays_and_one_that_is_missing_is_kept_later(store: Store) -> None:
    opened(store, "one")
    opened(store, "two")

    assert store.add_passed("one", Passed(place="end", at=NOON), finished("one"))
    assert not store.add_passed("one", Passed(place="end", at=NOON), finished("one", at=NOON + timedelta(days=1)))
    assert store.add_passed("two", Passed(place="end", at=NOON))
    assert not store.add_passed("two", Passed(place="end", at=NOON), finished("two"))

    ends = [journey.finished for journey in store.journeys(since=NOON)]
    assert ends == [finished("one"), finished("two")]


def test_a_renewed_invitation_lets_in_by_its_new_code_only(store: Store) -> None:
    store.add_invitation(invitation(label="Bed 3"))
    store.revoke_invitation("CODE", NOON)
    later = NOON + timedelta(days=60)

    store.renew_invitation("CODE", verifier="new", link_hash="new-link", expires_at=later)

    renewed = invitation(label="Bed 3", verifier="new", link_hash="new-link", expires_at=later)
    assert store.invitation("CODE") == renewed
    assert store.invitation_by_link("new-link") == renewed
    assert store.invitation_by_link("link-CODE") is None


def test_only_a_known_invitation_is_renewed_and_only_with_a_link_of_its_own(store: Store) -> None:
    store.add_invitation(invitation())
    store.add_invitation(invitation("OTHER"))

    with pytest.raises(NotSaved):
        store.renew_invitation("nobody", verifier="new", link_hash="new-link", expires_at=NOON)
    with pytest.raises(NotSaved):
        store.renew_invitation("CODE", verifier="new", link_hash="link-OTHER", expires_at=NOON)

    assert store.invitation("CODE") == invitation()


def test_a_visit_keeps_who_handed_the_device_over_and_when_a_password_was_typed(store: Store) -> None:
    handed = visit("patient").model_copy(update={"handed_by": "id-ann", "pin_hash": "sealed"})
    store.add_visit(handed)
    store.add_visit(visit("staff"))
    later = NOON + timedelta(minutes=4)

    store.note_password("staff", later)

    assert store.visit("patient") == handed
    assert store.visit("staff") == visit("staff").model_copy(update={"reauthenticated_at": later})


def test_a_visit_that_ended_takes_no_password(store: Store) -> None:
    store.add_visit(visit("staff"))
    store.end_visit("staff", NOON)

    store.note_password("staff", NOON)

    assert store.visit("staff") == visit("staff").model_copy(update={"ended_at": NOON})


def fact(action: str = "did") -> AuditFact:
    """A fact of the audit trail."""
    return AuditFact(at=NOON, actor="id-ann", action=action, subject="CODE")


def test_each_audit_fact_is_sealed_over_the_seal_before_it(store: Store) -> None:
    for action in ("invite", "confirm", "export"):
        store.add_audit(fact(action), lambda text: text.replace("\x1f", "|"))

    links = store.audit_chain(after=0, most=9)

    told = [f"2026-11-22T12:00:00.000000+00:00|id-ann|{action}|CODE" for action in ("invite", "confirm", "export")]
    assert [link.fact for link in links] == [fact("invite"), fact("confirm"), fact("export")]
    assert [link.seal for link in links] == [told[0], told[0] + told[1], told[0] + told[1] + told[2]]


def test_the_audit_chain_is_read_page_by_page(store: Store) -> None:
    for number in range(5):
        store.add_audit(fact(f"did-{number}"), str.upper)

    first = store.audit_chain(after=0, most=2)
    second = store.audit_chain(after=first[-1].seq, most=2)
    third = store.audit_chain(after=second[-1].seq, most=2)

    assert [link.fact.action for link in (*first, *second, *third)] == [f"did-{number}" for number in range(5)]
    assert list(store.audit_chain(after=third[-1].seq, most=2)) == []
    assert list(store.audit_chain(after=0, most=0)) == []


def test_many_who_add_to_the_audit_trail_at_once_leave_one_unbroken_chain(store: Store) -> None:
    def seal(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()

    def add_many(name: int) -> bool:
        for number in range(20):
            store.add_audit(fact(f"{name}/{number}"), seal)
        return True

    at_once(*(partial(add_many, name) for name in range(TOGETHER)))

    links, newest = store.audit_chain(after=0, most=999), ""
    for link in links:
        newest = seal(newest + link.fact.canonical())
        assert link.seal == newest
    assert {link.fact.action for link in links} == {f"{n}/{m}" for n in range(TOGETHER) for m in range(20)}
    assert len(links) == 160
