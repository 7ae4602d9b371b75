"""Letting people in."""

import pytest

from quiz_app.domain.access import Role, VisitorKind
from quiz_app.services.inviting import NoCourse, Wanted
from quiz_app.services.staffing import CONSOLE, NotAllowed
from quiz_app.services.visiting import BadPin, NotLetIn, TooManyAtOnce
from tests.services.clinic import PASSWORD, TestClinic


def test_a_code_lets_its_patient_in_however_it_is_typed() -> None:
    clinic = TestClinic()
    made = clinic.inviting.invite(CONSOLE, Wanted("small"))
    typed = made.code.replace("-", " ").lower().replace("0", "o").replace("1", "l")

    assert clinic.visiting.by_code(typed, "here") == made.invitation


def test_an_invitation_opens_one_attempt_however_often_it_is_used() -> None:
    clinic = TestClinic()
    made = clinic.inviting.invite(CONSOLE, Wanted("small"))

    first = clinic.inviting.attempt_of(clinic.visiting.by_code(made.code, "here"))
    again = clinic.inviting.attempt_of(clinic.visiting.by_link(made.link_token))

    assert first == again


def test_somebody_who_walks_in_comes_back_with_the_code() -> None:
    clinic = TestClinic()
    made, attempt = clinic.inviting.walk_in("small")

    assert clinic.inviting.attempt_of(clinic.visiting.by_code(made.code, "there")) == attempt


@pytest.mark.parametrize("typed", ["", "nonsense", "0000-0000-0000", "UUUU-UUUU-UUUU", "é" * 12])
def test_what_is_no_code_lets_nobody_in(typed: str) -> None:
    with pytest.raises(NotLetIn):
        TestClinic().visiting.by_code(typed, "here")


def test_a_revoked_and_an_expired_code_let_nobody_in() -> None:
    clinic = TestClinic()
    revoked, expired = (
        clinic.inviting.invite(CONSOLE, Wanted("small")),
        clinic.inviting.invite(CONSOLE, Wanted("small")),
    )
    clinic.store.revoke_invitation(revoked.invitation.selector, clinic.clock.now())

    with pytest.raises(NotLetIn):
        clinic.visiting.by_code(revoked.code, "here")
    with pytest.raises(NotLetIn):
        clinic.visiting.by_link(revoked.link_token)
    clinic.clock.later(days=31)
    with pytest.raises(NotLetIn):
        clinic.visiting.by_code(expired.code, "here")


def test_after_five_wrong_guesses_even_the_right_code_has_to_wait() -> None:
    clinic = TestClinic()
    made = clinic.inviting.invite(CONSOLE, Wanted("small"))
    wrong = made.code[:5] + "0000-0000"
    for _ in range(6):
        with pytest.raises(NotLetIn):
            clinic.visiting.by_code(wrong, "here")

    with pytest.raises(NotLetIn):
        clinic.visiting.by_code(made.code, "here")

    clinic.clock.later(minutes=2)
    assert clinic.visiting.by_code(made.code, "here") == made.invitation


def test_a_link_still_works_while_the_code_is_being_guessed_at() -> None:
    clinic = TestClinic()
    made = clinic.inviting.invite(CONSOLE, Wanted("small"))
    for _ in range(8):
        with pytest.raises(NotLetIn):
            clinic.visiting.by_code(made.code[:5] + "0000-0000", "here")

    assert clinic.visiting.by_link(made.link_token) == made.invitation


def test_one_address_gets_sixty_tries_a_minute() -> None:
    clinic = TestClinic()
    made = clinic.inviting.invite(CONSOLE, Wanted("small"))
    for number in range(60):
        with pytest.raises(NotLetIn):
            clinic.visiting.by_code(f"{number:04}-0000-0000", "there")

    with pytest.raises(NotLetIn):
        clinic.visiting.by_code(made.code, "there")
    assert clinic.visiting.by_code(made.code, "elsewhere") == made.invitation


def test_the_cookie_of_a_patient_lasts_thirty_days_and_no_longer() -> None:
    clinic = TestClinic()
    attempt = clinic.walk_in()
    admission = clinic.visiting.open_patient(attempt)

    clinic.clock.later(days=29)
    visitor = clinic.visiting.visitor(admission.token)
    assert visitor
    assert (visitor.visit.kind, visitor.attempt) == (VisitorKind.PATIENT, attempt)

    clinic.clock.later(days=2)
    assert clinic.visiting.visitor(admission.token) is None


def test_a_made_up_cookie_is_nobody() -> None:
    assert TestClinic().visiting.visitor("made up") is None
    assert TestClinic().visiting.visitor(None) is None


def test_staff_are_out_after_fifteen_idle_minutes_and_after_twelve_hours() -> None:
    clinic = TestClinic()
    member = clinic.staffing.make_first(clinic.staffing.first_link() or "", login="anna", password=PASSWORD)
    admission = clinic.visiting.open_staff(member)

    clinic.clock.later(minutes=14)
    assert clinic.visiting.visitor(admission.token)
    clinic.clock.later(minutes=14)
    assert clinic.visiting.visitor(admission.token)
    clinic.clock.later(minutes=16)
    assert clinic.visiting.visitor(admission.token) is None


def test_whoever_left_is_nobody_at_the_next_action() -> None:
    clinic = TestClinic()
    admission = clinic.visiting.open_patient(clinic.walk_in())

    clinic.visiting.leave(admission.token)

    assert clinic.visiting.visitor(admission.token) is None


def test_nobody_can_begin_a_course_that_is_not_there() -> None:
    with pytest.raises(NoCourse):
        TestClinic().inviting.walk_in("missing")


def test_no_code_token_or_password_is_kept_anywhere() -> None:
    clinic = TestClinic()
    made, _ = clinic.inviting.walk_in("small")
    clinic.staffing.make_first(clinic.staffing.first_link() or "", login="anna", password=PASSWORD)

    kept = repr(vars(clinic.store))

    for secret in (made.code, made.code.replace("-", ""), made.link_token, PASSWORD):
        assert secret not in kept


def test_a_login_is_throttled_however_it_is_spaced() -> None:
    clinic = TestClinic()
    clinic.staffing.make_first(clinic.staffing.first_link() or "", login="anna", password=PASSWORD)
    for number in range(6):
        with pytest.raises(NotLetIn):
            clinic.visiting.by_password(" " * number + "Anna", "a wrong password, long", "here")

    with pytest.raises(NotLetIn):
        clinic.visiting.by_password("  anna  ", PASSWORD, "here")


def test_more_people_than_a_clinic_has_cannot_walk_in_at_once() -> None:
    clinic = TestClinic()
    for _ in range(600):
        clinic.visiting.count_walk_in("here")

    with pytest.raises(TooManyAtOnce):
        clinic.visiting.count_walk_in("here")
    clinic.visiting.count_walk_in("there")
    clinic.clock.later(minutes=1)
    clinic.visiting.count_walk_in("here")


def test_a_code_taken_back_lets_nobody_in() -> None:
    clinic = TestClinic()
    made = clinic.inviting.invite(CONSOLE, Wanted("small"))

    clinic.inviting.revoke(CONSOLE, made.invitation.selector)

    with pytest.raises(NotLetIn):
        clinic.visiting.by_code(made.code, "here")


def _handed(clinic: TestClinic) -> tuple[str, str, str]:
    """The token of a nurse, then of the patient who was handed the nurse's device, and the attempt."""
    nurse, attempt = clinic.nurse(), clinic.walk_in()
    member = clinic.store.staff(nurse.id)
    assert member
    own = clinic.visiting.open_staff(member).token
    return own, clinic.visiting.hand_over(nurse, own, attempt, "4711").token, attempt


def test_a_device_handed_over_is_the_patients_and_no_longer_the_nurses() -> None:
    clinic = TestClinic()
    own, handed, attempt = _handed(clinic)

    visitor = clinic.visiting.visitor(handed)

    assert clinic.visiting.visitor(own) is None
    assert visitor
    assert (visitor.attempt, visitor.member, visitor.handed) == (attempt, None, True)
    assert "4711" not in repr(vars(clinic.store))


def test_a_patients_own_device_is_not_handed() -> None:
    clinic = TestClinic()
    visitor = clinic.visiting.visitor(clinic.visiting.open_patient(clinic.walk_in()).token)

    assert visitor
    assert visitor.handed is False


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "\u0661\u0662\u0663\u0664", "1234\n"])
def test_a_pin_has_four_to_eight_digits(pin: str) -> None:
    clinic = TestClinic()
    nurse, attempt = clinic.nurse(), clinic.walk_in()

    with pytest.raises(BadPin):
        clinic.visiting.hand_over(nurse, "own", attempt, pin)


def test_who_may_not_invite_hands_nothing_over() -> None:
    clinic = TestClinic()

    with pytest.raises(NotAllowed):
        clinic.visiting.hand_over(clinic.nurse("ed", Role.EDUCATOR), "own", clinic.walk_in(), "4711")


def test_a_handed_device_is_over_after_ten_minutes_without_a_request() -> None:
    clinic = TestClinic()
    _, handed, _ = _handed(clinic)

    clinic.clock.later(minutes=9)
    assert clinic.visiting.visitor(handed)
    clinic.clock.later(minutes=9)
    assert clinic.visiting.visitor(handed)
    clinic.clock.later(minutes=11)
    assert clinic.visiting.visitor(handed) is None


def test_a_handed_device_is_over_after_twelve_hours() -> None:
    clinic = TestClinic()
    _, handed, _ = _handed(clinic)
    for _ in range(79):
        clinic.clock.later(minutes=9)
        assert clinic.visiting.visitor(handed)

    clinic.clock.later(minutes=9)
    assert clinic.visiting.visitor(handed) is None


def test_a_page_that_refreshes_itself_is_no_sign_of_life() -> None:
    clinic = TestClinic()
    member = clinic.staffing.make_first(clinic.staffing.first_link() or "", login="anna", password=PASSWORD)
    own = clinic.visiting.open_staff(member).token

    clinic.clock.later(minutes=14)
    assert clinic.visiting.known(own)
    clinic.clock.later(minutes=2)
    assert clinic.visiting.known(own) is None


def test_only_the_pin_takes_a_device_back() -> None:
    clinic = TestClinic()
    _, handed, _ = _handed(clinic)

    refused = clinic.visiting.take_back(handed, "0000")
    still = clinic.visiting.visitor(handed)
    taken = clinic.visiting.take_back(handed, "4711")

    assert (refused, taken) == (False, True)
    assert still
    assert clinic.visiting.visitor(handed) is None


def test_after_six_wrong_pins_even_the_right_one_has_to_wait() -> None:
    clinic = TestClinic()
    _, handed, _ = _handed(clinic)
    for _ in range(6):
        assert clinic.visiting.take_back(handed, "0000") is False

    assert clinic.visiting.take_back(handed, "4711") is False
    clinic.clock.later(minutes=2)
    assert clinic.visiting.take_back(handed, "4711") is True


def test_a_device_nobody_handed_over_cannot_be_taken_back() -> None:
    clinic = TestClinic()
    own = clinic.visiting.open_patient(clinic.walk_in()).token

    assert clinic.visiting.take_back(own, "") is False
    assert clinic.visiting.take_back(None, "4711") is False
    assert clinic.visiting.visitor(own)


def test_a_password_typed_again_is_noted_on_the_visit() -> None:
    clinic = TestClinic()
    member = clinic.staffing.make_first(clinic.staffing.first_link() or "", login="anna", password=PASSWORD)
    own = clinic.visiting.open_staff(member).token

    refused = clinic.visiting.reauthenticate(own, "another password, long")
    before = clinic.visiting.visitor(own)
    right = clinic.visiting.reauthenticate(own, PASSWORD)
    after = clinic.visiting.visitor(own)

    assert (refused, right) == (False, True)
    assert before
    assert after
    assert (before.visit.reauthenticated_at, after.visit.reauthenticated_at) == (None, clinic.clock.now())


def test_passwords_typed_again_are_throttled_and_a_patient_has_none() -> None:
    clinic = TestClinic()
    member = clinic.staffing.make_first(clinic.staffing.first_link() or "", login="anna", password=PASSWORD)
    own = clinic.visiting.open_staff(member).token
    for _ in range(6):
        assert clinic.visiting.reauthenticate(own, "another password, long") is False

    assert clinic.visiting.reauthenticate(own, PASSWORD) is False
    assert clinic.visiting.reauthenticate(clinic.visiting.open_patient(clinic.walk_in()).token, PASSWORD) is False
    assert clinic.visiting.reauthenticate(None, PASSWORD) is False
    clinic.clock.later(minutes=2)
    assert clinic.visiting.reauthenticate(own, PASSWORD) is True
