"""The figures of critical points: right by the end, two wordings beside each other, and how sure people were."""

from collections.abc import Iterable

import numpy as np

from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Item
from quiz_app.domain.statistics.arrays import Bools, Ints
from quiz_app.domain.statistics.columns import NONE, Columns
from quiz_app.domain.statistics.items import Share
from quiz_app.domain.statistics.numbers import Interval, difference, difference_chance, wilson
from quiz_app.domain.statistics.small_numbers import Enough, enough


class Drift(Frozen):
    """First tries at the two wordings of a point: the share right of each, and the first minus the second.

    chance: how likely shares so far apart are if both wordings were equally easy.
    """

    one: Share
    other: Share
    apart: Interval
    chance: float


class Quadrant(Frozen):
    """First tries by how sure people said they were: very sure, or less (also who chose "not sure")."""

    sure_right: int
    sure_mistaken: int
    less_right: int
    less_mistaken: int

    @property
    def n(self) -> int:
        """All whose sureness is known."""
        return self.sure_right + self.sure_mistaken + self.less_right + self.less_mistaken


class PointFigures(Frozen):
    """One critical point: its wordings, and how many met it and were done with it; None is not to be said yet.

    at_first, by_end: right on the first try, and in the end. regained: right in the second wording, of those who were
    asked it (the gain of seeing the lesson screen again).
    """

    wordings: tuple[Item, ...]
    topic: str
    met: int
    at_first: Share | None = None
    by_end: Share | None = None
    interval: Interval | None = None
    regained: Share | None = None
    drift: Drift | None = None

    @property
    def screens(self) -> tuple[str, ...]:
        """The lesson screens that teach it."""
        return tuple(dict.fromkeys(item.revisit for item in self.wordings if item.revisit))


def point_figures(all_: Columns, wordings: tuple[Item, ...], *, versions: tuple[str, ...], topic: str) -> PointFigures:
    """The figures of a point; versions: one for each wording."""
    tries = all_.tries_of_point.get(frozenset(versions), np.array([], dtype=np.int32))
    done = tries[_settled(all_, tries, is_paired=len(wordings) > 1)]
    bare = PointFigures(wordings=wordings, topic=topic, met=len(done))
    if enough(len(done)) < Enough.COUNTS:
        return bare
    seconds = all_.second[done]
    first, again = all_.right[done], all_.right[seconds[seconds != NONE]]
    by_end = int(first[seconds == NONE].sum() + again.sum())
    return bare.model_copy(
        update={
            "at_first": Share(k=int(first.sum()), n=len(done)),
            "by_end": Share(k=by_end, n=len(done)),
            "interval": wilson(by_end, len(done)),
            "regained": _regained(again, len(done)),
            "drift": _drift(all_, versions),
        }
    )


def quadrant(all_: Columns, tries: Iterable[Ints]) -> Quadrant | None:
    """How sure people were at these first tries, by whether they were right; None below ten of known sureness."""
    places = np.concatenate([np.array([], dtype=np.int32), *tries])
    counts = {(sure, right): 0 for sure in (True, False) for right in (True, False)}
    for code, times in all_.counts(places).items():
        each = all_.meant[code]
        if each.sure is not None:
            counts[each.sure, each.mark.right] += times
    if enough(sum(counts.values())) < Enough.COUNTS:
        return None
    return Quadrant(
        sure_right=counts[True, True],
        sure_mistaken=counts[True, False],
        less_right=counts[False, True],
        less_mistaken=counts[False, False],
    )


def _settled(all_: Columns, tries: Ints, *, is_paired: bool) -> Bools:
    """Whether a patient is done with the point.

    Who missed it is asked the second wording next, so a miss with nothing after it is not settled; on paper, and where
    there is no second wording, it is.
    """
    patients = all_.patient[tries]
    last = np.cumsum(all_.answers.lengths)[patients] - 1
    if not is_paired:
        return np.ones(len(tries), dtype=np.bool_)
    settled: Bools = all_.right[tries] | (tries != last) | all_.answers.on_paper[patients]
    return settled


def _regained(again: Bools, answered: int) -> Share | None:
    many = answered >= Enough.ALL and enough(len(again)) >= Enough.COUNTS
    return Share(k=int(again.sum()), n=len(again)) if many else None


def _drift(all_: Columns, versions: tuple[str, ...]) -> Drift | None:
    if len(versions) != 2 or any(version not in all_.tries_of_version for version in versions):
        return None
    one, other = (_share(all_.right[all_.tries_of_version[version]]) for version in versions)
    if min(enough(one.n), enough(other.n)) < Enough.COUNTS:
        return None
    pairs = (one.k, one.n), (other.k, other.n)
    return Drift(one=one, other=other, apart=difference(*pairs), chance=difference_chance(*pairs))


def _share(right: Bools) -> Share:
    return Share(k=int(right.sum()), n=len(right))
