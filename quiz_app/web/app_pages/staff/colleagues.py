"""Accounts of the clinic's staff: add one, close one."""

import streamlit as st

from quiz_app.domain.access import Role, StaffMember
from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor, LoginTaken
from quiz_app.web import session
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.running import running


def draw(actor: Actor, say: Words) -> None:
    """Draw the list of accounts and the form for a new one."""
    shell.show(html.heading(say("colleagues.title")))
    for member in running().staffing.colleagues(actor):
        _account(actor, member, say)
    with st.form("colleague", enter_to_submit=False, border=False):
        problem = st.empty()
        login = st.text_input(say("colleagues.login"), key="colleague-login", max_chars=80)
        role = st.radio(
            say("colleagues.role"),
            [Role.NURSE, Role.CHARGE_NURSE, Role.EDUCATOR, Role.REVIEWER, Role.ADMINISTRATOR],
            format_func=lambda role: say(f"colleagues.role.{role}"),
        )
        added = st.form_submit_button(say("colleagues.add"), type="primary")
    if added:
        try:
            press = ("add", login, role)
            token = session.once().make(press, lambda: running().staffing.add_colleague(actor, login, role))
        except LoginTaken:
            problem.html(html.wrapped(html.line(say("colleagues.taken"), "quiz-problem")))
        else:
            _link(login, token, say)


def _link(login: str, token: str, say: Words) -> None:
    link = f"{running().settings.url}/staff/setup#{token}"
    shell.show(html.box("right", html.line(say("colleagues.link", login=login)), html.line(link, "quiz-code")))


def _account(actor: Actor, member: StaffMember, say: Words) -> None:
    state = ""
    if member.disabled_at:
        state = f" \N{MIDDLE DOT} {say('colleagues.closed')}"
    elif not member.password_hash:
        state = f" \N{MIDDLE DOT} {say('colleagues.waiting')}"
    shell.show(html.line(f"{member.login} \N{MIDDLE DOT} {say(f'colleagues.role.{member.role}')}{state}"))
    if member.disabled_at is None and member.id != actor.id:
        if st.button(plain(f"{say('colleagues.renew')}: {member.login}"), key=f"renew-{member.id}"):
            staffing = running().staffing
            token = session.once().make(("renew", member.id), lambda: staffing.renew_link(actor, member.id))
            _link(member.login, token, say)
        label = plain(f"{say('colleagues.close')}: {member.login}")
        if st.button(label, key=f"close-{member.id}"):
            running().staffing.close_account(actor, member.id)
            st.rerun()
