"""A topic: its screens and questions in order, with everything that can be done to them."""

from pathlib import PurePosixPath

import streamlit as st
from markupsafe import Markup

from quiz_app.content.patching import PatchFailed, with_entry
from quiz_app.content.problems import Problem
from quiz_app.content.templates import new_item, new_screen
from quiz_app.content.tree import Value
from quiz_app.domain.item import Kind
from quiz_app.web.app_pages.educator import drafts, handling, problem_list
from quiz_app.web.app_pages.educator.drafts import Draft
from quiz_app.web.app_pages.educator.saving import actions
from quiz_app.web.app_pages.educator.sketch import Shelf, Sketch, TopicSketch, block, text, topic_of
from quiz_app.web.app_pages.educator.where import Where, crumbs, file_of, go, tell, told
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Drawn
from quiz_app.web.running import running


def draw(at: Where) -> Drawn:
    """Draw the topic; what is not saved yet is shown, and holds up everything but editing."""
    draft = drafts.glance(at.actor, at.file)
    topic = topic_of(draft.text)
    crumbs(at)
    shell.show(html.heading(topic.title if topic else at.file))
    said = told()
    found = drafts.checked(at.actor, draft).problems
    said = _unsaved(at, draft) or said
    _ways(at)
    if topic is None:
        shell.show(html.box("miss", html.line(at.say("work.topic-unreadable"))))
        problem_list.draw_some(at, [problem for problem in found if file_of(problem) == at.file])
        return Drawn(step=f"-{at.file}", said=said)
    counts = _counts(draft.text, found, at.file)
    for shelf, parts in ((Shelf.SCREENS, topic.screens), (Shelf.QUESTIONS, topic.questions)):
        shell.show(html.subheading(at.say(f"work.shelf.{shelf}")))
        for part in parts:
            _part(at, draft, topic, part=part, problems=counts.get(part.address, 0))
    _new(at, draft, topic)
    return Drawn(step=f"-{at.file}", said=said)


def _counts(text: str, found: tuple[Problem, ...], file: str) -> dict[str, int]:
    """How many problems each screen and question has, by its address."""
    inside = [problem_list.part_at(text, problem) for problem in found if file_of(problem) == file]
    return {address: inside.count(address) for address in inside}


def _unsaved(at: Where, draft: Draft) -> str:
    """Say that there is something to save, with the ways to do it."""
    if not draft.is_changed:
        return ""
    shell.show(html.box("note", html.line(at.say("work.topic-unsaved"))))
    return actions(at, draft)


def _ways(at: Where) -> None:
    with st.container(horizontal=True, key="work-ways"):
        if st.button(at.say("work.preview"), key="topic-preview"):
            go(at, file=at.file, do="preview")
        if st.button(at.say("work.whole-yaml"), key="topic-yaml"):
            go(at, file=at.file, do="yaml")
        if st.button(at.say("work.history"), key="topic-history"):
            go(at, file=at.file, do="history")
        sheet = f"/staff/worksheet?course={at.course}&topic={PurePosixPath(at.file).stem}"
        shell.show(html.links([(sheet, at.say("work.worksheet"))]))


def _part(at: Where, draft: Draft, topic: TopicSketch, *, part: Sketch, problems: int) -> None:
    with st.container(key=f"part-{part.address}", border=True):
        shell.show(_about(at, part, problems))
        with st.container(horizontal=True, key=f"part-buttons-{part.address}"):
            if st.button(plain(at.say("work.edit", name=part.id)), key=f"edit-{part.address}"):
                go(at, file=at.file, part=part.address)
            if st.button(plain(at.say("work.preview-one", name=part.id)), key=f"preview-{part.address}"):
                go(at, file=at.file, part=part.address, do="preview")
            is_open = at.do == "more" and at.part == part.address
            more = at.say("work.less" if is_open else "work.more", name=part.id)
            if not draft.is_changed and st.button(plain(more), key=f"more-{part.address}"):
                go(at, file=at.file, part="" if is_open else part.address, do="" if is_open else "more")
        if is_open and not draft.is_changed:
            handling.draw(at, draft, topic, part)


def _about(at: Where, part: Sketch, problems: int) -> Markup:
    """The words of a part and what is special about it."""
    marks = [
        at.say("work.is-critical") if part.critical else "",
        at.say("work.has-sibling", name=part.sibling) if part.sibling else "",
        at.say("work.is-retired") if part.retired else "",
    ]
    said = html.line(part.words or at.say("work.no-words"), "quiz-label")
    said += html.line(" \N{MIDDLE DOT} ".join(filter(None, [part.id, *marks])), "quiz-quiet")
    return said + (html.line(at.say("work.has-problems", number=problems), "quiz-caution") if problems else Markup(""))


def _new(at: Where, draft: Draft, topic: TopicSketch) -> None:
    """A new question or screen from a template; it is saved when it is written."""
    shell.show(html.subheading(at.say("work.new")))
    with st.form("new-question", enter_to_submit=False, border=False):
        names = list(topic.objectives)
        objective = st.selectbox(
            at.say("work.new-about"), names, key="new-about", format_func=topic.objectives.__getitem__
        )
        kinds = [each.value for each in Kind]
        kind = st.radio(
            at.say("work.new-kind"), kinds, key="new-kind", format_func=lambda each: at.say(f"work.kind.{each}")
        )
        question = st.form_submit_button(at.say("work.new-question"))
    if question and objective and kind:
        course = running().library.course(at.course)
        taken = {item.id for item in topic.questions}
        _add(at, draft, Shelf.QUESTIONS, new_item(course, objective, Kind(kind), taken=taken))
    if st.button(at.say("work.new-screen"), key="new-screen"):
        _add(at, draft, Shelf.SCREENS, new_screen(taken={screen.id for screen in topic.screens}))


def _add(at: Where, draft: Draft, shelf: Shelf, value: Value) -> None:
    try:
        drafts.write(draft, with_entry(draft.text, (shelf.value,), value))
    except PatchFailed:
        shell.show(html.box("miss", html.line(at.say("work.patch-failed"), "quiz-problem")))
        return
    tell(at.say("work.added"))
    go(at, file=at.file, part=f"{shelf}:{text(block(value).get('id'))}")
