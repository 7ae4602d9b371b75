"""Screens over the course: a question for the nurse, the text size, stopping for now."""

import logging

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.attempt import NotSaved
from quiz_app.services.taking import QuestionTooLong
from quiz_app.web import session
from quiz_app.web.app_pages.patient.welcome import scheme, text_size
from quiz_app.web.components import html, screen, shell
from quiz_app.web.components.screen import Desk
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)


def question(desk: Desk) -> None:
    """Let the patient write a question in their own words."""
    say = desk.say
    shell.show(html.heading(say("question.title")), html.line(say("question.lead")))
    said = ""
    asked = len(desk.sitting.record.questions)  # a second click belongs to the form of the question before
    with st.form("question", enter_to_submit=False, border=False, clear_on_submit=False):
        problem = st.empty()
        text = st.text_area(
            f"{say('question.label')} ({say('question.room')})",
            key=f"question-{desk.attempt}-{asked}",
            height=140,
        )
        sent = st.form_submit_button(say("question.send"), key=f"send-{asked}", type="primary", width="stretch")
    if sent:
        said = _keep(desk, (text or "").strip())
        if not said:
            session.keep_problem(say("question.kept"))
            st.rerun()
        problem.html(html.wrapped(_beside(desk, said)))
    _own_questions(desk)
    kept = session.take_problem()
    _close(
        desk,
        f"question{len(desk.sitting.record.questions)}",
        title=say("question.title"),
        said=said or kept,
        focus=shell.at_problem() if said else "",
    )


def _beside(desk: Desk, said: str) -> Markup:
    if said != _danger(desk):
        return html.line(said, "quiz-problem")
    title = html.subheading(desk.say("question.danger-title"))
    again = html.line(desk.say("question.danger-send"))
    return html.box("emergency", title, html.line(said, "quiz-problem"), again)


def _danger(desk: Desk) -> str:
    return desk.say("question.danger", **desk.clinic.model_dump())


def _keep(desk: Desk, text: str) -> str:
    say = desk.say
    if not text:
        return say("question.empty")
    if running().taking.sounds_like_danger(text) and not session.danger_was_shown(text):
        session.note_danger_shown(text)
        return _danger(desk)
    try:
        running().taking.ask(desk.attempt, text, desk.place)
    except QuestionTooLong:
        return say("question.long")
    except NotSaved as reason:
        _LOG.warning("a question could not be kept: %s", reason)
        return say("common.not-saved")
    return ""


def _own_questions(desk: Desk) -> None:
    asked = [question.text for question in desk.sitting.record.questions]
    if asked:
        shell.show(
            html.box("right", html.line(desk.say("question.kept"))),
            html.subheading(desk.say("question.own")),
            html.bullets(asked),
        )


def size(desk: Desk) -> None:
    """Let the patient change the text size."""
    shell.show(html.heading(desk.say("help.size")))
    text_size(desk)
    scheme(desk)
    _close(desk, "size", title=desk.say("help.size"))


def leave(desk: Desk) -> None:
    """Say how to come back, and let the patient leave this device; one that staff lent goes back to staff."""
    say = desk.say
    lead, button = ("leave.handed", "leave.handed-button") if desk.handed else ("stop.lead", "leave.button")
    shell.show(
        html.heading(say("stop.title")),
        html.line(say(lead)),
        html.link_button("/leave", say(button)),
    )
    _close(desk, "leave", title=say("stop.title"))


def _close(desk: Desk, step: str, *, title: str, said: str = "", focus: str = "") -> None:
    if st.button(desk.say("common.close"), key=f"close-{step}", width="stretch"):
        session.go_to()
        st.rerun()
    screen.help_place(desk)
    name = f"{title} - {desk.say('app.name')}"
    shell.close_page(name, f"view-{step}", locale=desk.say.locale, said=said, focus=focus, reads="reads")


VIEWS = {"question": question, "size": size, "leave": leave}
