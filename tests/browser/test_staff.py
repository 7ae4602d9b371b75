"""The staff's side: the first administrator, colleagues, who sees what, and how a visit ends."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from quiz_app.domain.access import Role
from quiz_app.services.staffing import CONSOLE
from tests.browser.backstage import PASSWORD
from tests.browser.clinic import Clinic
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn
from tests.browser.watch import Watch

REFUSED = "Login and password do not fit"
STAFF_WORDS = ("Staff accounts", "Invite patients", "Where patients stand")


def _set_password(page: Page, link: str, password: str, *, login: str = "") -> None:
    page.goto(link)
    if login:
        page.get_by_label("Login").fill(login)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Save and log in").click()


def test_the_printed_link_makes_the_first_administrator_once(own_clinic: Callable[..., Clinic], watch: Watch) -> None:
    watch.expect("422", "410")
    clinic = own_clinic()
    link = clinic.server.first_link()
    page, late = clinic.new_page(), clinic.new_page()

    _set_password(page, link, "password123", login="Ada")
    expect(page.locator(".problem")).to_contain_text("15 characters or more")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Save and log in").click()
    heading = wait_until_drawn(page)
    _set_password(late, link, PASSWORD)
    expect(late.locator(".problem")).to_contain_text("This link was used already")

    assert heading == "Patients"
    assert link.split("#")[1] not in "".join(watch.requests)
    assert [role for (role,) in clinic.backstage.rows("SELECT role FROM staff")] == ["administrator"]


def test_an_administrator_adds_a_nurse_who_chooses_her_own_password(
    clinic: Clinic, administrator: Staff, watch: Watch
) -> None:
    watch.expect("410")
    administrator.turn_to("Staff accounts")
    administrator.page.get_by_label("Login of the new colleague").fill("Nia")
    administrator.button("Add account").click()
    link = administrator.page.locator(".quiz-code").inner_text()

    page = clinic.new_page()
    _set_password(page, link, PASSWORD)
    heading = wait_until_drawn(page)
    again = clinic.new_page()
    _set_password(again, link, "another long password")

    assert heading == "Patients"
    assert page.get_by_role("button", name="Staff accounts").count() == 0
    expect(again.locator(".problem")).to_contain_text("This link was used already")
    assert Staff(clinic.new_page()).log_in("NIA ", PASSWORD).arrive() == "Patients"


def test_a_nurse_sees_the_board_and_not_the_accounts(nurse: Staff) -> None:
    assert nurse.heading == "Patients"
    assert nurse.page.get_by_role("link", name="Invite patients").count() == 1
    assert nurse.button("Staff accounts").count() == 0


def test_an_educator_sees_the_course_and_no_patients(clinic: Clinic) -> None:
    code = clinic.backstage.begin().code

    educator = clinic.staff(Role.EDUCATOR)

    assert educator.heading == "Your first IVIG infusion"
    assert educator.page.get_by_role("button", name="Patients").count() == 0
    assert code[:4] not in educator.page.locator("body").inner_text()


def test_a_patient_never_sees_a_page_of_the_staff(clinic: Clinic, watch: Watch) -> None:
    watch.expect("404")
    patient = clinic.patient(clinic.backstage.begin())

    seen = [patient.text()]
    for address in ("/board", "/staff", "/colleagues", "/?view=board", "/main", "/staff/setup"):
        patient.page.goto(address)
        patient.page.wait_for_timeout(300)
        seen.append(patient.page.locator("body").inner_text())

    assert [words for words in STAFF_WORDS if words in "".join(seen)] == []


def test_a_member_of_staff_never_sees_a_page_of_a_patient(nurse: Staff) -> None:
    nurse.page.goto("/take-home")

    assert nurse.page.url.endswith("/enter")


def test_after_logging_out_another_tab_lets_go_of_the_list_by_itself(nurse: Staff) -> None:
    other = Staff(nurse.page.context.new_page()).open()

    nurse.page.get_by_role("link", name="Log out").click()
    nurse.page.get_by_role("button").first.click()
    nurse.page.wait_for_load_state()

    expect(other.page).to_have_url(re.compile("/enter$"))
    expect(other.page.get_by_role("heading", level=1)).not_to_have_text("Patients")
    assert other.rows() == []


def test_a_closed_account_is_out_at_its_next_action(clinic: Clinic, administrator: Staff) -> None:
    staffing = clinic.backstage.app.staffing
    member = staffing.set_password(staffing.add_colleague(CONSOLE, "Lou", Role.NURSE), PASSWORD)
    lou = Staff(clinic.new_page()).log_in("lou", PASSWORD)
    lou.arrive()

    administrator.turn_to("Staff accounts")
    administrator.button(f"Close account: {member.login}").click()
    administrator.page.get_by_text("lou · Nurse · Closed").wait_for()
    lou.page.get_by_role("radio", name="Talk first").click()

    expect(lou.page.get_by_role("heading", level=1)).not_to_have_text("Patients")
    expect(lou.page.get_by_role("radio")).to_have_count(0)
    assert lou.rows() == []


def test_a_closed_account_cannot_log_in(clinic: Clinic) -> None:
    staffing = clinic.backstage.app.staffing
    member = staffing.set_password(staffing.add_colleague(CONSOLE, "Kim", Role.NURSE), PASSWORD)
    staffing.close_account(CONSOLE, member.id)

    kim = Staff(clinic.new_page()).log_in("kim", PASSWORD)

    expect(kim.page.locator(".problem")).to_contain_text(REFUSED)


def test_five_mistaken_passwords_shut_the_door_for_a_while_with_the_same_words(clinic: Clinic) -> None:
    staffing = clinic.backstage.app.staffing
    staffing.set_password(staffing.add_colleague(CONSOLE, "Uma", Role.NURSE), PASSWORD)
    uma = Staff(clinic.new_page())

    told = [_told(uma.log_in("uma", f"mistaken {number}")) for number in range(5)]
    told.append(_told(uma.log_in("uma", PASSWORD)))

    assert len(set(told)) == 1
    assert REFUSED in told[0]


def test_an_unknown_login_and_a_mistaken_password_get_the_same_answer(clinic: Clinic) -> None:
    staffing = clinic.backstage.app.staffing
    staffing.set_password(staffing.add_colleague(CONSOLE, "Viv", Role.NURSE), PASSWORD)

    told = {_told(Staff(clinic.new_page()).log_in(login, "not the password")) for login in ("viv", "nobody")}

    assert len(told) == 1


def _told(staff: Staff) -> str:
    return staff.page.locator(".problem").inner_text()


def test_logging_out_speaks_to_staff_and_not_of_a_patients_code(nurse: Staff) -> None:
    nurse.page.get_by_role("link", name="Log out").click()
    nurse.page.wait_for_load_state()

    assert "Come back with your code" not in nurse.page.locator("main").inner_text()
