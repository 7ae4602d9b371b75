"""All answers of one patient: exact wording, first and later choice, lessons viewed, times, the refresher beside."""

from collections.abc import Iterable

from markupsafe import Markup

from quiz_app.domain.briefing import Briefing, Gap, Said
from quiz_app.i18n.messages import Words
from quiz_app.services.taking import Sitting
from quiz_app.web.app_pages.staff.bedside import Bedside
from quiz_app.web.components import html, shell
from quiz_app.web.components.wording import moment


def draw(bed: Bedside) -> None:
    """Draw everything that was asked, answered and viewed."""
    case, say, briefing = bed.case, bed.say, bed.case.briefing
    parts = [
        html.line(say("brief.begun", time=moment(briefing.opened_at, say))),
        *_refresher(bed),
        *_points(briefing.points, case.sitting, say),
        html.subheading(say("brief.lessons")),
        html.line(say("brief.lessons-rule"), "quiz-quiet"),
        html.bullets(
            say("brief.lesson", topic=each.topic, heading=each.heading, time=moment(each.at, say))
            for each in briefing.lessons
        ),
    ]
    shell.show(*parts)


def refresher_line(refresher: Briefing, say: Words) -> str:
    """How the refresher went, in one sentence."""
    right = sum(_right(gap) for gap in refresher.points)
    return say("brief.refresher-line", right=right, asked=len(refresher.points))


def _refresher(bed: Bedside) -> list[Markup]:
    again, say = bed.case.refresher_briefing, bed.say
    if again is None or bed.case.refresher is None:
        return []
    first = {gap.objective: gap for gap in bed.case.briefing.points}
    rows = ((gap.objective, _short(first.get(gap.objective), say), _short(gap, say)) for gap in again.points)
    heads = (say("brief.point"), say("brief.first-time"), say("record.refresher"))
    table = html.table(heads, rows, caption=say("brief.refresher-table"))
    return [table, html.subheading(say("record.refresher")), *_points(again.points, bed.case.refresher, say)]


def _right(gap: Gap) -> bool:
    return bool(gap.said) and gap.said[-1].right


def _short(gap: Gap | None, say: Words) -> str:
    if gap is None or not gap.said:
        return say("record.not-asked")
    return ", ".join(_verdict(said, say) for said in gap.said)


def _verdict(said: Said, say: Words) -> str:
    return say(f"record.verdict.{'right' if said.right else 'unsure' if said.unsure else 'missed'}")


def _points(points: Iterable[Gap], sitting: Sitting, say: Words) -> Iterable[Markup]:
    topic = ""
    for gap in points:
        if gap.topic != topic:
            topic = gap.topic
            yield html.subheading(topic)
        answered = [part for said in gap.said for part in _answer(said, sitting, say)]
        critical = f" ({say('record.critical')})" if gap.critical else ""
        yield html.line(f"{gap.objective}{critical}", "quiz-label")
        yield Markup("").join(answered) if answered else html.line(say("record.not-asked"))


def _answer(said: Said, sitting: Sitting, say: Words) -> list[Markup]:
    chosen = [*said.chosen, *([say("ask.not-sure")] if said.unsure and not said.chosen else [])]
    sure = [(say("brief.how-sure"), say(f"record.sureness.{said.sureness}"))] if said.sureness else []
    offered = _offered(said, sitting)
    others = [(say("brief.offered"), " / ".join(offered))] if offered else []
    pairs = [
        (say("brief.asked"), said.stem),
        (say("brief.chosen"), "; ".join(chosen)),
        (say("record.result"), f"{_verdict(said, say)}, {moment(said.at, say)}"),
        *sure,
        *others,
    ]
    return [html.facts(pairs)]


def _offered(said: Said, sitting: Sitting) -> list[str]:
    """What else was offered, in the order it stood there; everything offered to sort is in the answer itself."""
    item = sitting.course.items[said.item]
    if not item.options:
        return []
    shown = [item.option(key).text for key in sitting.record.form.order_of(said.item)]
    return [text for text in shown if text not in said.chosen]
