"""The coverage table: who teaches and who asks each objective, at each level; holes are said in words."""

from markupsafe import Markup

from quiz_app.domain.coverage import Asking, Covered, Tie, coverage
from quiz_app.domain.item import Level
from quiz_app.web.app_pages.educator.where import Where, crumbs
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Drawn
from quiz_app.web.running import running


def draw(at: Where) -> Drawn:
    """Draw one table for each topic."""
    crumbs(at)
    shell.show(html.heading(at.say("work.coverage")))
    course = running().library.course(at.course)
    if course is None:
        shell.show(html.line(at.say("work.no-course")))
        return Drawn(step=at.name)
    rows = coverage(course)
    holes = sum(len(_holes(row)) for row in rows)
    lead = at.say("work.coverage-holes", number=holes) if holes else at.say("work.coverage-whole")
    shell.show(html.line(at.say("work.coverage-lead")), html.line(lead))
    heads = (at.say("work.objective"), at.say("work.taught"), *(at.say(f"work.level.{level}") for level in Level))
    for topic in course.topics:
        found = [_row(at, row) for row in rows if row.topic == topic.topic]
        shell.show(html.table(heads, found, caption=topic.title))
    return Drawn(step=at.name)


def _row(at: Where, row: Covered) -> tuple[str, ...]:
    about = Markup("{}<br><span>{}</span>").format(
        row.words, at.say("work.critical-objective" if row.critical else "work.ordinary-objective")
    )
    return (about, _taught(at, row), *(_asked(at, row, level) for level in Level))


def _taught(at: Where, row: Covered) -> Markup:
    said = [
        each.screen if each.tie is Tie.REVISITED else at.say("work.same-facts", screen=each.screen)
        for each in row.taught
    ]
    return _lines(said) if said else _hole(at.say("work.not-taught"), stands_out=row.critical)


def _asked(at: Where, row: Covered, level: Level) -> Markup:
    said = [_item(at, asking) for asking in row.asked[level]]
    if said:
        return _lines(said)
    if level in _holes(row):
        return _hole(at.say("work.hole"), stands_out=True)
    return _hole(at.say("work.not-asked"), stands_out=not row.is_asked)


def _item(at: Where, asking: Asking) -> str:
    return at.say("work.asked-critical", item=asking.item) if asking.critical else asking.item


def _holes(row: Covered) -> tuple[Level, ...]:
    """The levels at which nobody asks a critical objective."""
    return tuple(level for level in Level if row.critical and not row.asked[level])


def _lines(said: list[str]) -> Markup:
    return Markup("<br>").join(said)


def _hole(said: str, *, stands_out: bool) -> Markup:
    return Markup("<strong>{}</strong>").format(said) if stands_out else Markup("<span>{}</span>").format(said)
