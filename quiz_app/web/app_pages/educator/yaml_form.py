"""A file as YAML: its text, what is wrong with it as one types, and saving."""

import streamlit as st

from quiz_app.content.problems import Problem, by_place
from quiz_app.web.app_pages.educator import drafts
from quiz_app.web.app_pages.educator.drafts import Draft, Field
from quiz_app.web.app_pages.educator.listing import listing
from quiz_app.web.app_pages.educator.problem_list import problem_box
from quiz_app.web.app_pages.educator.saving import actions
from quiz_app.web.app_pages.educator.sketch import topic_of
from quiz_app.web.app_pages.educator.where import Where, crumbs, file_of, go, told
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Drawn

_HEIGHT = 560
_AROUND = 2
_MOST = 20
"""Problems that are told one by one; an unreadable file can have hundreds that all come from the first."""


def draw(at: Where) -> Drawn:
    """Draw the text of the file with its problems beneath."""
    draft = drafts.held(at.actor, at.file)
    topic = topic_of(draft.text) if at.is_topic else None
    crumbs(at, *([(at.say("work.to-topic", title=topic.title if topic else at.file), at.file)] if at.is_topic else []))
    shell.show(html.heading(at.say("work.yaml", file=at.file)))
    said = told()
    if at.line.isdigit():
        _show_line(at, draft.text)
    typed = _text(at, draft)
    said = actions(at, typed) or said
    if st.button(at.say("work.history"), key="yaml-history"):
        go(at, file=at.file, do="history")
    found = drafts.checked(at.actor, typed).problems
    _say_problems(at, typed.text, by_place(each for each in found if file_of(each) == at.file))
    return Drawn(step=at.name, said=said)


def _text(at: Where, draft: Draft) -> Draft:
    """The draft after what was typed."""
    key = f"yaml-{at.file}-{draft.base[:8]}-{drafts.fresh()}"
    drafts.watch(Field(key, draft.text, lambda typed: _take(draft, typed)))
    with st.container(key="yaml-text"):
        typed = st.text_area(
            at.say("work.text", file=at.file),
            value=draft.text,
            key=key,
            height=_HEIGHT,
        )
    theirs = drafts.theirs(at.file)
    if theirs:
        with st.expander(at.say("work.theirs-whole")):
            shell.show(listing(theirs.text.splitlines()))
    return draft if typed == draft.text else drafts.write(draft, typed or "")


def _take(draft: Draft, typed: str) -> None:
    drafts.write(draft, typed)


def _show_line(at: Where, text: str) -> None:
    """The line that a problem pointed at, with the lines around it."""
    number, lines = int(at.line), text.splitlines()
    first = max(1, number - _AROUND)
    shown = lines[first - 1 : number + _AROUND]
    shell.show(html.line(at.say("work.line", line=number), "quiz-label"), listing(shown, first=first, marked=number))


def _say_problems(at: Where, text: str, found: tuple[Problem, ...]) -> None:
    heading = at.say("work.text-problems", number=len(found)) if found else at.say("work.text-fine")
    lines = text.splitlines()
    shell.show(html.subheading(heading))
    for problem in found[:_MOST]:
        quoted = lines[problem.line - 1 : problem.line]
        shell.show(problem_box(problem, at.say), listing(quoted, first=problem.line, marked=problem.line))
    if len(found) > _MOST:
        shell.show(html.line(at.say("work.more-problems", number=len(found) - _MOST)))
