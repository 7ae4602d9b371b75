"""The clinic overview."""

import pytest

from quiz_app.domain.access import Role
from quiz_app.services.overview import Overviews
from quiz_app.services.staffing import NotAllowed
from tests.services.clinic import TestClinic


class _Clinic(TestClinic):
    """A clinic with this service."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.overviews = Overviews(self.store, self.clock)


def test_a_charge_nurse_sees_what_happened_this_week() -> None:
    clinic = _Clinic()
    charge = clinic.nurse("cora", Role.CHARGE_NURSE)
    for _ in range(10):
        clinic.ready()

    found = clinic.overviews.overview(charge)

    now = found.weeks[-1]
    assert len(found.weeks) == 12
    assert (now.invited, now.started, now.finished, now.ready, now.confirmed) == (10, 10, 10, 10, None)


def test_a_nurse_and_an_educator_do_not_see_it() -> None:
    clinic = _Clinic()

    for role in (Role.NURSE, Role.EDUCATOR):
        with pytest.raises(NotAllowed):
            clinic.overviews.overview(clinic.nurse(role, role))
