"""Staff accounts and what a role allows."""

import pytest

from quiz_app.domain.access import RIGHTS, Right, Role
from quiz_app.domain.board import Asked
from quiz_app.services.staffing import Actor, LinkIsOver, LoginTaken, NotAllowed, WeakPassword, require
from quiz_app.services.visiting import NotLetIn
from tests.services.clinic import PASSWORD, TestClinic


def with_administrator() -> tuple[TestClinic, Actor]:
    clinic = TestClinic()
    member = clinic.staffing.make_first(clinic.staffing.first_link() or "", login=" Anna ", password=PASSWORD)
    return clinic, Actor(id=member.id, role=member.role)


def test_the_first_link_makes_one_administrator_and_then_is_over() -> None:
    clinic = TestClinic()
    token = clinic.staffing.first_link()
    assert token

    member = clinic.staffing.make_first(token, login="anna", password=PASSWORD)

    assert member.role is Role.ADMINISTRATOR
    assert clinic.staffing.first_link() is None
    with pytest.raises(LinkIsOver):
        clinic.staffing.make_first(token, login="eve", password=PASSWORD)


def test_login_and_password_let_a_colleague_in_and_nothing_else_does() -> None:
    clinic, _ = with_administrator()

    assert clinic.visiting.by_password("anna", PASSWORD, "here").login == "anna"
    for login, password in [("anna", "not the password at all"), ("eve", PASSWORD), ("", "")]:
        with pytest.raises(NotLetIn):
            clinic.visiting.by_password(login, password, "here")


def test_a_colleague_sets_a_password_once_by_link() -> None:
    clinic, anna = with_administrator()
    token = clinic.staffing.add_colleague(anna, "bob", Role.NURSE)

    with pytest.raises(NotLetIn):
        clinic.visiting.by_password("bob", "", "here")
    clinic.staffing.set_password(token, PASSWORD)

    assert clinic.visiting.by_password("bob", PASSWORD, "here").role is Role.NURSE
    with pytest.raises(LinkIsOver):
        clinic.staffing.set_password(token, "another long password here")


def test_a_login_is_given_once() -> None:
    clinic, anna = with_administrator()

    with pytest.raises(LoginTaken):
        clinic.staffing.add_colleague(anna, "ANNA", Role.NURSE)
    with pytest.raises(LoginTaken):
        clinic.staffing.add_colleague(anna, "  ", Role.NURSE)


@pytest.mark.parametrize(
    "password", ["short", "password password", "aaaaaaaaaaaaaaaaaaaa", "anna has a dog named", "x" * 201]
)
def test_a_weak_password_is_refused(password: str) -> None:
    clinic = TestClinic()

    with pytest.raises(WeakPassword):
        clinic.staffing.make_first(clinic.staffing.first_link() or "", login="anna", password=password)


def test_a_closed_account_is_out_at_the_next_action() -> None:
    clinic, anna = with_administrator()
    member = clinic.staffing.set_password(clinic.staffing.add_colleague(anna, "bob", Role.NURSE), PASSWORD)
    admission = clinic.visiting.open_staff(member)

    clinic.staffing.close_account(anna, member.id)

    assert clinic.visiting.visitor(admission.token) is None
    with pytest.raises(NotLetIn):
        clinic.visiting.by_password("bob", PASSWORD, "here")


def test_nobody_closes_their_own_account() -> None:
    clinic, anna = with_administrator()

    with pytest.raises(NotAllowed):
        clinic.staffing.close_account(anna, anna.id)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("right", list(Right))
def test_a_role_allows_exactly_its_rights(role: Role, right: Right) -> None:
    actor = Actor(id="x", role=role)

    if right in RIGHTS[role]:
        require(actor, right)
    else:
        with pytest.raises(NotAllowed):
            require(actor, right)


def test_an_educator_sees_no_patients_and_a_nurse_no_accounts() -> None:
    clinic, _ = with_administrator()

    with pytest.raises(NotAllowed):
        clinic.board.work_list(Actor(id="x", role=Role.EDUCATOR), Asked())
    with pytest.raises(NotAllowed):
        clinic.staffing.colleagues(Actor(id="x", role=Role.NURSE))


def test_a_new_link_ends_the_old_password_and_every_visit() -> None:
    clinic, anna = with_administrator()
    member = clinic.staffing.set_password(clinic.staffing.add_colleague(anna, "bob", Role.NURSE), PASSWORD)
    admission = clinic.visiting.open_staff(member)

    token = clinic.staffing.renew_link(anna, member.id)

    assert clinic.visiting.visitor(admission.token) is None
    with pytest.raises(NotLetIn):
        clinic.visiting.by_password("bob", PASSWORD, "here")
    clinic.staffing.set_password(token, "cold milk by the door")
    assert clinic.visiting.by_password("bob", "cold milk by the door", "here").login == "bob"


def test_an_administrator_needs_a_login() -> None:
    clinic = TestClinic()

    with pytest.raises(LoginTaken):
        clinic.staffing.make_first(clinic.staffing.first_link() or "", login="  ", password=PASSWORD)


def test_a_mangled_link_is_no_link() -> None:
    assert not TestClinic().staffing.is_first_link("\u00e9")
