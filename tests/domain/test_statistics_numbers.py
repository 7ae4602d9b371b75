"""Intervals and estimates, against published values and against SciPy."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats  # type: ignore[import-untyped]  # SciPy carries no types

from quiz_app.domain.statistics.f_distribution import f_quantile, incomplete_beta
from quiz_app.domain.statistics.numbers import (
    below_chance,
    bootstrap,
    correlation_chance,
    difference,
    difference_chance,
    feldt,
    fisher,
    shrunken,
    stand_out,
    wilson,
)
from quiz_app.domain.statistics.small_numbers import Enough, enough

# Newcombe, Statistics in Medicine 1998; 17: 857-872, table I, method 3.
NEWCOMBE_ONE = {
    (81, 263): (0.2553, 0.3662),
    (15, 148): (0.0624, 0.1605),
    (0, 20): (0.0, 0.1611),
    (1, 29): (0.0061, 0.1718),
}
# Newcombe, Statistics in Medicine 1998; 17: 873-890, table II, method 10.
NEWCOMBE_TWO = {
    ((56, 70), (48, 80)): (0.0524, 0.3339),
    ((9, 10), (3, 10)): (0.1705, 0.8090),
    ((6, 7), (2, 7)): (0.0582, 0.8062),
    ((5, 56), (0, 29)): (-0.0381, 0.1926),
    ((0, 10), (0, 20)): (-0.1611, 0.2775),
    ((10, 10), (0, 20)): (0.6791, 1.0),
}


@pytest.mark.parametrize(("count", "expected"), NEWCOMBE_ONE.items())
def test_the_interval_of_a_share_is_the_published_one(count: tuple[int, int], expected: tuple[float, float]) -> None:
    assert wilson(*count) == pytest.approx(expected, abs=0.00005)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_of_a_share_is_that_of_scipy(count: tuple[int, int]) -> None:
    theirs = stats.binomtest(*count).proportion_ci(0.95, method="wilson")

    assert wilson(*count) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_the_test_of_a_share_turns_where_its_interval_ends() -> None:
    low, high = wilson(30, 50)

    assert below_chance(30, 50, high) == pytest.approx(0.025)
    assert below_chance(30, 50, low) == pytest.approx(0.975)


@pytest.mark.parametrize(("pair", "expected"), NEWCOMBE_TWO.items())
def test_the_interval_of_a_difference_is_the_published_one(
    pair: tuple[tuple[int, int], tuple[int, int]], expected: tuple[float, float]
) -> None:
    assert difference(*pair) == pytest.approx(expected, abs=0.00005)


def test_the_test_of_a_difference_is_the_chi_square_test_of_the_four_counts() -> None:
    theirs = stats.chi2_contingency([[56, 14], [48, 32]], correction=False).pvalue

    assert difference_chance((56, 70), (48, 80)) == pytest.approx(theirs)
    assert difference_chance((10, 10), (20, 20)) == 1.0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_interval_of_a_correlation_is_that_of_scipy(seed: int) -> None:
    draw = np.random.default_rng(seed)
    marks, rests = draw.normal(size=150), draw.normal(size=150)
    theirs = stats.pearsonr(marks, rests)
    expected = theirs.confidence_interval(0.95)

    assert fisher(theirs.statistic, 150) == pytest.approx((expected.low, expected.high))


def test_the_interval_of_a_correlation_worked_by_hand() -> None:
    # z = atanh(0.5) = 0.549306; half = 1.959964 / sqrt(100) = 0.195996
    assert fisher(0.5, 103) == pytest.approx((math.tanh(0.353310), math.tanh(0.745302)), abs=1e-6)


def test_the_test_of_a_correlation_turns_where_its_interval_ends() -> None:
    low, high = fisher(0.1, 120)

    assert correlation_chance(0.1, 120, high) == pytest.approx(0.025)
    assert correlation_chance(0.1, 120, low) == pytest.approx(0.975)
    assert correlation_chance(1.0, 120, 0.2) == pytest.approx(1.0)


def test_the_bootstrap_says_the_same_each_time_and_about_what_scipy_says() -> None:
    draw = np.random.default_rng(7)
    ability = draw.normal(size=80)
    marks, rests = (ability + draw.normal(size=80) > 0).astype(float), ability + draw.normal(size=80)
    theirs = stats.bootstrap(
        (marks, rests), lambda x, y: stats.pearsonr(x, y)[0], paired=True, vectorized=False, n_resamples=2000,
        method="percentile", rng=np.random.default_rng(3),
    ).confidence_interval  # fmt: skip  # as SciPy's own documentation writes it

    found = bootstrap(marks, rests)

    assert found == bootstrap(marks, rests)
    assert found == pytest.approx((theirs.low, theirs.high), abs=0.04)


def test_the_bootstrap_says_nothing_where_most_draws_have_nothing_that_varies() -> None:
    marks = np.array([1.0] * 49 + [0.0])

    assert bootstrap(marks, np.arange(50.0)) is None


@settings(deadline=None)
@given(st.floats(0.01, 0.99), st.integers(1, 3000), st.integers(1, 40000))
def test_quantiles_of_f_are_those_of_scipy(share: float, above: int, below: int) -> None:
    assert f_quantile(share, above, below) == pytest.approx(float(stats.f.ppf(share, above, below)), rel=1e-6)


@given(st.floats(0, 0.999999), st.floats(0.5, 500), st.floats(0.5, 5000))  # nearer to 1, a double holds too few digits
def test_the_incomplete_beta_function_is_that_of_scipy(x: float, a: float, b: float) -> None:
    assert incomplete_beta(x, a, b) == pytest.approx(float(special.betainc(a, b, x)), abs=1e-10)


def test_the_interval_of_alpha_is_that_of_pingouin() -> None:
    # pingouin 0.7.0, cronbach_alpha of the marks in test_statistics_formulas: 0.6195286, 95 % interval -0.129 to 0.915
    assert feldt(0.6195286, patients=8, slots=4) == pytest.approx((-0.129, 0.915), abs=0.0005)


def test_the_interval_of_alpha_rests_on_the_f_distribution_of_scipy() -> None:
    low, high = feldt(0.8, patients=10, slots=5)

    assert low == pytest.approx(1 - 0.2 * float(stats.f.ppf(0.975, 9, 36)))
    assert high == pytest.approx(1 - 0.2 * float(stats.f.ppf(0.025, 9, 36)))


def test_the_example_of_benjamini_and_hochberg_rejects_the_first_four() -> None:
    # Benjamini and Hochberg, JRSS B 1995; 57: 289-300, section 3.2, at 0.05.
    published = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
        0.7590, 1.0000,
    ]  # fmt: skip  # as the paper lists them

    assert stand_out(published, 0.05) == (True,) * 4 + (False,) * 11


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_what_stands_out_is_what_scipy_finds(chances: list[float]) -> None:
    theirs = stats.false_discovery_control(chances, method="bh")

    assert all(
        found == (adjusted <= 0.05) or adjusted == pytest.approx(0.05)
        for found, adjusted in zip(stand_out(chances, 0.05), theirs, strict=True)
    )


def test_for_one_test_alone_what_stands_out_is_the_test_itself() -> None:
    assert stand_out([0.024]) == (True,)
    assert stand_out([0.026]) == (False,)
    assert stand_out([]) == ()


def test_few_answers_are_drawn_further_towards_the_mean_than_many() -> None:
    few, many, other = shrunken([(4, 10), (400, 1000), (900, 1000)])

    assert 0.4 < many < few < 0.65
    assert other == pytest.approx(0.9, abs=0.01)


def test_shares_that_differ_by_no_more_than_chance_are_all_the_mean() -> None:
    assert shrunken([(80, 100), (81, 100), (79, 100)]) == (0.8, 0.8, 0.8)
    assert shrunken([(10, 10), (20, 20)]) == (1.0, 1.0)


def test_shrinkage_worked_by_hand() -> None:
    # mean 0.5; apart = (100 * 0.16 * 2) / 0.25 = 128; room = 2 * 0.5 * 99 = 99
    # likeness = (128 - 1) / 99 > 1, so nearly all of each share is its own
    assert shrunken([(90, 100), (10, 100)]) == pytest.approx((0.9, 0.1))
    # mean 0.5; apart = (100 * 0.01 * 2) / 0.25 = 8; likeness = (8 - 1) / 99; weight = 99 / 7 - 1 = 13.142857
    assert shrunken([(60, 100), (40, 100)]) == pytest.approx((66.571428 / 113.142857, 46.571428 / 113.142857))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (0, Enough.NOTHING),
        (9, Enough.NOTHING),
        (10, Enough.COUNTS),
        (29, Enough.COUNTS),
        (30, Enough.SHARES),
        (49, Enough.SHARES),
        (50, Enough.CORRELATIONS),
        (99, Enough.CORRELATIONS),
        (100, Enough.ALL),
    ],
)
def test_the_table_of_small_numbers(answers: int, expected: Enough) -> None:
    assert enough(answers) is expected
