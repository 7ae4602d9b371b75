"""Misconceptions of the month: which beliefs people showed on the first try, in the last 30 days and before."""

from collections import Counter
from datetime import datetime, timedelta

import numpy as np

from quiz_app.domain.course import Misconception
from quiz_app.domain.form import Frozen
from quiz_app.domain.statistics.arrays import Bools
from quiz_app.domain.statistics.columns import Columns
from quiz_app.domain.statistics.items import Share
from quiz_app.domain.statistics.meant import beliefs_offered, beliefs_shown
from quiz_app.domain.statistics.numbers import Interval, wilson
from quiz_app.domain.statistics.small_numbers import Enough, enough

MONTH = timedelta(days=30)


class Belief(Frozen):
    """A misconception: k of n first tries, at questions that can show it, showed it; None is not to be said yet.

    lately: by patients who began in the last 30 days; before: by those who began earlier.
    """

    name: str
    belief: str
    truth: str
    lately: Share
    interval: Interval
    before: Share | None


def beliefs(all_: Columns, known: dict[str, Misconception], *, now: datetime) -> tuple[Belief, ...]:
    """The misconceptions that may be said, those that are chosen often first (by the lower limit of their share)."""
    recent = all_.answers.opened >= (now - MONTH).timestamp()
    lately, before = (_shares(all_, chosen) for chosen in (recent, ~recent))
    found = [
        Belief(
            name=name,
            belief=known[name].belief,
            truth=known[name].truth,
            lately=share,
            interval=wilson(share.k, share.n),
            before=before.get(name),
        )
        for name, share in lately.items()
        if name in known
    ]
    return tuple(sorted(found, key=lambda each: (-each.interval.low, -each.lately.k, each.name)))


def _shares(all_: Columns, patients: Bools) -> dict[str, Share]:
    shown, offered = Counter[str](), Counter[str]()
    places = np.flatnonzero(all_.first & patients[all_.patient]).astype(np.int32)
    for code, times in all_.counts(places).items():
        item = all_.meant[code].item
        for name in beliefs_offered(item):
            offered[name] += times
        for name in beliefs_shown(item, all_.answers.given[code].choice):
            shown[name] += times
    return {name: Share(k=shown[name], n=n) for name, n in offered.items() if enough(n) >= Enough.COUNTS}
