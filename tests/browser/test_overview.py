"""The overview: for a charge nurse, with words and a table for every chart."""

from quiz_app.domain.access import Role
from tests.browser.clinic import Clinic
from tests.browser.staff import Staff


def test_a_charge_nurse_sees_the_clinic_and_no_small_number(clinic: Clinic) -> None:
    clinic.backstage.begin()
    charge_nurse = clinic.staff(Role.CHARGE_NURSE)

    heading = charge_nurse.turn_to("Overview")
    cells = charge_nurse.page.locator(".quiz-table").first.locator("td").all_inner_texts()

    assert heading == "Overview"
    assert len(cells) == 12 * 5
    assert [cell for cell in cells if cell.isdigit() and int(cell) < 10] == []
    assert "fewer than 10" in cells


def test_a_chart_has_words_that_stand_for_it(clinic: Clinic) -> None:
    for _ in range(10):
        clinic.backstage.invite()
    charge_nurse = clinic.staff(Role.CHARGE_NURSE)

    charge_nurse.turn_to("Overview")
    chart = charge_nurse.page.get_by_test_id("stVegaLiteChart").first

    chart.wait_for()
    assert "This week: invited" in str(chart.get_attribute("aria-label"))
    toolbar = charge_nurse.page.get_by_test_id("stElementToolbar")
    assert toolbar.count()
    assert not toolbar.first.is_visible()


def test_a_nurse_has_no_overview(nurse: Staff) -> None:
    assert nurse.button("Overview").count() == 0
