"""The course on a screen, from the door to the end."""

from quiz_app.domain.progress import Stage
from tests.browser.backstage import Backstage, at
from tests.browser.clinic import Clinic
from tests.browser.policy import Policy
from tests.browser.patient import Patient


def test_walk(clinic: Clinic) -> None:
    patient = clinic.newcomer().walk_in()
    while patient.heading != "You have reached the end":
        if patient.item:
            patient.answer(Policy.RIGHT)
        else:
            patient.go_on()
