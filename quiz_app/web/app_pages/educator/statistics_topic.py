"""One topic in figures: its questions, what was chosen, and its critical points by the end."""

from collections.abc import Sequence

import altair as alt
import streamlit as st
from markupsafe import Markup

from quiz_app.domain.course import Course
from quiz_app.domain.item import Kind, Verdict
from quiz_app.domain.statistics.analysis import Analysis
from quiz_app.domain.statistics.findings import BY_END_TARGET, FACILITY_TARGET, is_idle
from quiz_app.domain.statistics.items import ItemFigures, OptionFigures
from quiz_app.domain.statistics.numbers import Interval
from quiz_app.domain.statistics.points import Drift, PointFigures
from quiz_app.domain.statistics.small_numbers import Enough
from quiz_app.domain.statistics.versions import slot_of_items
from quiz_app.i18n.messages import Words
from quiz_app.web.app_pages.educator.statistics_words import (
    BLANK,
    correlation,
    counted,
    decimal,
    facility,
    of,
    percent,
    question,
    too_few,
)
from quiz_app.web.components import charts, html, shell

_LINE = 34
"""Height of one question in a chart, in pixels."""

Bar = dict[str, str | float]


def draw_topic(analysis: Analysis, topic: str, say: Words) -> None:
    """Draw the figures of the topic of that name."""
    items = [figures for figures in analysis.items if figures.topic == topic]
    points = [point for point in analysis.points if point.topic == topic]
    _draw_items(items, say)
    with st.expander(say("stats.chosen")):
        shell.show(*_options_of_all(items, say))
    with st.expander(say("stats.more-figures")):
        shell.show(html.line(say("stats.more-figures-lead")), _more(analysis, items, say))
    if points:
        _draw_points(analysis.course, points, say)


def _draw_items(items: Sequence[ItemFigures], say: Words) -> None:
    shell.show(html.subheading(say("stats.items")))
    bars = [_bar(each.item.id, each.facility, each.interval) for each in items if each.facility is not None]
    reached = sum(each.facility is not None and each.facility >= FACILITY_TARGET for each in items)
    sentence = say("stats.items-sentence", reached=reached, of=len(bars), target=percent(FACILITY_TARGET))
    shell.show(html.line(sentence if bars else say("stats.items-none")))
    _draw_intervals([bar for bar in bars if bar], FACILITY_TARGET, say("stats.items-alt", sentence=sentence), say)
    heads = ("question", "right", "facility", "unsure", "mistaken", "discrimination")
    rows = [
        (
            question(each.item, say),
            of(each.right, say) or too_few(each.answered, say),
            facility(each, say) if each.right else BLANK,
            of(each.unsure, say),
            of(each.mistaken, say),
            correlation(each.discrimination, say),
        )
        for each in items
    ]
    names = [say(f"stats.head.{head}") for head in heads]
    shell.show(html.table(names, rows, caption=say("stats.items")))


def _options_of_all(items: Sequence[ItemFigures], say: Words) -> list[Markup]:
    """One table for each question with enough answers, then how many are still short of them."""
    known = [_options(each, say) for each in items if each.options]
    short = [
        html.line(say("stats.options-few", item=each.item.id, few=_few(each, say)))
        for each in items
        if not each.options
    ]
    return known + short


def _few(figures: ItemFigures, say: Words) -> str:
    return too_few(figures.answered, say, Enough.SHARES)


def _options(figures: ItemFigures, say: Words) -> Markup:
    heads = [say(f"stats.head.{head}") for head in ("option", "is", "chosen", "draws", "remark")]
    sorts = figures.item.kind is Kind.SORT
    rows = [
        (
            option.text,
            say("stats.misplaced") if sorts else say(f"stats.verdict.{option.verdict}"),
            counted(option.chosen, option.interval, say),
            correlation(option.draws, say),
            say("stats.idle") if _does_no_work(option) else BLANK,
        )
        for option in figures.options
    ]
    return html.table(heads, rows, caption=figures.item.ask)


def _does_no_work(option: OptionFigures) -> bool:
    return option.verdict is Verdict.WRONG and is_idle(option)


def _more(analysis: Analysis, items: Sequence[ItemFigures], say: Words) -> Markup:
    weights, slot = analysis.whole.weights, slot_of_items(analysis.course)
    heads = [say(f"stats.head.{head}") for head in ("question", "spread", "efficiency", "weight")]
    rows = [
        (
            each.item.id,
            decimal(each.spread),
            decimal(each.efficiency),
            _hundredths(weights.get(slot[each.item.id]), say),
        )
        for each in items
    ]
    return html.table(heads, rows, caption=say("stats.more-figures"))


def _hundredths(weight: float | None, say: Words) -> str:
    return BLANK if weight is None else say("stats.percent", value=f"{100 * weight:.1f}")


def _draw_points(course: Course, points: Sequence[PointFigures], say: Words) -> None:
    shell.show(html.subheading(say("stats.points")), html.line(say("stats.points-lead")))
    known = [point for point in points if point.by_end]
    reached = sum(bool(p.by_end and p.by_end.k >= BY_END_TARGET * p.by_end.n) for p in known)
    sentence = say("stats.points-sentence", reached=reached, of=len(known), target=percent(BY_END_TARGET))
    bars = [_bar(_name(p), p.by_end.k / p.by_end.n, p.interval) for p in known if p.by_end]
    shell.show(html.line(sentence if known else say("stats.points-none")))
    _draw_intervals([bar for bar in bars if bar], BY_END_TARGET, say("stats.points-alt", sentence=sentence), say)
    heads = [say(f"stats.head.{head}") for head in ("point", "at-first", "by-end", "regained", "wordings", "screens")]
    rows = [
        (
            _about(course, point),
            of(point.at_first, say) or too_few(point.met, say),
            counted(point.by_end, point.interval, say),
            of(point.regained, say),
            _drift(point.drift, say),
            ", ".join(point.screens),
        )
        for point in points
    ]
    shell.show(html.table(heads, rows, caption=say("stats.points")))


def _about(course: Course, point: PointFigures) -> Markup:
    return Markup("{}<br><span>{}</span>").format(course.objectives[point.wordings[0].objective], _name(point))


def _name(point: PointFigures) -> str:
    return " / ".join(item.id for item in point.wordings)


def _drift(drift: Drift | None, say: Words) -> str:
    if drift is None:
        return BLANK
    low, high = (f"{100 * each:+.0f}" for each in drift.apart)
    return say("stats.drift", one=of(drift.one, say), other=of(drift.other, say), low=low, high=high)


def _bar(name: str, value: float | None, interval: Interval | None) -> Bar:
    if value is None or interval is None:
        return {}
    return {"name": name, "value": 100 * value, "low": 100 * interval.low, "high": 100 * interval.high}


def _draw_intervals(bars: Sequence[Bar], target: float, alt_text: str, say: Words) -> None:
    """A dot with its interval for each name, and a line where they should be."""
    names = [str(bar["name"]) for bar in bars]
    across = alt.Scale(domain=[0, 100])
    base = alt.Chart(charts.data(bars))
    where = alt.Y("name:N", sort=names, title=None, axis=alt.Axis(labelLimit=230))
    spans = base.mark_rule(color=charts.colour("brand"), strokeWidth=3).encode(
        x=alt.X("low:Q", title=say("stats.of-hundred"), scale=across), x2="high:Q", y=where
    )
    dots = base.mark_point(color=charts.colour("brand"), filled=True, size=90, opacity=1).encode(
        x=alt.X("value:Q", scale=across), y=where
    )
    aim = alt.Chart(charts.data([{"aim": 100 * target}]))
    line = aim.mark_rule(color=charts.colour("emergency"), strokeDash=[6, 4]).encode(x=alt.X("aim:Q", scale=across))
    charts.draw(spans + dots + line, bars, alt_text, height=70 + _LINE * len(bars))
