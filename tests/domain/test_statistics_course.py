"""Figures of a whole course: a fixed form as SciPy and pingouin see it, and forms that differ."""

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped]  # SciPy carries no types

from quiz_app.domain.statistics.columns import columns
from quiz_app.domain.statistics.course import course_figures
from quiz_app.domain.statistics.meant import meant
from tests.builders import MISS, RIGHT, course, item, pair, topic
from tests.domain.many_answers import analysis_of, figures, gathered, sheet, sheet_of, simulated

FIXED = course(topic("only", [item(name) for name in ("plasma", "donor", "dose", "rash")]), asked_per_topic=4)


def _marks(patients: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    draw = np.random.default_rng(11)
    return (draw.normal(size=(patients, 1)) + draw.normal(size=(patients, 4)) > -0.5).astype(float)


def _sheets(marks: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> list[object]:
    return [
        sheet(FIXED, *((name, RIGHT if mark else MISS) for name, mark in zip(FIXED.items, row, strict=True)))
        for row in marks
    ]


def test_on_a_fixed_form_discrimination_is_the_correlation_of_scipy() -> None:
    marks = _marks(120)
    found = analysis_of(FIXED, _sheets(marks))  # type: ignore[arg-type]  # rows of sheets
    theirs = stats.pearsonr(marks[:, 0], marks[:, 1:].sum(axis=1))

    estimate = figures(found, "plasma").discrimination

    assert estimate
    assert estimate.value == pytest.approx(theirs.statistic)
    assert estimate.interval == pytest.approx(tuple(theirs.confidence_interval(0.95)))
    assert estimate.n == 120
