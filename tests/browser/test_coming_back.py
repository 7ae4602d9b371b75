"""Leaving and coming back: reload, another device, a server that was killed. The same place, order and answers."""

from collections.abc import Callable

import pytest

from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.policy import Policy, choice
from tests.browser.screens import an_item
from tests.browser.steps import wait_until_drawn
from tests.browser.watch import Watch

LOST_LINE = (
    "ERR_CONNECTION_REFUSED",
    "WebSocket",
    "ERR_EMPTY_RESPONSE",
    "ERR_CONNECTION_RESET",
    "Failed to fetch",
    "Client Error",
    "Is Streamlit still running",
)


@pytest.fixture
def fragile(own_clinic: Callable[..., Clinic], watch: Watch) -> Clinic:
    """A clinic whose server may be killed."""
    watch.expect(*LOST_LINE)
    return own_clinic()


def test_a_reload_keeps_the_place_and_the_order_of_the_options(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    clinic.backstage.walk(walked.attempt, at(Stage.ASK))
    patient = clinic.patient(walked)
    before = (patient.heading, patient.options())

    patient.page.reload()
    wait_until_drawn(patient.page)

    assert (patient.heading, patient.options()) == before
    assert len(patient.options()) >= 3


def test_a_reload_after_an_answer_shows_its_feedback_and_keeps_it(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    clinic.backstage.walk(walked.attempt, at(Stage.ASK))
    patient = clinic.patient(walked)
    feedback = patient.answer(Policy.RIGHT)

    patient.page.reload()
    wait_until_drawn(patient.page)

    assert patient.heading == feedback == "Yes, that's right"
    assert len(clinic.backstage.responses(walked.attempt)) == 1


def test_a_second_device_goes_on_by_code_from_the_same_place(clinic: Clinic) -> None:
    phone = clinic.newcomer().walk_in()
    while not phone.item:
        phone.go_on()
    asked = (phone.heading, phone.options())

    tablet = clinic.newcomer(DESKTOP).come_back(phone.code.lower().replace("-", " "))
    wait_until_drawn(tablet.page)

    assert (tablet.heading, tablet.options()) == asked
    tablet.answer(Policy.RIGHT)
    tablet.go_on()
    phone.page.reload()
    wait_until_drawn(phone.page)
    assert phone.heading == tablet.heading


def test_a_killed_server_loses_nothing_and_the_old_page_still_sends_its_answer(fragile: Clinic) -> None:
    walked = fragile.backstage.begin()
    fragile.backstage.walk(walked.attempt, at(Stage.ASK))
    patient = fragile.patient(walked)
    patient.answer(Policy.RIGHT)
    kept = fragile.backstage.responses(walked.attempt)
    while not patient.item:
        patient.go_on()
    item = patient.asked()
    patient.choose(Policy.RIGHT)

    fragile.server.kill()
    fragile.server.start()
    patient.check()

    assert patient.heading == "Yes, that's right"
    assert fragile.backstage.responses(walked.attempt) == [*kept, (item.id, 1, choice(item, Policy.RIGHT))]


def test_a_killed_server_comes_back_to_the_same_place_after_a_reload(fragile: Clinic) -> None:
    walked = fragile.backstage.begin_asking(an_item(fragile, lambda item: len(item.options) > 2))
    fragile.backstage.walk(walked.attempt, at(Stage.ASK))
    patient = fragile.patient(walked)
    before = (patient.heading, patient.options())

    fragile.server.kill()
    fragile.server.start()
    patient.open()

    assert (patient.heading, patient.options()) == before
