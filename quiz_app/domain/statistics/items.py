"""The figures of one version of an item, as far as the table of small numbers lets them be said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import numpy as np

from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import Choice
from quiz_app.domain.statistics.arrays import Floats, Ints
from quiz_app.domain.statistics.columns import Columns
from quiz_app.domain.statistics.formulas import discrimination, efficiency, spread
from quiz_app.domain.statistics.meant import misplaced
from quiz_app.domain.statistics.numbers import Interval, bootstrap, fisher, wilson
from quiz_app.domain.statistics.small_numbers import FEWEST_OF_EACH, Enough, enough


class Share(Frozen):
    """k of n, in words never without both."""

    k: int
    n: int


class Estimate(Frozen):
    """A correlation over that many patients, with its interval."""

    value: float
    interval: Interval
    n: int


class OptionFigures(Frozen):
    """How often an option, or a thing put in a place that is not its own, was chosen on the first try.

    draws: correlation of choosing it with the rest of the total; None for the key, or where it may not be said.
    """

    text: str
    verdict: Verdict
    chosen: Share
    interval: Interval
    draws: Estimate | None


class ItemFigures(Frozen):
    """One version of an item, first tries of first attempts; what may not be said yet, or is undefined, is None.

    facility: mean credit, 0..1. spread: SD of the credit. unsure: who chose "not sure". mistaken: who was very sure and
    not right, of those whose sureness is known. credit: sum of credit, for ranking.
    """

    item: Item
    version: str
    topic: str
    answered: int
    right: Share | None = None
    credit: float = 0.0
    facility: float | None = None
    interval: Interval | None = None
    spread: float | None = None
    unsure: Share | None = None
    mistaken: Share | None = None
    options: tuple[OptionFigures, ...] = ()
    discrimination: Estimate | None = None
    efficiency: float | None = None

    @property
    def enough(self) -> Enough:
        """What may be said about it."""
        return enough(self.answered)


def item_figures(all_: Columns, item: Item, *, version: str, topic: str) -> ItemFigures:
    """The figures of an item; topic: the name of the one it stands in."""
    places = all_.tries_of_version.get(version, np.array([], dtype=np.int32))
    answered = len(places)
    bare = ItemFigures(item=item, version=version, topic=topic, answered=answered)
    if bare.enough < Enough.COUNTS:
        return bare
    counts, marks = all_.counts(places), all_.credit[places]
    return bare.model_copy(
        update={
            **_counted(all_, counts, answered),
            "credit": float(marks.sum()),
            "facility": float(marks.mean()),
            "interval": wilson(float(marks.sum()), answered),
            "spread": spread(marks),
            "options": _options(all_, item, places, counts) if bare.enough >= Enough.SHARES else (),
            **_correlated(all_, places),
        }
    )


def estimate(marks: Floats, rests: Floats) -> Estimate | None:
    """The correlation of marks with the rest of the totals: from 50 patients, 5 of them right and 5 not."""
    right = int((marks >= 1).sum())
    if enough(len(marks)) < Enough.CORRELATIONS or min(right, len(marks) - right) < FEWEST_OF_EACH:
        return None
    value = discrimination(marks, rests)
    if value is None:
        return None
    interval = fisher(value, len(marks)) if len(marks) >= Enough.ALL else bootstrap(marks, rests)
    return Estimate(value=value, interval=interval, n=len(marks)) if interval else None


def _counted(all_: Columns, counts: Mapping[int, int], answered: int) -> dict[str, Share | None]:
    def of(codes: Iterable[int]) -> int:
        return sum(counts[code] for code in codes)

    meant = {code: all_.meant[code] for code in counts}
    known = of(code for code, each in meant.items() if each.sure is not None)
    sure = of(code for code, each in meant.items() if each.sure and not each.mark.right)
    return {
        "right": Share(k=of(code for code, each in meant.items() if each.mark.right), n=answered),
        "unsure": Share(k=of(code for code, each in meant.items() if each.mark.unsure), n=answered),
        "mistaken": Share(k=sure, n=known) if enough(known) >= Enough.COUNTS else None,
    }


def _correlated(all_: Columns, places: Ints) -> dict[str, Estimate | float | None]:
    kept, rests = _with_rests(all_, places)
    marks = all_.credit[kept]
    found = estimate(marks, rests)
    return {
        "discrimination": found,
        "efficiency": efficiency(marks, rests) if found and found.n >= Enough.ALL else None,
    }


def _with_rests(all_: Columns, places: Ints) -> tuple[Ints, Floats]:
    """The answers of patients who answered the whole course as it is today, and the rest of each one's total."""
    kept = places[all_.whole[all_.patient[places]]]
    return kept, all_.total[all_.patient[kept]] - all_.credit[kept]


def _options(all_: Columns, item: Item, places: Ints, counts: Mapping[int, int]) -> tuple[OptionFigures, ...]:
    kept, rests = _with_rests(all_, places)
    codes = all_.answers.codes[kept]
    found = []
    for text, verdict, is_chosen in _parts(item):
        chosen = [code for code in counts if is_chosen(all_.answers.given[code].choice)]
        share = Share(k=sum(counts[code] for code in chosen), n=len(places))
        draws = estimate(np.isin(codes, chosen).astype(np.float64), rests) if verdict is Verdict.WRONG else None
        interval = wilson(share.k, share.n)
        found.append(OptionFigures(text=text, verdict=verdict, chosen=share, interval=interval, draws=draws))
    return tuple(found)


def _parts(item: Item) -> Iterator[tuple[str, Verdict, Callable[[Choice], bool]]]:
    """What can be chosen: each option, or each thing put where it does not belong; and which choices do so."""
    for key in item.keys:
        if item.kind is Kind.SORT:
            yield item.thing(key).what, Verdict.WRONG, partial(_is_misplaced, item, key)
        else:
            yield item.option(key).text, item.option(key).verdict, partial(_is_among, key)


def _is_misplaced(item: Item, key: str, choice: Choice) -> bool:
    return key in misplaced(item, choice)


def _is_among(key: str, choice: Choice) -> bool:
    return key in choice
