"""Figures in words: always k of n, an interval as a span, and nothing where a figure may not be said."""

from urllib.parse import urlencode

from markupsafe import Markup

from quiz_app.domain.item import Item
from quiz_app.domain.statistics.items import Estimate, ItemFigures, Share
from quiz_app.domain.statistics.numbers import Interval
from quiz_app.domain.statistics.small_numbers import Enough
from quiz_app.i18n.messages import Words

BLANK = ""


def of(share: Share | None, say: Words) -> str:
    """k of n."""
    return say("stats.of", k=share.k, n=share.n) if share else BLANK


def percent(value: float) -> str:
    """A share as a whole number of hundredths."""
    return f"{100 * value:.0f}"


def span(value: float, interval: Interval, say: Words) -> str:
    """A share with its interval, in hundredths."""
    return say("stats.span", value=percent(value), low=percent(interval.low), high=percent(interval.high))


def counted(share: Share | None, interval: Interval | None, say: Words) -> str:
    """k of n with the interval of the share."""
    if share is None or interval is None:
        return BLANK
    return say("stats.counted", k=share.k, n=share.n, low=percent(interval.low), high=percent(interval.high))


def correlation(estimate: Estimate | None, say: Words) -> str:
    """A correlation with its interval and how many patients it rests on."""
    if estimate is None:
        return BLANK
    low, high = (f"{each:.2f}" for each in estimate.interval)
    return say("stats.correlation", value=f"{estimate.value:.2f}", low=low, high=high, n=estimate.n)


def decimal(value: float | None) -> str:
    """A figure with two decimals."""
    return BLANK if value is None else f"{value:.2f}"


def too_few(answered: int, say: Words, needed: int = Enough.COUNTS) -> str:
    """That there are not enough answers yet, and how many there are."""
    return say("stats.too-few", answered=answered, needed=needed)


def facility(figures: ItemFigures, say: Words) -> str:
    """The mean credit with its interval, or that there are not enough answers yet."""
    if figures.facility is None or figures.interval is None:
        return too_few(figures.answered, say)
    return span(figures.facility, figures.interval, say)


def question(item: Item, say: Words) -> Markup:
    """A question by its words and its name, and whether it is critical."""
    about = say("stats.critical", item=item.id) if item.critical else item.id
    return Markup("{}<br><span>{}</span>").format(item.ask, about)


def address(course: str, topic: str, part: str) -> str:
    """The address of a part of a topic in the workbench; part as it stands there: items:<id>, lesson:<id>."""
    where = {"page": "course", "course": course, "file": f"{course}/topics/{topic}.yaml", "part": part}
    return f"/?{urlencode(where)}"
