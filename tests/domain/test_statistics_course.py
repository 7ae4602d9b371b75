"""Figures of a whole course: a fixed form as SciPy and pingouin see it, and forms that differ between patients."""

from random import Random

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped]  # SciPy carries no types

from quiz_app.domain.attempt import Record
from quiz_app.domain.mastery import assess
from quiz_app.domain.progress import replay
from quiz_app.domain.statistics.analysis import Analysis
from quiz_app.domain.statistics.arrays import Floats
from tests.builders import MISS, RIGHT, course, item, pair, topic
from tests.domain.many_answers import analysis_of, figures, sheet, sheet_of, simulated

FIXED = course(topic("only", [item(name) for name in ("plasma", "donor", "dose", "rash")]), asked_per_topic=4)
DRAWN = course(
    topic("first", [*pair("clot"), item("plasma"), item("donor"), item("dose")]),
    topic("second", [*pair("lung"), item("rash"), item("fever")]),
    asked_per_topic=3,
)


def marks_of(patients: int) -> Floats:
    """Right and not right of people who know more or less."""
    chance = Random(11)  # noqa: S311 - a simulation, not a secret
    rows = []
    for _ in range(patients):
        ability = chance.gauss(0, 1)
        rows.append([float(ability + chance.gauss(0, 1) > -0.5) for _ in range(4)])
    return np.array(rows)


def analysed(marks: Floats) -> Analysis:
    """The figures of a fixed form: one row for each patient, one column for each item."""
    sheets = [
        sheet(FIXED, *((name, RIGHT if mark else MISS) for name, mark in zip(FIXED.items, row, strict=True)))
        for row in marks
    ]
    return analysis_of(FIXED, sheets)


def test_on_a_fixed_form_discrimination_is_the_correlation_of_scipy() -> None:
    marks = marks_of(120)
    theirs = stats.pearsonr(marks[:, 0], marks[:, 1:].sum(axis=1))
    interval = theirs.confidence_interval(0.95)

    found = figures(analysed(marks), "plasma").discrimination

    assert found
    assert found.value == pytest.approx(float(theirs.statistic))
    assert found.n == 120
    assert found.interval == pytest.approx((interval.low, interval.high))


def test_on_a_fixed_form_alpha_is_that_of_pingouin() -> None:
    marks = marks_of(120)
    together = np.cov(marks, rowvar=False)

    found = analysed(marks).whole  # pingouin 0.7.0, cronbach_alpha of the same marks: 0.513033722695176, 0.353 to 0.641

    assert found.alpha == pytest.approx(4 / 3 * (1 - together.trace() / together.sum()))
    assert found.alpha == pytest.approx(0.513033722695176)
    assert found.interval == pytest.approx((0.353, 0.641), abs=0.0005)


def test_on_a_fixed_form_weights_and_error_follow_from_the_covariances() -> None:
    marks = marks_of(120)
    roots = np.sqrt([np.cov(column, marks.sum(axis=1))[0, 1] for column in marks.T])

    found = analysed(marks).whole

    assert [found.weights["only", number] for number in (1, 2, 3, 4)] == pytest.approx(list(roots / roots.sum()))
    assert found.alpha
    assert found.error == pytest.approx(float(marks.sum(axis=1).std(ddof=1)) * (1 - found.alpha) ** 0.5)


def test_below_a_hundred_patients_nothing_is_said_about_the_whole() -> None:
    found = analysed(marks_of(99)).whole

    assert found.model_dump(exclude_none=True) == {"patients": 99, "slots": 4, "weights": {}}


def test_where_everybody_is_right_alpha_is_undefined() -> None:
    found = analysed(np.ones((100, 4))).whole

    assert (found.mean, found.spread, found.alpha, found.error) == (4.0, 0.0, None, None)


def test_where_forms_differ_each_slot_holds_whatever_was_asked_in_it() -> None:
    records = [each for each in simulated(DRAWN, 300) if each.responses]
    rows = np.array([row for row in map(slots_of, records) if row])
    together = np.cov(rows, rowvar=False)

    found = analysis_of(DRAWN, [sheet_of(each) for each in records]).whole

    assert (found.patients, found.slots) == (len(rows), 6)
    assert found.mean == pytest.approx(rows.sum(axis=1).mean())
    assert found.alpha == pytest.approx(6 / 5 * (1 - together.trace() / together.sum()))


def slots_of(record: Record) -> list[float]:
    """The first marks of a patient: clot, two drawn, lung, two drawn; empty for one who stopped on the way."""
    points = {each.item: each.first for each in assess(DRAWN, record, replay(DRAWN, record)).points}
    asked = [[each.item for each in part.asked] for part in record.form.parts]
    ordered = [sorted(part, key=lambda name: not DRAWN.items[name].critical) for part in asked]
    firsts = [points[name] for part in ordered for name in part]
    return [first.mark.credit for first in firsts if first] if all(firsts) else []
