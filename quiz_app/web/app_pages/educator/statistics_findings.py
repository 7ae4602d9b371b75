"""What to look at: each kind of finding once, in plain words, with what to do and where."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from quiz_app.domain.statistics.analysis import Analysis
from quiz_app.domain.statistics.findings import Finding, Look
from quiz_app.i18n.messages import Words
from quiz_app.web.app_pages.educator.statistics_words import address, correlation, counted, of
from quiz_app.web.components import html, shell

MOST = 5
"""Findings of one kind that are listed at once; the others are one press away."""


def draw_findings(analysis: Analysis, say: Words) -> None:
    """Draw the list, or say that nothing stands out."""
    shell.show(html.subheading(say("stats.look")))
    if not analysis.findings:
        shell.show(html.line(say("stats.nothing")))
        return
    for look in Look:
        found = [finding for finding in analysis.findings if finding.look is look]
        if found:
            shell.show(_kind(look, found, analysis.course.outline.course, say))


def _kind(look: Look, found: Sequence[Finding], course: str, say: Words) -> Markup:
    lines = [_line(finding, course, say) for finding in found]
    more = html.NOTHING
    if len(lines) > MOST:
        more = Markup('<details class="quiz-words"><summary>{}</summary>{}</details>').format(
            say("stats.more", number=len(lines) - MOST), html.NOTHING.join(lines[MOST:])
        )
    return html.box(
        "unsure",
        Markup("<h3>{}</h3>").format(say(f"stats.look.{look}", number=len(found))),
        html.line(say(f"stats.todo.{look}")),
        *lines[:MOST],
        more,
    )


def _line(finding: Finding, course: str, say: Words) -> Markup:
    """The figures of a finding, and links to what is to be looked at."""
    if finding.look is Look.LESSON:
        parts = [("lesson", screen) for screen in finding.screens]
    else:
        parts = [("items", item.id) for item in finding.items]
    links = [(address(course, finding.topic, f"{kind}:{name}"), say("stats.open", name=name)) for kind, name in parts]
    return html.line(_FIGURES[finding.look](finding, say)) + html.links(links)


def _key(finding: Finding, say: Words) -> str:
    goes = correlation(finding.estimate, say)
    return say("stats.key-figures", item=_names(finding), option=finding.option, correlation=goes)


def _lesson(finding: Finding, say: Words) -> str:
    right = counted(finding.share, finding.interval, say)
    return say("stats.lesson-figures", asked=_names(finding), screens=", ".join(finding.screens), counted=right)


def _hard(finding: Finding, say: Words) -> str:
    return say("stats.hard-figures", item=_names(finding), counted=counted(finding.share, finding.interval, say))


def _apart(finding: Finding, say: Words) -> str:
    return say("stats.apart-figures", item=_names(finding), correlation=correlation(finding.estimate, say))


def _drift(finding: Finding, say: Words) -> str:
    drift = finding.drift
    if drift is None:
        return ""
    return say("stats.drift-figures", items=_names(finding), one=of(drift.one, say), other=of(drift.other, say))


def _names(finding: Finding) -> str:
    return " / ".join(item.id for item in finding.items)


_FIGURES: dict[Look, Callable[[Finding, Words], str]] = {
    Look.KEY: _key,
    Look.LESSON: _lesson,
    Look.HARD: _hard,
    Look.APART: _apart,
    Look.DRIFT: _drift,
}
