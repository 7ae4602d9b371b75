"""An educator's day at the workbench: find a problem, mend it, see it as patients do; nothing typed is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from quiz_app.domain.access import Role
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.educator import Educator

AFTER = "ivig/topics/after.yaml"
STEM = "Some weeks after IVIG, a pharmacy offers you a live vaccine against measles. What do you do?"
VACCINE = "items:measles-shot-offer"
COMMENT = "    # ask the pharmacist before this changes\n"


@pytest.fixture
def alex(workplace: Clinic) -> Educator:
    """An educator."""
    return enter(workplace, Role.EDUCATOR)


def enter(clinic: Clinic, role: Role, size: tuple[int, int] = DESKTOP) -> Educator:
    """Somebody who may edit, with a browser of their own."""
    return Educator(clinic.new_page(size, cookie=clinic.backstage.staff_cookie(role)))


def test_a_problem_is_found_and_mended_in_the_form_and_the_file_keeps_its_comment(bank: Path, alex: Educator) -> None:
    file = bank / AFTER
    in_order = file.read_text().replace(f"    ask: {STEM}\n", f"{COMMENT}    ask: {STEM}\n")
    file.write_text(in_order.replace(STEM, f"{STEM} Is that wrong?"))
    alex.open()

    alex.press("Read the files again").walk_to("Problems (2)")  # the other is its Spanish, now out of date
    alex.page.get_by_role("button", name="Go to problem 2").click()
    expect(alex.page.get_by_role("heading", name="Question: measles-shot-offer")).to_be_visible()
    expect(alex.says("Why it matters:")).to_be_visible()
    alex.rest().type("Question", STEM).save()

    expect(alex.says("Why it matters:")).to_have_count(0)
    assert file.read_text() == in_order


def test_the_preview_shows_what_patients_see_and_keeps_nothing(alex: Educator, workplace: Clinic) -> None:
    alex.part(AFTER, VACCINE)

    assert alex.walk_to("Preview") == STEM
    alex.page.get_by_text("Have it, then tell us", exact=True).click()
    alex.walk_to("Check my answer")
    expect(alex.says("Telling us is good, but then it may be too late.")).to_be_visible()
    alex.press("Stop for now")
    expect(alex.says("In the preview this button does nothing.")).to_be_visible()
    alex.walk_to("Back")

    assert alex.heading == STEM
    assert workplace.backstage.rows("SELECT COUNT(*) FROM responses") == [(0,)]
    assert workplace.backstage.rows("SELECT COUNT(*) FROM attempts") == [(0,)]


def test_check_without_an_answer_says_so_in_the_preview_as_it_does_for_patients(alex: Educator) -> None:
    alex.part(AFTER, VACCINE, do="preview")

    alex.press("Check my answer")

    expect(alex.page.locator(".quiz-problem")).to_be_visible()


def test_words_that_are_not_saved_yet_are_previewed(alex: Educator, bank: Path) -> None:
    before = (bank / AFTER).read_text()
    alex.part(AFTER, VACCINE)

    alex.type("Question", "A pharmacy offers you a live vaccine. What do you do?")

    assert alex.walk_to("Preview") == "A pharmacy offers you a live vaccine. What do you do?"
    assert (bank / AFTER).read_text() == before


def test_what_is_typed_is_kept_even_when_the_next_press_leads_away(alex: Educator) -> None:
    alex.part(AFTER, VACCINE)

    alex.field("Option 1: Why").fill("Many people think so. Ask us first.")
    alex.walk_to("Versions")
    alex.walk_to("Course")

    alex.walk_to("Open: After your infusion")
    alex.walk_to("Edit: measles-shot-offer")
    assert alex.field("Option 1: Why").input_value() == "Many people think so. Ask us first."


def test_a_sorting_question_takes_a_new_group_and_a_new_thing(alex: Educator, bank: Path) -> None:
    alex.part(AFTER, "items:sort-after-home")

    alex.field("Words of a new group").fill("Ask a pharmacist")
    alex.press("Add the group").press("Add a thing to sort")
    alex.type("Thing to sort 5: Words", "You want a vaccine")
    alex.press("Save")
    expect(alex.says("This was not saved: the text cannot be read as a question bank.")).to_be_visible()
    alex.type("Thing to sort 5: Why", "They know which vaccines are live.")
    alex.choose_in("Thing to sort 5: Group", "Ask a pharmacist").save()

    after = (bank / AFTER).read_text()
    assert "      ask-a-pharmacist: Ask a pharmacist\n" in after
    assert '      - what: "You want a vaccine"\n        into: ask-a-pharmacist\n' in after


def test_a_screen_takes_a_picture_and_gives_its_card_back(alex: Educator, bank: Path) -> None:
    alex.part(AFTER, "lesson:watch-at-home")

    alex.press("Remove: Care card").press("Add: Picture")
    alex.type("Picture: File", "log-page.svg").type("Picture: Picture in words", "A page of a log.").save()

    lesson = (bank / AFTER).read_text().split("  - id: red-cell-signs")[0]
    assert "card:" not in lesson
    assert '    picture:\n      file: "log-page.svg"\n      alt: "A page of a log."\n' in lesson


def test_an_unclosed_quote_is_refused_with_its_line_and_nothing_typed_is_lost(alex: Educator, bank: Path) -> None:
    before = (bank / AFTER).read_text()
    typed = before.replace("title: After your infusion", 'title: "After your infusion')
    alex.part(AFTER, do="yaml")

    alex.type(f"Text of {AFTER}", typed).press("Save")

    expect(alex.says("This was not saved: the text cannot be read")).to_be_visible()
    expect(alex.says(f"{AFTER}, line 3 ")).to_be_visible()
    expect(alex.says('title: "After your infusion')).to_be_visible()
    alex.walk_to("Versions")
    alex.walk_to("Course")
    expect(alex.says(f"You have changes that are not saved in {AFTER}.")).to_be_visible()
    alex.walk_to(f"Open: {AFTER}")
    alex.walk_to("Whole file as text")
    assert alex.field(f"Text of {AFTER}").input_value() == typed
    assert (bank / AFTER).read_text() == before


def test_two_educators_in_different_places_of_one_file_keep_both(alex: Educator, workplace: Clinic, bank: Path) -> None:
    before = (bank / AFTER).read_text()
    sam = enter(workplace, Role.REVIEWER)
    alex.part(AFTER, VACCINE)
    sam.part(AFTER, "items:dark-urine-a-week-later")
    alex.type("Teach-back", "What would you say at the pharmacy?")

    sam.type("Question", "A week after IVIG, your urine is dark brown. What do you do?").save()
    assert alex.walk_to("Save") == "Somebody else saved this file meanwhile"
    expect(alex.says("A week after IVIG, your urine is dark brown.")).to_be_visible()
    expect(alex.says("What would you say at the pharmacy?")).to_be_visible()
    alex.walk_to("Keep both")

    after = (bank / AFTER).read_text()
    assert "    teach_back: What would you say at the pharmacy?\n" in after
    assert after.replace("    teach_back: What would you say at the pharmacy?\n", "") == before.replace(
        "A week after your infusion, your urine", "A week after IVIG, your urine"
    )


def test_two_educators_at_the_same_words_see_both_and_go_on_with_theirs_in_sight(
    alex: Educator, workplace: Clinic, bank: Path
) -> None:
    sam = enter(workplace, Role.REVIEWER)
    alex.part(AFTER, VACCINE)
    sam.part(AFTER, VACCINE)
    alex.type("Question", "A pharmacy offers you a live vaccine. What do you do?")

    sam.type("Question", "You are offered a live vaccine. What do you do?").save()
    alex.walk_to("Save")
    assert alex.button("Keep both").count() == 0
    assert alex.walk_to("Go on editing mine") == f"{AFTER} as text"
    expect(alex.says("Their whole text")).to_be_visible()
    text = alex.field(f"Text of {AFTER}").input_value()
    alex.type(f"Text of {AFTER}", text.replace("A pharmacy offers you", "The pharmacy offers you")).save()

    assert "    ask: The pharmacy offers you a live vaccine. What do you do?\n" in (bank / AFTER).read_text()
    alex.part(AFTER, do="history")
    expect(alex.says("saved by reviewer-backstage")).to_be_visible()


def test_an_earlier_version_can_be_looked_at_and_brought_back(alex: Educator, bank: Path) -> None:
    before = (bank / AFTER).read_text()
    alex.part(AFTER, VACCINE)
    alex.type("Question", "A pharmacy offers you a live vaccine. What do you do?").save()

    alex.part(AFTER, do="history")
    alex.page.get_by_role("button", name="Look at").last.click()
    expect(alex.page.get_by_role("heading", name=f"An earlier version of {AFTER}")).to_be_visible()
    expect(alex.says(f"ask: {STEM}")).to_be_visible()
    alex.rest().walk_to("Go back to this version")

    assert (bank / AFTER).read_text() == before


def test_what_patients_answered_is_retired_and_never_taken_out(alex: Educator, workplace: Clinic, bank: Path) -> None:
    backstage = workplace.backstage
    item = "dark-urine-a-week-later"
    walked = backstage.begin_asking(item)
    backstage.walk(walked.attempt, lambda place: place.stage == "feedback" and place.turn.item == item)  # type: ignore[union-attr] # feedback has a turn
    alex.part(AFTER)

    alex.press(f"More: {item}").press(f"Take out: {item}")
    expect(alex.says(f"Patients have answered {item}, so it cannot be taken out.")).to_be_visible()
    alex.press(f"Retire: {item}")

    expect(alex.says("retired: not asked any more")).to_be_visible()
    assert "    retired: true\n" in (bank / AFTER).read_text()
    alex.press(f"Bring back: {item}")
    assert "retired" not in (bank / AFTER).read_text()


def test_questions_are_moved_and_taken_out_with_everything_else_as_it_was(alex: Educator, bank: Path) -> None:
    lines = (bank / AFTER).read_text().splitlines()
    alex.part(AFTER)

    alex.press("More: measles-shot-offer").press("Move up: measles-shot-offer")
    moved = (bank / AFTER).read_text().splitlines()
    assert (moved != lines, sorted(moved)) == (True, sorted(lines))
    alex.press("Move down: measles-shot-offer")
    assert (bank / AFTER).read_text().splitlines() == lines
    alex.press("Take out: measles-shot-offer")

    assert "measles-shot-offer" not in (bank / AFTER).read_text()


def test_a_question_goes_to_another_topic(alex: Educator, bank: Path) -> None:
    alex.part(AFTER)

    alex.press("More: measles-shot-offer").walk_to("Move to that topic: measles-shot-offer")

    assert "measles-shot-offer" not in (bank / AFTER).read_text()
    assert sum("measles-shot-offer" in file.read_text() for file in (bank / "ivig" / "topics").iterdir()) == 1


def test_a_new_question_begins_from_a_template_and_is_saved_when_it_is_written(alex: Educator, bank: Path) -> None:
    before = (bank / AFTER).read_text()
    alex.part(AFTER)

    assert alex.walk_to("New question") == "Question: new-question"
    assert (bank / AFTER).read_text() == before
    alex.type("Question", "Who can you ask about a vaccine?").press("Remove: Option 3").press("Add an option")
    alex.type("Option 3: Words", "Nobody").type(
        "Option 3: Why", "It may seem so. Your team is glad to be asked."
    ).save()

    after = (bank / AFTER).read_text()
    assert after.startswith(before)
    assert '    ask: "Who can you ask about a vaccine?"\n' in after
    assert '      - wrong: "Nobody"\n        why: "It may seem so. Your team is glad to be asked."\n' in after


def test_the_second_wording_and_the_first_point_at_each_other(alex: Educator, bank: Path) -> None:
    alex.part(AFTER)

    alex.press("More: measles-shot-offer")
    assert alex.walk_to("Duplicate as second wording: measles-shot-offer") == "Question: measles-shot-offer-again"
    alex.save()

    text = (bank / AFTER).read_text()
    assert ("    sibling: measles-shot-offer-again\n" in text, "    sibling: measles-shot-offer\n" in text) == (
        True,
        True,
    )


def test_reload_and_back_lead_to_the_same_place(alex: Educator) -> None:
    alex.part(AFTER, VACCINE)

    alex.page.reload()
    assert alex.arrive() == "Question: measles-shot-offer"
    expect(alex.page.locator(".stMultiSelect").first).to_be_visible()  # the style sheet leans on it
    alex.walk_to("Back to: After your infusion")
    alex.page.go_back()

    expect(alex.page.get_by_role("heading", name="Question: measles-shot-offer")).to_be_visible()
