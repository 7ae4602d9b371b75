"""What to look at: the few figures that chance does not explain, the most urgent first."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Item
from quiz_app.domain.statistics.items import Estimate, ItemFigures, OptionFigures, Share
from quiz_app.domain.statistics.numbers import (
    ONE_SIDE,
    Interval,
    below_chance,
    correlation_chance,
    shrunken,
    stand_out,
)
from quiz_app.domain.statistics.points import Drift, PointFigures
from quiz_app.domain.statistics.small_numbers import FEWEST_WITH_LESSON, Enough, enough

FACILITY_TARGET = 0.80
"""First tries right that an item should reach after its lesson."""

BY_END_TARGET = 0.90
"""People right by the end that a lesson on a critical point should reach."""

DISCRIMINATION_TARGET = 0.20
IDLE = 0.05
"""A distractor that is surely chosen by fewer does no work."""

Each = TypeVar("Each")


class Look(StrEnum):
    """Why to look: a wrong key, a lesson that does not work, too hard, apart from the rest, unlike wordings."""

    KEY = "key"
    LESSON = "lesson"
    HARD = "hard"
    APART = "apart"
    DRIFT = "drift"


class Finding(Frozen):
    """One thing to look at, with the figures it rests on.

    items: the item, or all wordings of a point. option: the distractor of a KEY. share: of a HARD or LESSON.
    credit: the facility of a HARD, mean credit, 0..1. interval: of that facility, or of the share of a LESSON.
    screens: of a LESSON. estimate: of KEY or APART. drift: of a DRIFT.
    """

    look: Look
    topic: str
    items: tuple[Item, ...]
    option: str = ""
    share: Share | None = None
    credit: float = 0.0
    interval: Interval | None = None
    screens: tuple[str, ...] = ()
    estimate: Estimate | None = None
    drift: Drift | None = None


class Ranked(Frozen):
    """An item in the order of difficulty, by its facility drawn towards the mean of all."""

    figures: ItemFigures
    facility: float


def findings(items: Sequence[ItemFigures], points: Sequence[PointFigures]) -> tuple[Finding, ...]:
    """Everything to look at, the clearest of each kind first.

    Of each kind only what stands out among all items looked at in the same way.
    """
    return (
        *sorted(_keys(items), key=_value, reverse=True),
        *sorted(_lessons(points), key=_middle),
        *sorted(_hard(items), key=_middle),
        *sorted(_apart(items), key=_value),
        *sorted(_drifting(points), key=_chance),
    )


def _value(finding: Finding) -> float:
    return finding.estimate.value if finding.estimate else 0.0


def _middle(finding: Finding) -> float:
    return sum(finding.interval) if finding.interval else 0.0


def _chance(finding: Finding) -> float:
    return finding.drift.chance if finding.drift else 0.0


def ranked(items: Sequence[ItemFigures]) -> tuple[Ranked, ...]:
    """Items with enough answers for an order, the hardest first."""
    known = [figures for figures in items if figures.enough >= Enough.SHARES]
    if not known:
        return ()
    drawn = shrunken([(figures.credit, figures.answered) for figures in known])
    pairs = [Ranked(figures=figures, facility=facility) for figures, facility in zip(known, drawn, strict=True)]
    return tuple(sorted(pairs, key=lambda each: each.facility))


def is_idle(option: OptionFigures) -> bool:
    """Whether hardly anybody surely chooses it: the upper limit of its share is below 5 %."""
    return option.interval.high < IDLE


def _keys(items: Iterable[ItemFigures]) -> Iterable[Finding]:
    drawing = [(each, option, option.draws) for each in items for option in each.options if option.draws]
    for figures, option, draws in _standing_out(drawing, lambda each: correlation_chance(-each[2].value, each[2].n, 0)):
        if draws.interval.low > 0:
            yield Finding(look=Look.KEY, topic=figures.topic, items=(figures.item,), option=option.text, estimate=draws)


def _lessons(points: Iterable[PointFigures]) -> Iterable[Finding]:
    for point in points:
        share = point.by_end
        if share and share.n >= FEWEST_WITH_LESSON and share.k < BY_END_TARGET * share.n:
            yield Finding(
                look=Look.LESSON,
                topic=point.topic,
                items=point.wordings,
                share=share,
                interval=point.interval,
                screens=point.screens,
            )


def _hard(items: Iterable[ItemFigures]) -> Iterable[Finding]:
    known = [each for each in items if each.interval]
    for each in _standing_out(known, lambda each: below_chance(each.credit, each.answered, FACILITY_TARGET)):
        if each.interval and each.interval.high < FACILITY_TARGET:
            yield Finding(
                look=Look.HARD,
                topic=each.topic,
                items=(each.item,),
                share=each.right,
                credit=each.credit / each.answered,
                interval=each.interval,
            )


def _apart(items: Iterable[ItemFigures]) -> Iterable[Finding]:
    known = [(each, each.discrimination) for each in items if each.discrimination]
    for each, found in _standing_out(
        known, lambda each: correlation_chance(each[1].value, each[1].n, DISCRIMINATION_TARGET)
    ):
        if found.interval.high < DISCRIMINATION_TARGET:
            yield Finding(look=Look.APART, topic=each.topic, items=(each.item,), estimate=found)


def _drifting(points: Iterable[PointFigures]) -> Iterable[Finding]:
    known = [(each, each.drift) for each in points if each.drift and _is_comparable(each.drift)]
    for each, drift in _standing_out(known, lambda each: each[1].chance / 2):
        if not drift.apart.low <= 0 <= drift.apart.high:
            yield Finding(look=Look.DRIFT, topic=each.topic, items=each.wordings, drift=drift)


def _is_comparable(drift: Drift) -> bool:
    return min(enough(drift.one.n), enough(drift.other.n)) >= Enough.SHARES


def _standing_out(tested: Sequence[Each], chance: Callable[[Each], float]) -> Iterable[Each]:
    found = stand_out([chance(each) for each in tested], ONE_SIDE)
    return (each for each, stands in zip(tested, found, strict=True) if stands)
