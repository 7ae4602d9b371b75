"""The list of patients: outcome, what to talk about, their own questions."""

import streamlit as st
from markupsafe import Markup

from quiz_app.app.assembly import App
from quiz_app.domain.mastery import Outcome
from quiz_app.i18n.messages import Words
from quiz_app.services.board import NEWEST, Row, TalkPoint
from quiz_app.services.inviting import NoCourse
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.app_pages.staff.course import banner
from quiz_app.web.components import html, shell
from quiz_app.web.running import running

_ALL = "all"


def draw(actor: Actor, say: Words) -> None:
    """Draw the list, filtered by outcome."""
    rows = running().board.rows(actor)
    shell.show(html.heading(say("board.title")), html.line(say("board.lead")))
    banner(say)
    _invite(actor, say)
    counts = {_ALL: len(rows)} | {outcome.value: sum(row.outcome is outcome for row in rows) for outcome in Outcome}
    shown = st.radio(
        say("board.filter"),
        [_ALL, Outcome.TALK_FIRST.value, Outcome.READY_TO_CONFIRM.value, Outcome.NOT_FINISHED.value],
        format_func=lambda name: f"{say(f'board.{name}')} ({counts[name]})",
        horizontal=True,
        key="board-filter",
    )
    if st.button(say("board.reload"), key="board-reload"):
        st.rerun()
    chosen = [row for row in rows if shown in {_ALL, row.outcome.value}]
    shell.show(*[_row(row, say) for row in chosen] or [html.line(say("board.empty"))])
    if len(rows) == NEWEST:
        shell.show(html.line(say("board.newest", number=NEWEST), "quiz-quiet"))


def _row(row: Row, say: Words) -> Markup:
    name = (
        f"{row.label} \N{MIDDLE DOT} {say('board.code', code=row.code_begins)}"
        if row.label
        else say("board.code", code=row.code_begins)
    )
    parts = [
        html.subheading(f"{say(f'board.{row.outcome}')} \N{MIDDLE DOT} {name}"),
        html.line(say("board.progress", answered=row.answered, asked=row.asked)),
    ]
    if row.answering:
        parts.append(html.line(say(f"board.answering.{row.answering}")))
    if row.points:
        parts.append(html.line(say("board.talk-about"), "quiz-label"))
        parts.append(html.bullets([_point(point, say) for point in row.points]))
    if row.questions:
        parts += [html.line(say("board.questions"), "quiz-label"), html.bullets(row.questions)]
    parts.append(html.line(say("board.last", time=f"{row.last_at.astimezone():%Y-%m-%d %H:%M}"), "quiz-quiet"))
    return html.staff_row(row.outcome, *parts)


def _point(point: TalkPoint, say: Words) -> str:
    asked = f" {say('board.ask', teach_back=point.teach_back)}" if point.teach_back else ""
    return f"{point.objective} {say(f'board.reason.{point.reason}')}{asked}"


def _invite(actor: Actor, say: Words) -> None:
    with st.expander(say("invite.title")), st.form("invite", enter_to_submit=False, border=False):
        label = st.text_input(say("invite.label"), key="invite-label", max_chars=40)
        if st.form_submit_button(say("invite.button"), type="primary"):
            app = running()
            try:
                code, token = session.once().make(("invite", label), lambda: _made(app, actor, label)).split()
            except NoCourse:
                shell.show(html.line(say("enter.no-course"), "quiz-problem"))
                return
            link = f"{app.settings.url}/e#{token}"
            shell.show(
                html.line(say("invite.once"), "quiz-label"),
                html.line(say("invite.code")),
                html.line(code, "quiz-code"),
                html.line(say("invite.link")),
                html.line(link),
                html.qr(link),
            )


def _made(app: App, actor: Actor, label: str) -> str:
    """The code and the token of the link of a new invitation."""
    made = app.inviting.invite(actor, app.settings.course, label=label.strip())
    return f"{made.code} {made.link_token}"
