"""Invitations: one or many codes, renewed, taken back, and walking in."""

from datetime import date, timedelta

import pytest

from quiz_app.domain.access import Role
from quiz_app.services.codes import new_token
from quiz_app.services.inviting import NoCourse, NoSuchInvitation, TooMany, Wanted
from quiz_app.services.staffing import Actor, NotAllowed
from quiz_app.services.visiting import NotLetIn
from tests.services.clinic import TestClinic

BATCH = "a secret of this very form, 43 characters.."


def test_a_code_knows_what_it_is_for() -> None:
    clinic = TestClinic()
    wanted = Wanted("small", label="Tuesday", infusion_on=date(2026, 12, 1), locale="en", days=14)

    made = clinic.inviting.invite(clinic.nurse(), wanted)

    known = clinic.store.invitation(made.code[:4])
    assert known == made.invitation
    assert (known.label, known.infusion_on, known.locale) == ("Tuesday", date(2026, 12, 1), "en")
    assert known.expires_at - known.created_at == timedelta(days=14)


def test_many_codes_have_numbered_labels_and_each_lets_its_patient_in() -> None:
    clinic = TestClinic()

    sheet = clinic.inviting.invite_many(clinic.nurse(), Wanted("small", label="Tue"), count=3, batch=BATCH)

    assert [made.invitation.label for made in sheet] == ["Tue 1", "Tue 2", "Tue 3"]
    assert len({made.code for made in sheet}) == len({made.link_token for made in sheet}) == 3
    assert [clinic.visiting.by_code(made.code, "here") for made in sheet] == [made.invitation for made in sheet]
    assert [clinic.visiting.by_link(made.link_token) for made in sheet] == [made.invitation for made in sheet]


def test_the_same_form_sent_again_gives_the_same_codes() -> None:
    clinic, nurse = TestClinic(), Actor(id="n", role=Role.NURSE)

    first = clinic.inviting.invite_many(nurse, Wanted("small"), count=2, batch=BATCH)
    again = clinic.inviting.invite_many(nurse, Wanted("small"), count=2, batch=BATCH)

    facts = [link.fact for link in clinic.store.audit_chain(after=0, most=100)]
    assert again == first
    assert [(fact.action, fact.subject) for fact in facts] == [("invite", made.code[:4]) for made in first]


def test_another_form_and_another_clinic_give_other_codes() -> None:
    clinic, nurse = TestClinic(), Actor(id="n", role=Role.NURSE)

    first = clinic.inviting.invite_many(nurse, Wanted("small"), count=1, batch=BATCH)
    other = clinic.inviting.invite_many(nurse, Wanted("small"), count=1, batch=new_token())

    assert first[0].code != other[0].code


def test_a_beginning_that_is_taken_by_another_patient_is_left_to_them() -> None:
    clinic, nurse = TestClinic(), Actor(id="n", role=Role.NURSE)
    [derived] = clinic.inviting.invite_many(nurse, Wanted("small"), count=1, batch=BATCH)
    clinic = TestClinic()
    taken = derived.invitation.model_copy(update={"link_hash": "of somebody else"})
    clinic.store.add_invitation(taken)

    [made] = clinic.inviting.invite_many(nurse, Wanted("small"), count=1, batch=BATCH)
    [again] = clinic.inviting.invite_many(nurse, Wanted("small"), count=1, batch=BATCH)

    assert made.code[:4] != derived.code[:4]
    assert again == made
    assert clinic.store.invitation(derived.code[:4]) == taken


@pytest.mark.parametrize("count", [0, 51])
def test_no_code_and_more_than_fifty_are_refused(count: int) -> None:
    clinic = TestClinic()

    with pytest.raises(TooMany):
        clinic.inviting.invite_many(clinic.nurse(), Wanted("small"), count=count, batch=BATCH)


def test_a_renewed_code_begins_alike_keeps_the_answers_and_ends_the_old_one() -> None:
    clinic = TestClinic()
    nurse = clinic.nurse()
    old = clinic.inviting.invite(nurse, Wanted("small", label="Tue"))
    attempt = clinic.inviting.attempt_of(old.invitation)

    new = clinic.inviting.renew(nurse, old.code[:4])

    assert new.code[:4] == old.code[:4]
    assert new.code != old.code
    assert new.invitation.label == "Tue"
    assert clinic.inviting.attempt_of(clinic.visiting.by_code(new.code, "here")) == attempt
    assert clinic.inviting.attempt_of(clinic.visiting.by_link(new.link_token)) == attempt
    with pytest.raises(NotLetIn):
        clinic.visiting.by_code(old.code, "here")
    with pytest.raises(NotLetIn):
        clinic.visiting.by_link(old.link_token)


def test_a_revoked_and_an_expired_code_can_be_renewed_for_thirty_days() -> None:
    clinic = TestClinic()
    nurse = clinic.nurse()
    revoked, expired = (clinic.inviting.invite(nurse, Wanted("small")) for _ in range(2))
    clinic.inviting.revoke(nurse, revoked.code[:4])
    clinic.clock.later(days=40)

    codes = [clinic.inviting.renew(nurse, made.code[:4]).code for made in (revoked, expired)]

    clinic.clock.later(days=29)
    assert [clinic.visiting.by_code(code, "here").selector for code in codes] == [code[:4] for code in codes]


def test_a_code_that_was_guessed_at_is_free_again_once_renewed() -> None:
    clinic = TestClinic()
    nurse = clinic.nurse()
    made = clinic.inviting.invite(nurse, Wanted("small"))
    for _ in range(7):
        with pytest.raises(NotLetIn):
            clinic.visiting.by_code(made.code[:5] + "0000-0000", "there")

    new = clinic.inviting.renew(nurse, made.code[:4])

    assert clinic.visiting.by_code(new.code, "here") == new.invitation


def test_a_code_nobody_made_cannot_be_renewed() -> None:
    clinic = TestClinic()

    with pytest.raises(NoSuchInvitation):
        clinic.inviting.renew(clinic.nurse(), "ABCD")


def test_an_educator_invites_nobody() -> None:
    clinic = TestClinic()
    educator = clinic.nurse("ed", Role.EDUCATOR)

    with pytest.raises(NotAllowed):
        clinic.inviting.invite(educator, Wanted("small"))
    with pytest.raises(NotAllowed):
        clinic.inviting.renew(educator, "ABCD")
    with pytest.raises(NotAllowed):
        clinic.inviting.revoke(educator, "ABCD")


def test_nobody_is_invited_to_a_course_that_is_not_there() -> None:
    clinic = TestClinic()

    with pytest.raises(NoCourse):
        clinic.inviting.invite(clinic.nurse(), Wanted("missing"))


def test_the_page_with_the_code_of_a_walk_in_can_be_loaded_again() -> None:
    clinic = TestClinic()

    first = clinic.inviting.walk_in("small", batch=BATCH)
    made, attempt = clinic.inviting.walk_in("small", batch=BATCH)

    assert (made.code, attempt) == (first[0].code, first[1])


def test_the_form_of_a_walk_in_never_leads_into_answers_of_somebody() -> None:
    clinic = TestClinic()
    made, attempt = clinic.inviting.walk_in("small", batch=BATCH)
    sitting = clinic.taking.sitting(attempt)
    clinic.taking.go_on(sitting, sitting.progress.current)

    other, another = clinic.inviting.walk_in("small", batch=BATCH)

    assert other.code != made.code
    assert another != attempt


def test_after_ten_minutes_the_form_of_a_walk_in_begins_anew() -> None:
    clinic = TestClinic()
    _, attempt = clinic.inviting.walk_in("small", batch=BATCH)
    clinic.clock.later(minutes=10)

    assert clinic.inviting.walk_in("small", batch=BATCH)[1] != attempt


def test_no_code_token_or_batch_is_kept() -> None:
    clinic = TestClinic()
    [made] = clinic.inviting.invite_many(clinic.nurse(), Wanted("small"), count=1, batch=BATCH)

    kept = repr(vars(clinic.store))

    assert [secret for secret in (made.code, made.link_token, BATCH) if secret in kept] == []
