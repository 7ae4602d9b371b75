"""The whole course in figures: misconceptions of the month, how sure people were, the order of difficulty, alpha."""

from collections.abc import Sequence

import altair as alt
import streamlit as st

from quiz_app.domain.statistics.beliefs import Belief
from quiz_app.domain.statistics.course import CourseFigures
from quiz_app.domain.statistics.findings import Ranked
from quiz_app.domain.statistics.items import ItemFigures
from quiz_app.domain.statistics.points import Quadrant
from quiz_app.domain.statistics.small_numbers import Enough
from quiz_app.i18n.messages import Words
from quiz_app.web.app_pages.educator.statistics_words import (
    counted,
    decimal,
    facility,
    of,
    percent,
    question,
    too_few,
)
from quiz_app.web.components import charts, html, shell

MOST_BELIEFS = 10
HARDEST = 10


def draw_beliefs(found: Sequence[Belief], say: Words) -> None:
    """Draw the misconceptions of the month."""
    shell.show(html.subheading(say("stats.beliefs")), html.line(say("stats.beliefs-lead")))
    shown = [each for each in found if each.lately.k][:MOST_BELIEFS]
    if not shown:
        shell.show(html.line(say("stats.beliefs-none")))
        return
    first = shown[0]
    sentence = say("stats.beliefs-sentence", belief=first.belief, counted=of(first.lately, say), truth=first.truth)
    shell.show(html.line(sentence))
    lately, before = say("stats.lately"), say("stats.before")
    shares = [(each, lately, each.lately) for each in shown]
    shares += [(each, before, each.before) for each in shown if each.before]
    bars = [{"name": each.name, "when": when, "share": 100 * share.k / share.n} for each, when, share in shares]
    most = [100 * share.k / share.n for _, _, share in shares]
    colour = alt.Scale(domain=[lately, before], range=[charts.colour("brand"), charts.colour("line")])
    chart = alt.Chart(charts.data(bars)).mark_bar()
    chart = chart.encode(
        x=alt.X("share:Q", title=say("stats.of-hundred"), scale=charts.up_to(most)),
        y=alt.Y("name:N", sort=[each.name for each in shown], title=None, axis=alt.Axis(labelLimit=230)),
        yOffset=alt.YOffset("when:N", sort=[lately, before]),
        color=alt.Color(
            "when:N", sort=[lately, before], scale=colour, legend=alt.Legend(orient="bottom", title=None, columns=1)
        ),
    )
    charts.draw(chart, bars, say("stats.beliefs-alt", sentence=sentence), height=90 + 44 * len(shown))
    heads = [say("stats.head.belief"), lately, before, say("stats.head.truth")]
    rows = [(each.belief, counted(each.lately, each.interval, say), of(each.before, say), each.truth) for each in shown]
    shell.show(html.table(heads, rows, caption=say("stats.beliefs")))


def draw_quadrant(found: Quadrant | None, say: Words) -> None:
    """Draw how sure people were at critical questions, by whether they were right."""
    shell.show(html.subheading(say("stats.quadrant")))
    if found is None:
        shell.show(html.line(say("stats.quadrant-none")))
        return
    n = found.n
    shell.show(
        html.line(say("stats.quadrant-sentence", k=found.sure_mistaken, n=n)),
        html.table(
            [say("stats.head.sureness"), say("stats.head.right"), say("stats.head.not-right")],
            [
                (say("stats.sure"), *(say("stats.of", k=k, n=n) for k in (found.sure_right, found.sure_mistaken))),
                (say("stats.less-sure"), *(say("stats.of", k=k, n=n) for k in (found.less_right, found.less_mistaken))),
            ],
            caption=say("stats.quadrant"),
        ),
    )


def draw_ranking(found: Sequence[Ranked], say: Words) -> None:
    """Draw the hardest questions."""
    shell.show(html.subheading(say("stats.ranking")))
    if not found:
        shell.show(html.line(say("stats.ranking-none", needed=int(Enough.SHARES))))
        return
    rows = [
        (
            question(each.figures.item, say),
            of(each.figures.right, say),
            say("stats.percent", value=percent(each.facility)),
        )
        for each in found[:HARDEST]
    ]
    heads = [say("stats.head.question"), say("stats.head.right"), say("stats.head.shrunken")]
    shell.show(html.line(say("stats.ranking-lead")), html.table(heads, rows, caption=say("stats.ranking")))


def draw_whole(whole: CourseFigures, say: Words) -> None:
    """Draw what needs many patients: alpha and the standard error."""
    shell.show(html.subheading(say("stats.whole")))
    if whole.mean is None or whole.spread is None:
        few = too_few(whole.patients, say, Enough.ALL)
        shell.show(html.line(say("stats.whole-few", few=few)))
        return
    rows = [
        (say("stats.whole-patients"), str(whole.patients)),
        (say("stats.whole-mean"), say("stats.points-of", points=decimal(whole.mean), slots=whole.slots)),
        (say("stats.whole-spread"), decimal(whole.spread)),
        (say("stats.whole-alpha"), _alpha(whole, say)),
        (say("stats.whole-error"), decimal(whole.error)),
    ]
    shell.show(html.facts(rows), html.line(say("stats.whole-lead")))


def _alpha(whole: CourseFigures, say: Words) -> str:
    if whole.alpha is None or whole.interval is None:
        return say("stats.undefined")
    low, high = (decimal(each) for each in whole.interval)
    return say("stats.correlation", value=decimal(whole.alpha), low=low, high=high, n=whole.patients)


def draw_earlier(found: Sequence[ItemFigures], say: Words) -> None:
    """Draw wordings that new patients do not get any more."""
    if not found:
        return
    with st.expander(say("stats.earlier")):
        heads = [say("stats.head.question"), say("stats.head.right"), say("stats.head.facility")]
        rows = [(question(each.item, say), *_short(each, say)) for each in found]
        shell.show(html.line(say("stats.earlier-lead")), html.table(heads, rows, caption=say("stats.earlier")))


def _short(figures: ItemFigures, say: Words) -> tuple[str, str]:
    if figures.right is None:
        return too_few(figures.answered, say), ""
    return of(figures.right, say), facility(figures, say)


def draw_help(say: Words) -> None:
    """Draw how to read the page."""
    with st.expander(say("stats.help")):
        parts = ("k-of-n", "interval", "facility", "discrimination", "draws", "small", "versions", "nobody")
        shell.show(html.bullets(say(f"stats.help.{part}") for part in parts))
