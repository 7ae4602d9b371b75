"""Differences between two versions of a course, in words."""

from collections.abc import Iterable

from markupsafe import Markup

from quiz_app.domain.course import Course
from quiz_app.domain.difference import Difference, Kind
from quiz_app.i18n.messages import Words
from quiz_app.web.components import html

MOST = 200
"""More lines than this nobody reads; what is beyond is counted."""


def table(found: Iterable[Difference], course: Course, say: Words, *, caption: str) -> Markup:
    """The differences as a table, those of safety first; course: where the titles of topics come from."""
    every = sorted(found, key=lambda difference: not difference.safety)
    if not every:
        return html.line(say("differ.none"))
    heads = (say("differ.where"), say("differ.what"), say("differ.before"), say("differ.after"))
    shown = html.table(heads, [_row(difference, course, say) for difference in every[:MOST]], caption=caption)
    more = html.line(say("differ.more", number=len(every) - MOST)) if len(every) > MOST else html.NOTHING
    return Markup("{}{}").format(shown, more)


def _row(difference: Difference, course: Course, say: Words) -> tuple[str, str, str, str]:
    what = _what(difference, say)
    if difference.safety:
        what = f"{what} ({say('differ.safety')})"
    before, after = difference.before, difference.after
    return (
        _where(difference.part, course, say),
        what,
        _said(_only_in(before, after), difference, say),
        _said(_only_in(after, before), difference, say),
    )


def _where(part: str, course: Course, say: Words) -> str:
    """The part of a course as staff call it."""
    kind, _, rest = part.partition("/")
    if kind == "course":
        return say("differ.part.course")
    if kind in ("glossary", "misconceptions"):
        return say(f"differ.part.{kind}", name=rest)
    topic, _, inside = rest.partition("/")
    title = next((each.title for each in course.topics if each.topic == topic), topic)
    folder, _, name = inside.partition("/")
    return say(f"differ.part.{folder}", topic=title, name=name) if folder else title


def _what(difference: Difference, say: Words) -> str:
    kind, name = difference.kind, difference.name
    if kind in (Kind.CHANGED, Kind.KEY):
        return say(f"differ.kind.{kind}", name=_name(name, say))
    if kind in (Kind.RULE, Kind.ORDER):
        return say(f"differ.kind.{kind}", name=name)
    return say(f"differ.kind.{kind}")


def _name(name: str, say: Words) -> str:
    """What a text is for: `options/b/why` is the reason of option b."""
    steps = name.split("/")
    if steps[0] in ("options", "put") and len(steps) == 3:
        return say(f"differ.{steps[0]}-{steps[2]}", letter=steps[1])
    return steps[0].replace("_", " ") if len(steps) == 1 else f"{steps[0].replace('_', ' ')}: {steps[-1]}"


def _only_in(text: str, other: str) -> str:
    """The lines of a text that the other has not; a text of one line stays whole."""
    lines = [line for line in text.splitlines() if line.strip() and line not in other.splitlines()]
    return " / ".join(lines) if len(text.splitlines()) > 1 else text


def _said(text: str, difference: Difference, say: Words) -> str:
    if difference.kind is Kind.KEY:
        return say(f"differ.verdict.{text}") if text in ("right", "accept", "wrong") else text
    return text or say("differ.nothing")
