"""Problems in words: what is wrong, why it hurts patients, what to do, and the way to the place."""

from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from quiz_app.content.catalogue import entry
from quiz_app.content.places import path_at
from quiz_app.content.problems import Problem, Severity
from quiz_app.i18n.messages import Words
from quiz_app.web.app_pages.educator import drafts
from quiz_app.web.app_pages.educator.sketch import source_of, topic_of
from quiz_app.web.app_pages.educator.where import Where, crumbs, file_of, go
from quiz_app.web.components import findings, html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Drawn
from quiz_app.web.running import running

_MOST = 100
"""Problems told one by one; more would only hide the first."""


def draw(at: Where) -> Drawn:
    """Draw every problem of the course and of the clinic's own words, each with a button to its place."""
    crumbs(at)
    shell.show(html.heading(at.say("work.problems")))
    found = of_course(at.course)
    if not found:
        shell.show(html.line(at.say("staff.no-problems")))
    draw_some(at, found)
    return Drawn(step=at.name)


def draw_some(at: Where, found: Sequence[Problem]) -> None:
    """Draw these problems, each with a button to its place."""
    for number, problem in enumerate(found[:_MOST], start=1):
        with st.container(key=f"problem-{number}"):
            shell.show(problem_box(problem, at.say))
            where = plain(at.say("work.jump", number=number, file=file_of(problem), line=problem.line))
            if st.button(where, key=f"jump-{number}"):
                jump(at, problem)
    if len(found) > _MOST:
        shell.show(html.line(at.say("work.more-problems", number=len(found) - _MOST)))


def of_course(course: str) -> tuple[Problem, ...]:
    """The problems of the course's files and of the clinic's own words, as they stand in the folder."""
    found = ((file_of(problem), problem) for problem in running().library.problems)
    return tuple(problem for file, problem in found if "/" not in file or file.startswith(f"{course}/"))


def problem_box(found: Problem, say: Words) -> Markup:
    """One problem whole."""
    is_error = found.severity is Severity.ERROR
    kind, label = ("miss", "work.error") if is_error else ("note", "work.warning")
    return html.box(
        kind,
        html.line(_after(say(label), findings.what(found)), "quiz-label"),
        html.line(_after(say("work.why"), html.explained(entry(found.code).why))),
        html.line(_after(say("work.remedy"), findings.remedy(found))),
        html.line(say("work.place", file=file_of(found), line=found.line, code=found.code), "quiz-quiet"),
    )


def _after(label: str, said: Markup) -> Markup:
    return Markup("{} {}").format(label, said)


def boxes(found: Iterable[Problem], say: Words) -> Markup:
    """Several problems, one below the other."""
    return Markup("").join(problem_box(problem, say) for problem in found)


def jump(at: Where, problem: Problem) -> None:
    """Go to the form of the screen or question that the problem stands in, or to its line in the YAML."""
    file = file_of(problem)
    part = part_at(drafts.glance(at.actor, file).text, problem)
    if part:
        go(at, file=file, part=part)
    go(at, file=file, do="yaml", line=str(problem.line))


def part_at(text: str, problem: Problem) -> str:
    """The address of the screen or question that the problem stands in, or an empty text."""
    source, topic = source_of(text), topic_of(text)
    if source is None or topic is None:
        return ""
    path = path_at(source, problem.line, problem.column)
    parts = (*topic.screens, *topic.questions)
    return next((part.address for part in parts if path[:2] == (part.shelf, part.index)), "")
