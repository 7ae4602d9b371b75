"""The refresher before the next infusion."""

import pytest

from quiz_app.domain.attempt import Origin
from quiz_app.services.inviting import Wanted
from quiz_app.services.refreshing import NotOffered, Refreshing
from tests.builders import RIGHT
from tests.services.clinic import TestClinic


class _Clinic(TestClinic):
    """A clinic with this service."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.refreshing = Refreshing(self.store, self.clock, self.audit)


def test_a_refresher_is_offered_from_one_day_after_the_end() -> None:
    clinic = _Clinic()
    attempt = clinic.ready()

    clinic.clock.later(hours=23, minutes=59)
    early = clinic.refreshing.may_begin(clinic.taking.sitting(attempt))
    clinic.clock.later(minutes=1)

    assert early is False
    assert clinic.refreshing.may_begin(clinic.taking.sitting(attempt)) is True


def test_a_refresher_is_begun_once_however_often_it_is_asked_for() -> None:
    clinic = _Clinic()
    attempt = clinic.ready()
    clinic.clock.later(days=2)

    first, again = clinic.refreshing.begin(attempt), clinic.refreshing.begin(attempt)

    assert first == again
    assert clinic.taking.sitting(first).record.attempt.origin is Origin.REFRESHER
    assert clinic.refreshing.may_begin(clinic.taking.sitting(attempt)) is False


def test_the_same_code_leads_into_the_refresher() -> None:
    clinic = _Clinic()
    made = clinic.inviting.invite(clinic.nurse(), Wanted("small"))
    clinic.answer_all(clinic.inviting.attempt_of(made.invitation), RIGHT)
    clinic.clock.later(days=2)

    refresher = clinic.refreshing.begin(clinic.inviting.attempt_of(clinic.visiting.by_code(made.code, "here")))

    assert clinic.inviting.attempt_of(clinic.visiting.by_code(made.code, "here")) == refresher


def test_before_the_end_and_too_early_nothing_is_begun() -> None:
    clinic = _Clinic()
    begun, ended = clinic.walk_in(), clinic.ready()

    for attempt in (begun, ended):
        with pytest.raises(NotOffered):
            clinic.refreshing.begin(attempt)


def test_a_refresher_has_no_refresher() -> None:
    clinic = _Clinic()
    attempt = clinic.ready()
    clinic.clock.later(days=2)
    refresher = clinic.answer_all(clinic.refreshing.begin(attempt), RIGHT)
    clinic.clock.later(days=2)

    with pytest.raises(NotOffered):
        clinic.refreshing.begin(refresher)
