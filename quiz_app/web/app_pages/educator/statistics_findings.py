"""What to look at: each kind of finding once, in plain words, with what to do and where."""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from quiz_app.domain.statistics.analysis import Analysis
from quiz_app.domain.statistics.findings import Finding, Look
from quiz_app.i18n.messages import Words
from quiz_app.web.app_pages.educator.statistics_words import address, correlation, counted, of, span
from quiz_app.web.components import html, shell

Said = Iterable[tuple[str, str]]
"""Names (or addresses) of items or screens, each with what is said about it."""

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
    more = html.NOTHING
    if len(found) > MOST:
        more = Markup('<details class="quiz-words"><summary>{}</summary>{}</details>').format(
            say("stats.more", number=len(found) - MOST), _rows(look, found[MOST:], course, say)
        )
    return html.box(
        "unsure",
        Markup("<h3>{}</h3>").format(say(f"stats.look.{look}", number=len(found))),
        html.line(say(f"stats.todo.{look}")),
        _rows(look, found[:MOST], course, say),
        more,
    )


def _rows(look: Look, found: Sequence[Finding], course: str, say: Words) -> Markup:
    """The figures of findings, as links to what is to be looked at; two wordings that are compared share a row."""
    rows = [[finding] for finding in found] if look is Look.DRIFT else [found]
    return html.NOTHING.join(html.links(link for each in row for link in _links(each, course, say)) for row in rows)


def _links(finding: Finding, course: str, say: Words) -> Said:
    kind = "lesson" if finding.look is Look.LESSON else "items"
    for name, text in _FIGURES[finding.look](finding, say):
        yield address(course, finding.topic, f"{kind}:{name}"), text


def _key(finding: Finding, say: Words) -> Said:
    goes = correlation(finding.estimate, say)
    for item in finding.items:
        yield item.id, say("stats.key-figures", item=item.id, option=finding.option, correlation=goes)


def _lesson(finding: Finding, say: Words) -> Said:
    right, asked = counted(finding.share, finding.interval, say), " / ".join(item.id for item in finding.items)
    for screen in finding.screens:
        yield screen, say("stats.lesson-figures", screen=screen, counted=right, asked=asked)


def _hard(finding: Finding, say: Words) -> Said:
    right = of(finding.share, say)
    credit = "" if finding.interval is None else span(finding.credit, finding.interval, say)
    for item in finding.items:
        yield item.id, say("stats.hard-figures", item=item.id, right=right, credit=credit)


def _apart(finding: Finding, say: Words) -> Said:
    goes = correlation(finding.estimate, say)
    for item in finding.items:
        yield item.id, say("stats.apart-figures", item=item.id, correlation=goes)


def _drift(finding: Finding, say: Words) -> Said:
    shares = (finding.drift.one, finding.drift.other) if finding.drift else ()
    for item, share in zip(finding.items, shares, strict=False):
        yield item.id, say("stats.drift-figures", item=item.id, share=of(share, say))


_FIGURES: dict[Look, Callable[[Finding, Words], Said]] = {
    Look.KEY: _key,
    Look.LESSON: _lesson,
    Look.HARD: _hard,
    Look.APART: _apart,
    Look.DRIFT: _drift,
}
