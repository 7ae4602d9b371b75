"""Teach-back, record and signature: nothing typed is lost, nothing is missing, and two nurses do not overwrite."""

from playwright.sync_api import expect

from quiz_app.domain.access import Role
from tests.browser.backstage import PASSWORD
from tests.browser.clinic import Clinic
from tests.browser.screens import finished, nurse_at
from tests.browser.staff import Staff
from tests.browser.watch import Watch

WORDS = "said both numbers to call"


def _count(clinic: Clinic, table: str, attempt: str) -> int:
    [(found,)] = clinic.backstage.rows(f"SELECT count(*) FROM {table} WHERE attempt = ?", attempt)
    return int(str(found))


def _attempt(nurse: Staff) -> str:
    return nurse.page.url.split("patient=")[1][:32]


def test_a_talk_is_typed_checked_signed_and_taken_along(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk")
    attempt = _attempt(nurse)

    nurse.type_a_talk()
    checked = nurse.turn_to("Check what I recorded")
    nurse.turn_to("Save the talk")
    nurse.sign(PASSWORD)
    note = nurse.page.locator("[data-testid='stCode']").inner_text()

    assert checked == "Check what you recorded"
    assert nurse.heading.startswith("Confirmed: ")
    assert len(note) <= 1200
    links = nurse.page.locator(".quiz-links a[href^='/export/']").all()
    assert [link.get_attribute("href") for link in links] == [
        f"/export/{attempt}/{name}" for name in ("record.pdf", "record.json", "record.csv")
    ]
    assert _count(clinic, "confirmations", attempt) == 1


def test_every_missing_field_is_named_linked_and_nothing_typed_is_lost(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk")
    nurse.page.get_by_label("In a few words").fill(WORDS)

    nurse.button("Check what I recorded").click()
    summary = nurse.page.locator(".quiz-summary")
    summary.wait_for()
    links = summary.get_by_role("link")

    expect(summary).to_be_focused()
    assert [text.rpartition(": ")[2] for text in links.all_inner_texts()] == [
        "choose one",
        "choose one",
        "choose one",
        "choose at least one",
        "choose at least one",
        "choose at least one",
        "choose at least one",
        "choose one",
    ]
    assert all(nurse.page.locator(str(link.get_attribute("href"))).count() == 1 for link in links.all())
    expect(nurse.page.get_by_label("In a few words")).to_have_value(WORDS)
    links.filter(has_text="Readiness").click()
    expect(nurse.page.get_by_role("radio", name="Eager", exact=True)).to_be_focused()


def test_none_together_with_a_barrier_is_asked_about(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk").type_a_talk()
    nurse.tick("Barriers", "None")

    nurse.button("Check what I recorded").click()

    expect(nurse.page.locator(".quiz-summary")).to_contain_text("Barriers: choose either none or the others")


def test_words_that_look_like_a_person_are_warned_about(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk")
    field = nurse.page.get_by_label("In a few words")

    field.fill("Call her at 555-123-4567")
    field.press("Tab")

    expect(nurse.page.locator(".quiz-caution")).to_contain_text("a phone number")
    expect(field).to_have_value("Call her at 555-123-4567")


def test_a_draft_outlives_a_reload_and_a_visit_that_ends_while_typing(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk")
    attempt = _attempt(nurse)
    nurse.choose("Learner", "Caregiver")
    nurse.page.get_by_text("Draft kept.").wait_for()

    nurse.page.reload()
    nurse.arrive()
    expect(nurse.page.get_by_role("radio", name="Caregiver", exact=True)).to_be_checked()
    now = clinic.backstage.app.clock.now().isoformat()
    clinic.backstage.change("UPDATE visits SET ended_at = ? WHERE kind = 'staff' AND ended_at IS NULL", now)
    nurse.page.get_by_label("In a few words").fill(WORDS)
    nurse.page.get_by_label("In a few words").press("Tab")
    nurse.page.locator(".quiz").get_by_text("Log in again; your draft is kept.").wait_for()
    again = clinic.staff(Role.NURSE)
    again.go(f"/?patient={attempt}")
    again.turn_to("Go on with your draft")

    expect(again.page.get_by_label("In a few words")).to_have_value(WORDS)
    expect(again.page.get_by_role("radio", name="Caregiver", exact=True)).to_be_checked()


def test_a_point_that_is_not_clear_is_named_instead_of_signed(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk").type_a_talk("Partly clear").save_the_talk()

    expect(nurse.page.locator(".quiz-box-miss")).to_contain_text("needs a teach-back that was clear")
    assert nurse.page.get_by_role("link", name="Type your password to sign").count() == 0
    assert nurse.button("Teach-back and record").count() == 1


def test_the_second_nurse_is_told_and_nothing_is_overwritten(clinic: Clinic) -> None:
    attempt = finished(clinic).attempt
    first, second = clinic.staff(Role.NURSE), clinic.staff(Role.CHARGE_NURSE)
    for nurse in (first, second):
        nurse.go(f"/?patient={attempt}&do=talk")
        nurse.type_a_talk()

    first.save_the_talk()
    second.turn_to("Check what I recorded")
    second.button("Save the talk").click()
    told = second.page.locator(".quiz-box-miss")
    told.wait_for()

    assert "nurse-backstage recorded a talk" in told.inner_text()
    assert "What you typed is kept as your draft." in told.inner_text()
    assert _count(clinic, "conversations", attempt) == 1
    second.turn_to("Look at the new state")
    assert "Talk recorded by nurse-backstage" in second.page.locator(".st-key-desk").inner_text()
    assert second.button("Go on with your draft").count() == 1


def test_a_double_click_saves_one_talk_and_one_signature(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk").type_a_talk()
    attempt = _attempt(nurse)
    nurse.turn_to("Check what I recorded")

    nurse.button("Save the talk").dblclick()
    nurse.page.get_by_role("link", name="Type your password to sign").click()
    nurse.page.get_by_label("Password").fill(PASSWORD)
    nurse.page.get_by_label("Password").press("Enter")
    nurse.arrive()
    nurse.button("Confirm teach-back and save").dblclick()
    nurse.page.get_by_text("Withdraw this confirmation").wait_for()
    nurse.page.wait_for_timeout(500)

    assert nurse.heading.startswith("Confirmed: ")
    assert (_count(clinic, "conversations", attempt), _count(clinic, "confirmations", attempt)) == (1, 1)
    assert nurse.page.locator(".quiz-problem").count() == 0


def test_a_confirmation_is_withdrawn_with_a_reason_and_both_stay(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk").type_a_talk().save_the_talk().sign(PASSWORD)
    attempt = _attempt(nurse)
    nurse.page.get_by_text("Withdraw this confirmation").click()

    nurse.button("Withdraw the confirmation").click()
    expect(nurse.page.locator(".quiz-problem")).to_have_text("Please write the reason.")
    nurse.page.get_by_label("Reason").fill("Signed for the wrong chair")
    nurse.turn_to("Withdraw the confirmation")

    box = nurse.page.locator(".quiz-box-miss").first.inner_text()
    assert "Understanding confirmed by nurse-backstage" in box
    assert "Signed for the wrong chair" in box
    assert (_count(clinic, "confirmations", attempt), _count(clinic, "withdrawals", attempt)) == (1, 1)


def test_the_note_on_the_page_leaves_one_audit_fact_however_often_it_is_drawn(clinic: Clinic, watch: Watch) -> None:
    nurse = nurse_at(clinic, "talk").type_a_talk().save_the_talk()
    attempt = _attempt(nurse)

    nurse.sign(PASSWORD)
    nurse.page.get_by_text("Withdraw this confirmation").click()
    nurse.button("Withdraw the confirmation").click()
    expect(nurse.page.locator(".quiz-problem")).to_be_visible()

    facts = clinic.backstage.rows("SELECT action FROM audit WHERE subject = ? AND action = 'export'", attempt)
    assert len(facts) == 3  # the unsigned note, the same in the new session after the password, and the signed note
    assert attempt in "".join(watch.requests)
