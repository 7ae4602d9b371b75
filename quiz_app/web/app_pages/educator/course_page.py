"""The overview of a course: how it stands, its topics with what is in them, and the ways to everything else."""

import re

import streamlit as st
from markupsafe import Markup

from quiz_app.app.workbench import CannotSave, Clash, NoSuchFile, PatchFailed, Refused
from quiz_app.content.problems import Problem
from quiz_app.domain.course import Course
from quiz_app.web.app_pages.educator import drafts, problem_list
from quiz_app.web.app_pages.educator.sketch import block, data_of, entries, text, topic_of
from quiz_app.web.app_pages.educator.where import Where, file_of, go, tell, told
from quiz_app.web.app_pages.staff.banner import banner
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Drawn
from quiz_app.web.running import running


def draw(at: Where) -> Drawn:
    """Draw the overview."""
    app = running()
    course = app.library.course(at.course)
    shell.show(html.heading(course.outline.title if course else at.course))
    banner(at.say)
    said = told()
    found = problem_list.of_course(at.course)
    _state(at, course)
    shelves = app.workbench.shelves(at.actor)
    files = [file for shelf in shelves if shelf.course in {at.course, ""} for file in shelf.files]
    for file in drafts.unsaved(files):
        shell.show(html.box("note", html.line(at.say("work.unsaved", file=file))))
    _ways(at, found)
    _topics(at, _in_order(at, [file for file in files if file.startswith(f"{at.course}/topics/")]), found)
    _new_topic(at)
    _others(at, [file for file in files if not file.startswith(f"{at.course}/topics/")])
    return Drawn(step=at.name, said=said)


def _state(at: Where, course: Course | None) -> None:
    """What is written, what is approved, what patients get."""
    live = running().offering.course(at.course)
    lines = [at.say("work.no-course")] if course is None else []
    if course:
        lines.append(at.say("work.approved" if course.is_approved else "work.draft"))
    if live is None:
        lines.append(at.say("work.live-none"))
    elif course and live.content_fingerprint == course.content_fingerprint:
        lines.append(at.say("work.live-same"))
    else:
        lines.append(at.say("work.live-other"))
    shell.show(*(html.line(line) for line in lines))


def _ways(at: Where, found: tuple[Problem, ...]) -> None:
    with st.container(horizontal=True, key="work-ways", vertical_alignment="center"):
        if st.button(at.say("work.problems-count", number=len(found)), key="to-problems"):
            go(at, do="problems")
        if st.button(at.say("work.coverage"), key="to-coverage"):
            go(at, do="coverage")
        shell.show_beside(html.links([(f"/staff/exchange?course={at.course}", at.say("work.exchange"))]))
        if st.button(at.say("work.reload"), key="reload-course"):
            running().library.refresh()
            st.rerun()


def _in_order(at: Where, files: list[str]) -> list[str]:
    """The topic files in the order in which patients meet them; what the course does not list comes last."""
    try:
        outline = block(data_of(drafts.glance(at.actor, f"{at.course}/course.yaml").text))
    except NoSuchFile:
        return files
    listed = [f"{at.course}/topics/{text(name)}.yaml" for name in entries(outline.get("topics"))]
    return sorted(files, key=lambda file: listed.index(file) if file in listed else len(listed))


def _topics(at: Where, files: list[str], found: tuple[Problem, ...]) -> None:
    shell.show(html.subheading(at.say("work.topics")))
    for file in files:
        with st.container(horizontal=True, key=f"topic-{file}", vertical_alignment="center"):
            topic = topic_of(drafts.glance(at.actor, file).text)
            problems = sum(file_of(problem) == file for problem in found)
            title = topic.title if topic else file
            counts = (
                at.say(
                    "work.counts",
                    screens=len(topic.screens),
                    questions=len(topic.asked),
                    retired=len(topic.questions) - len(topic.asked),
                    pairs=topic.pairs,
                )
                if topic
                else at.say("work.unreadable")
            )
            said = at.say("work.has-problems", number=problems) if problems else ""
            shell.show(html.line(title, "quiz-label"), html.line(counts, "quiz-quiet"), *_caution(said))
            if st.button(plain(at.say("work.open-topic", title=title)), key=f"open-{file}"):
                go(at, file=file)
            if topic and st.button(plain(at.say("work.preview-topic", title=title)), key=f"preview-{file}"):
                go(at, file=file, do="preview")


def _caution(said: str) -> list[Markup]:
    return [html.line(said, "quiz-caution")] if said else []


def _new_topic(at: Where) -> None:
    """A new topic from a template, in a small form of its own."""
    with st.expander(at.say("work.new-topic")), st.form("new-topic", enter_to_submit=False, border=False):
        problem = st.empty()
        title = st.text_input(at.say("work.new-topic-title"), key="new-topic-title", max_chars=120)
        name = st.text_input(at.say("work.new-topic-name"), key="new-topic-name", max_chars=60)
        shell.show(html.line(at.say("work.new-topic-help"), "quiz-hint"))
        made = st.form_submit_button(at.say("work.new-topic-make"))
    if not made:
        return
    said = _make_topic(at, (name or "").strip(), (title or "").strip())
    problem.html(html.wrapped(html.line(said, "quiz-problem")))


def _make_topic(at: Where, name: str, title: str) -> str:
    """Make the topic and go there; else why not."""
    if not (title and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)):
        return at.say("work.new-topic-how")
    try:
        made = running().workbench.add_topic(at.actor, at.course, name, title)
    except Clash:
        said = at.say("work.new-topic-taken")
    except (Refused, PatchFailed, NoSuchFile):
        said = at.say("work.new-topic-broken")
    except CannotSave as reason:
        said = at.say("work.cannot-save", reason=reason)
    else:
        tell(at.say("work.new-topic-made"))
        go(at, file=made.file)
    return said


def _others(at: Where, files: list[str]) -> None:
    """The files that are no topics, edited as YAML."""
    shell.show(html.subheading(at.say("work.files")), html.line(at.say("work.files-lead"), "quiz-quiet"))
    with st.container(horizontal=True, key="work-files"):
        for file in files:
            if st.button(plain(at.say("work.open-file", file=file)), key=f"open-{file}"):
                go(at, file=file, do="yaml")
