"""The table of small numbers: how many answers allow which figure to be said."""

from enum import IntEnum

FEWEST_WITH_LESSON = 20
"""Answers before a lesson is looked at."""

FEWEST_OF_EACH = 5
"""Right answers, and others, before a correlation is worked out."""


class Enough(IntEnum):
    """What may be said about an item; the value is how many answers it takes.

    COUNTS: k of n with an interval. SHARES: also the options, and a place in the order of difficulty. CORRELATIONS:
    also how the item goes with the rest. ALL: also what needs many patients: efficiency, weight, alpha, gain.
    """

    NOTHING = 0
    COUNTS = 10
    SHARES = 30
    CORRELATIONS = 50
    ALL = 100


def enough(answers: int) -> Enough:
    """What that many answers allow to be said."""
    return max(level for level in Enough if answers >= level)
