"""The staff's desk: the pages their role allows, and a way out."""

from collections.abc import Callable

import streamlit as st

from quiz_app.domain.access import RIGHTS, Right, StaffMember
from quiz_app.i18n.messages import Words, words
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.app_pages.staff import board, colleagues, course
from quiz_app.web.components import html, shell

_PAGES: dict[str, tuple[Right, Callable[[Actor, Words], None]]] = {
    "board": (Right.READ_BOARD, board.draw),
    "colleagues": (Right.MANAGE_STAFF, colleagues.draw),
    "course": (Right.EDIT_COURSE, course.draw),
}


def draw_desk(member: StaffMember) -> None:
    """Draw the page a member of staff has open; the services check the role again."""
    say, actor = words(), Actor(id=member.id, role=member.role)
    allowed = [name for name, (right, _) in _PAGES.items() if right in RIGHTS[member.role]]
    chosen = session.view() if session.view() in allowed else allowed[0]
    _navigation(allowed, chosen, say)
    _PAGES[chosen][1](actor, say)
    shell.show(html.link_button("/leave", say("staff.logout")))
    title = f"{say(f'staff.{chosen}')} - {say('app.name')}"
    shell.close_page(title, f"staff-{chosen}", locale=say.locale)


def _navigation(allowed: list[str], chosen: str, say: Words) -> None:
    if len(allowed) < 2:
        return
    for name, column in zip(allowed, st.columns(len(allowed)), strict=True):
        press = column.button(
            say(f"staff.{name}"),
            key=f"nav-{name}",
            type="primary" if name == chosen else "secondary",
            width="stretch",
        )
        if press and name != chosen:
            session.open_view(name)
            st.rerun()
