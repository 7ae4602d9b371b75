"""Intervals and estimates that stay honest with few answers; each names its source. All intervals are 95 %."""

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from quiz_app.domain.statistics.arrays import Floats
from quiz_app.domain.statistics.f_distribution import f_quantile

ONE_SIDE = 0.025
"""The chance of an error on one side of an interval."""

RESAMPLES = 2000

_NORMAL = NormalDist()
_Z = _NORMAL.inv_cdf(1 - ONE_SIDE)
_SEED = 1927
_NEARLY_ONE = 1 - 1e-12


class Interval(NamedTuple):
    """What a figure may well be, from low to high."""

    low: float
    high: float


def wilson(credit: float, answers: int) -> Interval:
    """The interval of a share: credit out of that many answers (Wilson, JASA 1927).

    Partial credit varies less around the same mean than right and not right do, so for it the interval is wide enough.
    """
    share, extra = credit / answers, _Z**2 / answers
    middle = (share + extra / 2) / (1 + extra)
    half = _Z * math.sqrt(share * (1 - share) / answers + extra / 4 / answers) / (1 + extra)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def below_chance(credit: float, answers: int, target: float) -> float:
    """How likely so low a share is if the target (0..1) were met: one-sided score test, the one Wilson inverts."""
    return _NORMAL.cdf((credit / answers - target) / math.sqrt(target * (1 - target) / answers))


def difference(one: tuple[float, int], other: tuple[float, int]) -> Interval:
    """The interval of the first share minus the second, each as credit and answers (Newcombe 1998, method 10)."""
    (low_1, high_1), (low_2, high_2) = wilson(*one), wilson(*other)
    share_1, share_2 = one[0] / one[1], other[0] / other[1]
    apart = share_1 - share_2
    return Interval(
        apart - math.hypot(share_1 - low_1, high_2 - share_2), apart + math.hypot(high_1 - share_1, share_2 - low_2)
    )


def difference_chance(one: tuple[float, int], other: tuple[float, int]) -> float:
    """How likely shares so far apart are if both were alike: two-sided z test with the pooled share."""
    share = (one[0] + other[0]) / (one[1] + other[1])
    error = math.sqrt(share * (1 - share) * (1 / one[1] + 1 / other[1]))
    apart = abs(one[0] / one[1] - other[0] / other[1])
    return 2 * _NORMAL.cdf(-apart / error) if error else 1.0


def fisher(correlation: float, patients: int) -> Interval:
    """The interval of a correlation by Fisher's z; for 100 patients and more."""
    z, half = _fisher_z(correlation), _Z / math.sqrt(patients - 3)
    return Interval(math.tanh(z - half), math.tanh(z + half))


def correlation_chance(correlation: float, patients: int, against: float) -> float:
    """How likely so low a correlation is if it were that high in truth: one-sided, by Fisher's z."""
    return _NORMAL.cdf((_fisher_z(correlation) - _fisher_z(against)) * math.sqrt(patients - 3))


def bootstrap(marks: Floats, rests: Floats) -> Interval | None:
    """The interval of a correlation by drawing patients again and again (percentiles of 2,000 draws).

    Always the same for the same marks. None where one in twenty draws or more has nothing that varies.
    """
    draws = np.random.default_rng(_SEED).integers(0, len(marks), size=(RESAMPLES, len(marks)))
    x, y = marks[draws], rests[draws]
    x, y = x - x.mean(axis=1, keepdims=True), y - y.mean(axis=1, keepdims=True)
    scale = np.sqrt((x * x).sum(axis=1) * (y * y).sum(axis=1))
    varies = scale > 1e-12
    if varies.mean() <= 0.95:
        return None
    low, high = np.quantile((x * y).sum(axis=1)[varies] / scale[varies], [ONE_SIDE, 1 - ONE_SIDE])
    return Interval(float(low), float(high))


def feldt(alpha: float, *, patients: int, slots: int) -> Interval:
    """The interval of Cronbach's alpha (Feldt, Psychometrika 1965)."""
    above, below = patients - 1, (patients - 1) * (slots - 1)
    low, high = (1 - (1 - alpha) * f_quantile(share, above, below) for share in (1 - ONE_SIDE, ONE_SIDE))
    return Interval(low, high)


def stand_out(chances: Sequence[float], rate: float = ONE_SIDE) -> tuple[bool, ...]:
    """Which of many tests stand out when at most that share of what is reported may be chance.

    Benjamini and Hochberg, JRSS B 1995; for one test it is the test itself.
    """
    ranked = sorted(chances)
    last = max((p for rank, p in enumerate(ranked, start=1) if p <= rate * rank / len(ranked)), default=-1.0)
    return tuple(chance <= last for chance in chances)


def shrunken(counts: Sequence[tuple[float, int]]) -> tuple[float, ...]:
    """Each share drawn towards the mean of all, the more the fewer its answers: beta-binomial, by moments.

    Each count is credit and answers. Where the shares differ by no more than chance, all of them are the mean.
    """
    answers = sum(n for _, n in counts)
    mean = sum(credit for credit, _ in counts) / answers
    likeness = _likeness(counts, mean, answers)
    if likeness <= 0:
        return tuple(mean for _ in counts)
    weight = 1 / likeness - 1
    return tuple((credit + weight * mean) / (n + weight) for credit, n in counts)


def _likeness(counts: Sequence[tuple[float, int]], mean: float, answers: int) -> float:
    """How alike two answers to one item are beyond chance, 0..1 (intraclass correlation, by moments)."""
    room = sum((1 - n / answers) * (n - 1) for _, n in counts)
    if not 0 < mean < 1 or not room:
        return 0.0
    apart = sum(n * (credit / n - mean) ** 2 for credit, n in counts) / (mean * (1 - mean))
    return min((apart - (len(counts) - 1)) / room, _NEARLY_ONE)


def _fisher_z(correlation: float) -> float:
    return math.atanh(max(-_NEARLY_ONE, min(_NEARLY_ONE, correlation)))
