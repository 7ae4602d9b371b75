"""The clinic overview: what happened by week, how long it took, and what patients had to talk about."""

from collections.abc import Sequence

import altair as alt

from quiz_app.domain.overview import Hours, OpenCount, Shown, Week
from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor
from quiz_app.web.components import charts, html, shell
from quiz_app.web.components.wording import day
from quiz_app.web.running import running

LEGEND = 160
"""Height of five lines below a chart and of its upright days, in pixels."""


def draw(actor: Actor, say: Words) -> None:
    """Draw each figure as a sentence, a chart and a table; small counts stay hidden."""
    overview = running().overviews.overview(actor)
    shell.show(html.heading(say("overview.title")), html.line(say("overview.lead")))
    _draw_weeks(overview.weeks, say)
    _draw_hours(overview.hours_to_ready, say)
    _draw_points(overview.open_points, say)


def _counts(week: Week) -> dict[str, Shown]:
    return {
        "invited": week.invited,
        "started": week.started,
        "finished": week.finished,
        "ready": week.ready,
        "confirmed": week.confirmed,
    }


def _shown(number: Shown, say: Words) -> str:
    return say("overview.few") if number is None else str(number)


def _draw_weeks(weeks: Sequence[Week], say: Words) -> None:
    last = {name: _shown(number, say) for name, number in _counts(weeks[-1]).items()}
    sentence = say("overview.weeks-sentence", **last)
    names = {name: say(f"overview.{name}") for name in last}
    bars = [
        {"week": week.begins.isoformat(), "kind": names[name], "number": number}
        for week in weeks
        for name, number in _counts(week).items()
        if number is not None
    ]
    numbers = [number for week in weeks for number in _counts(week).values() if number is not None]
    shell.show(html.subheading(say("overview.weeks")), html.line(sentence))
    chart = alt.Chart(charts.data(bars)).mark_bar()
    chart = chart.encode(
        x=alt.X(
            "week:O", title=say("overview.week"), scale=alt.Scale(domain=[each.begins.isoformat() for each in weeks])
        ),
        xOffset=alt.XOffset("kind:N", sort=list(names.values())),
        y=alt.Y("number:Q", title=say("overview.patients"), stack=None, scale=charts.up_to(numbers)),
        color=alt.Color(
            "kind:N",
            sort=list(names.values()),
            scale=alt.Scale(domain=list(names.values()), range=charts.series()),
            legend=alt.Legend(orient="bottom", title=None, columns=1),
        ),
    )
    charts.draw(chart, bars, say("overview.weeks-alt", sentence=sentence), height=charts.HEIGHT + LEGEND)
    rows = [
        (day(week.begins, say), *(_shown(number, say) for number in _counts(week).values())) for week in reversed(weeks)
    ]
    shell.show(html.table((say("overview.week"), *names.values()), rows, caption=say("overview.weeks")))


def _draw_hours(hours: Hours | None, say: Words) -> None:
    shell.show(html.subheading(say("overview.hours")))
    if hours is None:
        shell.show(html.line(say("overview.hours-few")))
        return
    middle, lower, upper = f"{hours.median:.1f}", f"{hours.lower:.1f}", f"{hours.upper:.1f}"
    sentence = say("overview.hours-sentence", patients=hours.patients, median=middle, lower=lower, upper=upper)
    values = [{"lower": hours.lower, "upper": hours.upper, "median": hours.median}]
    span = alt.Chart(charts.data(values)).mark_bar(color=charts.colour("brand"), height=24)
    span = span.encode(x=alt.X("lower:Q", title=say("overview.hours"), scale=charts.up_to([hours.upper])), x2="upper:Q")
    mark = (
        alt.Chart(charts.data(values))
        .mark_tick(color=charts.colour("emergency"), thickness=5, size=44)
        .encode(x="median:Q")
    )
    shell.show(html.line(sentence))
    charts.draw(span + mark, values, say("overview.hours-alt", sentence=sentence), height=90)
    heads = (say("overview.patients"), say("overview.median"), say("overview.lower"), say("overview.upper"))
    shell.show(html.table(heads, [(str(hours.patients), middle, lower, upper)], caption=say("overview.hours")))


def _draw_points(points: Sequence[OpenCount], say: Words) -> None:
    shell.show(html.subheading(say("overview.points")))
    if not points:
        shell.show(html.line(say("overview.points-none")))
        return
    sentence = say("overview.points-sentence", point=points[0].objective, number=_shown(points[0].patients, say))
    numbers = [each.patients for each in points if each.patients is not None]
    bars = [{"point": each.objective, "number": each.patients} for each in points if each.patients is not None]
    chart = alt.Chart(charts.data(bars)).mark_bar(color=charts.colour("brand"))
    chart = chart.encode(
        x=alt.X("number:Q", title=say("overview.patients"), stack=None, scale=charts.up_to(numbers)),
        y=alt.Y("point:N", sort="-x", title=None, axis=alt.Axis(labelLimit=200)),
    )
    shell.show(html.line(sentence))
    charts.draw(chart, bars, say("overview.points-alt", sentence=sentence))
    rows = [(each.objective, _shown(each.patients, say)) for each in points]
    heads = (say("brief.point"), say("overview.patients"))
    shell.show(html.table(heads, rows, caption=say("overview.points")))
