"""Quantiles of the F distribution, through the incomplete beta function as a continued fraction.

Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.8 and 26.6.2; the fraction is worked out from
the top by Lentz's method.
"""

import math

_ROUNDS = 100_000
_CLOSE = 1e-14
_TINY = 1e-300


def f_quantile(share: float, above: float, below: float) -> float:
    """The value below which that share (0..1) of F lies; above and below are the two degrees of freedom."""
    low, high = 0.0, 1.0
    while low < (middle := (low + high) / 2) < high:
        if incomplete_beta(middle, above / 2, below / 2) < share:
            low = middle
        else:
            high = middle
    return below * high / (above * (1 - high)) if high < 1 else math.inf


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularized incomplete beta function I_x(a, b), 0..1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(1 - x, b, a)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / a / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    value, upper, lower = 1.0, 1.0, 0.0
    for number in range(1, _ROUNDS):
        term = _term(number, x, a, b)
        lower = 1 / _not_zero(1 + term * lower)
        upper = _not_zero(1 + term / upper)
        value *= upper * lower
        if abs(upper * lower - 1) < _CLOSE:
            break
    return value


def _term(number: int, x: float, a: float, b: float) -> float:
    half = number // 2
    if number % 2:
        return -(a + half) * (a + b + half) * x / ((a + number - 1) * (a + number))
    return half * (b - half) * x / ((a + number - 1) * (a + number))


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
