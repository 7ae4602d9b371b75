"""Figures of items and forms, against marks worked by hand, SciPy and pingouin."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]  # SciPy carries no types

from quiz_app.domain.statistics.formulas import (
    covariance,
    cronbach_alpha,
    discrimination,
    effective_weights,
    efficiency,
    spread,
    standard_error,
)

MARKS = np.array(
    [
        [1, 1, 1, 0.5],
        [1, 0, 1, 1],
        [0, 0, 1, 0],
        [1, 1, 1, 1],
        [0, 0, 0, 0.5],
        [1, 1, 0, 1],
        [0, 1, 1, 0],
        [1, 1, 1, 1],
    ]
)
"""Eight patients, four items. Totals 3.5 3 1 4 0.5 3 2 4; mean 2.625; sum of squares 12.375, so variance 1.767857."""

TOTALS = MARKS.sum(axis=1)


def test_the_spread_of_an_item_divides_by_n_minus_one() -> None:
    # item 4: mean 0.625, sum of squares 1.375
    assert spread(MARKS[:, 3]) == pytest.approx((1.375 / 7) ** 0.5)


def test_discrimination_leaves_the_item_out_of_the_total() -> None:
    # item 1: rests 2.5 2 1 3 0.5 2 2 3; products sum to 2.5; squares 1.875 and 5.5
    assert discrimination(MARKS[:, 0], TOTALS - MARKS[:, 0]) == pytest.approx(2.5 / (1.875 * 5.5) ** 0.5)
    # item 4: rests 3 2 1 3 0 2 2 3; products sum to 1.5; squares 1.375 and 8
    assert discrimination(MARKS[:, 3], TOTALS - MARKS[:, 3]) == pytest.approx(1.5 / (1.375 * 8) ** 0.5)


def test_efficiency_is_the_covariance_out_of_the_most_it_could_be() -> None:
    # item 1 is sorted like its rests: 2.5 of 2.5. item 4: 1.5 of 3
    assert efficiency(MARKS[:, 0], TOTALS - MARKS[:, 0]) == pytest.approx(1.0)
    assert efficiency(MARKS[:, 3], TOTALS - MARKS[:, 3]) == pytest.approx(0.5)


def test_effective_weights_are_shares_of_the_roots_of_the_covariances() -> None:
    found = [covariance(column, TOTALS) for column in MARKS.T]

    # sums of products 4.375 3.375 1.75 2.875; roots 2.091650 1.837117 1.322876 1.695582, together 6.947225
    assert found == pytest.approx([4.375 / 7, 3.375 / 7, 1.75 / 7, 2.875 / 7])
    assert effective_weights([4.375 / 7, 3.375 / 7, 1.75 / 7, 2.875 / 7]) == pytest.approx(
        (0.301077, 0.264439, 0.190418, 0.244066), abs=1e-6
    )


def test_a_slot_with_a_negative_covariance_has_no_weight() -> None:
    assert effective_weights([0.25, -0.01, 0.0625]) == pytest.approx((2 / 3, None, 1 / 3))
    assert effective_weights([0.0, 0.0]) == (None, None)


def test_alpha_is_that_of_pingouin() -> None:
    # 4/3 * (1 - (1.875 + 1.875 + 1.5 + 1.375) / 12.375); pingouin 0.7.0 says 0.6195286195286195
    alpha = cronbach_alpha([column.var(ddof=1) for column in MARKS.T], TOTALS.var(ddof=1))

    assert alpha == pytest.approx(0.6195286195286195)


def test_the_standard_error_is_in_points() -> None:
    assert standard_error(12.375 / 7, 0.6195286) == pytest.approx(0.820134, abs=1e-6)


def test_what_is_undefined_is_none_and_never_zero() -> None:
    same, different = np.array([1.0, 1.0, 1.0]), np.array([1.0, 2.0, 3.0])

    assert discrimination(same, different) is None
    assert discrimination(different, same) is None
    assert efficiency(same, different) is None
    assert covariance(np.array([1.0]), np.array([2.0])) is None
    assert spread(np.array([1.0])) is None
    assert cronbach_alpha([0.5], 0.5) is None
    assert cronbach_alpha([0.0, 0.0], 0.0) is None


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.integers(0, 12)), min_size=3, max_size=60))
def test_discrimination_is_the_correlation_of_scipy(pairs: list[tuple[float, int]]) -> None:
    marks, rests = np.array([x for x, _ in pairs]), np.array([float(y) for _, y in pairs])
    if len(set(marks)) < 2 or len(set(rests)) < 2:
        assert discrimination(marks, rests) is None
        return

    assert discrimination(marks, rests) == pytest.approx(float(stats.pearsonr(marks, rests).statistic), abs=1e-9)
