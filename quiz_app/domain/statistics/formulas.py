"""The figures of items and forms from columns of marks (0..1), with n - 1 in every variance; None where undefined.

Source: Moodle quiz statistics, "Quiz report statistics" and "Quiz statistics calculations".
"""

import math
from collections.abc import Sequence

import numpy as np

from quiz_app.domain.statistics.arrays import Floats

_NOTHING = 1e-12


def spread(marks: Floats) -> float | None:
    """Standard deviation of the marks."""
    return float(marks.std(ddof=1)) if len(marks) > 1 else None


def covariance(one: Floats, other: Floats) -> float | None:
    """Covariance of two columns of the same patients."""
    if len(one) < 2:
        return None
    return float(((one - one.mean()) * (other - other.mean())).sum() / (len(one) - 1))


def discrimination(marks: Floats, rests: Floats) -> float | None:
    """Correlation of the mark of an item with the rest of the total, -1..1."""
    together, one, other = covariance(marks, rests), spread(marks), spread(rests)
    if together is None or not one or not other or one * other < _NOTHING:
        return None
    return max(-1.0, min(1.0, together / one / other))


def efficiency(marks: Floats, rests: Floats) -> float | None:
    """Covariance of marks and rests as a share of the most it could be: that of both sorted."""
    most, together = covariance(np.sort(marks), np.sort(rests)), covariance(marks, rests)
    return together / most if together is not None and most and most > _NOTHING else None


def effective_weights(covariances: Sequence[float]) -> tuple[float | None, ...]:
    """The share of each slot in what sets totals apart, 0..1, from its covariance with the total.

    A slot with a negative covariance has none.
    """
    roots = [math.sqrt(each) if each >= 0 else None for each in covariances]
    whole = sum(root for root in roots if root is not None)
    return tuple(root / whole if root is not None and whole else None for root in roots)


def cronbach_alpha(variances: Sequence[float], total: float) -> float | None:
    """Cronbach's alpha from the variance of each slot and of the total."""
    many = len(variances)
    return many / (many - 1) * (1 - sum(variances) / total) if many > 1 and total > _NOTHING else None


def standard_error(total: float, alpha: float) -> float:
    """How far a total may be off, in points: SD(T) * sqrt(1 - alpha); total is the variance of the totals."""
    return math.sqrt(total * (1 - alpha))
