"""Figures about a course, from the store to the educator."""

from dataclasses import dataclass

import pytest

from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Origin
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item
from quiz_app.domain.regrade import Regrade
from quiz_app.domain.statistics.analysis import Analysis
from quiz_app.domain.statistics.items import ItemFigures, Share
from quiz_app.services.analysing import Analysing
from quiz_app.services.inviting import Wanted
from quiz_app.services.refreshing import Refreshing
from quiz_app.services.staffing import CONSOLE, NotAllowed
from tests.builders import MISS, RIGHT, course, item, pair, topic
from tests.services.clinic import TestClinic


@dataclass
class _Clinic(TestClinic):
    """A clinic with this service; live is what new patients get."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.analysing = Analysing(self.store, self.clock, live=self._course)
        self.educator = self.nurse("edda", Role.EDUCATOR)

    def analysis(self) -> Analysis:
        found = self.analysing.analysis(self.educator, "small")
        assert found
        return found

    def plasma(self) -> ItemFigures:
        return next(each for each in self.analysis().items if each.item.id == "plasma")

    def simulate(self) -> str:
        """A simulated patient who knows everything."""
        made = self.inviting.invite(CONSOLE, Wanted(course="small"))
        return self.answer_all(self.inviting.attempt_of(made.invitation, origin=Origin.SIMULATED), RIGHT)


def test_every_first_attempt_counts_once() -> None:
    clinic = _Clinic()
    for _ in range(8):
        clinic.ready()
    for _ in range(4):
        clinic.with_gaps()

    assert clinic.analysis().patients == 12
    assert clinic.plasma().right == Share(k=8, n=12)


def test_only_those_who_edit_the_course_see_figures() -> None:
    clinic = _Clinic()

    for role in (Role.NURSE, Role.CHARGE_NURSE, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            clinic.analysing.analysis(clinic.nurse(role, role), "small")


def test_a_course_that_nobody_offers_and_nobody_met_has_no_figures() -> None:
    clinic = _Clinic()

    assert clinic.analysing.analysis(clinic.educator, "unknown") is None
    assert clinic.analysis().patients == 0


def test_a_course_that_is_no_longer_offered_keeps_its_figures() -> None:
    clinic = _Clinic()
    for _ in range(10):
        clinic.ready()

    found = Analysing(clinic.store, clinic.clock, live=lambda _: None).analysis(clinic.educator, "small")

    assert found
    assert found.patients == 10


def test_a_refresher_counts_nowhere() -> None:
    clinic = _Clinic()
    first = [clinic.with_gaps() for _ in range(10)]
    refreshing = Refreshing(clinic.store, clinic.clock, clinic.audit)
    clinic.clock.later(days=2)

    for attempt in first:
        clinic.answer_all(refreshing.begin(attempt), RIGHT)

    assert clinic.analysis().patients == 10
    assert clinic.plasma().right == Share(k=0, n=10)


def test_simulated_patients_count_only_while_there_is_no_real_one() -> None:
    clinic = _Clinic()
    for _ in range(10):
        clinic.simulate()
    assert (clinic.analysis().simulated, clinic.analysis().patients) == (True, 10)

    clinic.with_gaps()

    assert (clinic.analysis().simulated, clinic.analysis().patients) == (False, 1)


def test_answers_to_an_unchanged_question_are_counted_together_across_versions() -> None:
    clinic = _Clinic()
    for _ in range(10):
        clinic.ready()
    clinic.course = course(topic("first", [*pair("clot"), item("plasma"), item("donor")]))
    for _ in range(5):
        clinic.with_gaps()

    assert clinic.plasma().right == Share(k=10, n=15)
    assert clinic.analysis().earlier == ()


def test_a_corrected_key_counts_for_those_who_answered_by_the_old_one() -> None:
    clinic = _Clinic()
    for _ in range(10):
        clinic.with_gaps()
    met = clinic.course
    assert clinic.plasma().right == Share(k=0, n=10)

    clinic.store.add_regrades([_correction(met, _with_key_b(met.items["plasma"]))], [])

    counted = {each.item.id: each for each in clinic.analysis().items}
    assert counted["plasma"].right == Share(k=10, n=10)


def _with_key_b(old: Item) -> Item:
    options = [
        {"wrong": "Call about plasma", "why": "It is not needed."},
        {"right": "Wait with plasma", "why": "Waiting is fine."},
        {"accept": "Call the emergency number about plasma", "why": "That is safe, too."},
    ]
    return Item.model_validate(old.model_dump() | {"options": options})


def _correction(met: Course, corrected: Item) -> Regrade:
    return Regrade(
        course=met.fingerprint,
        item=corrected.id,
        number=1,
        live=met.fingerprint,
        corrected=corrected,
        by="id-edda",
        signer="edda",
        reason="The key was wrong.",
        at=TestClinic().clock.now(),
    )


def test_missed_twice_is_not_right_by_the_end() -> None:
    clinic = _Clinic()
    for _ in range(12):
        clinic.answer_all(clinic.walk_in(), MISS)

    (clots,) = clinic.analysis().points

    assert (clots.at_first, clots.by_end) == (Share(k=0, n=12), Share(k=0, n=12))
