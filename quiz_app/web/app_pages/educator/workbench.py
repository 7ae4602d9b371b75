"""How the question banks stand: every problem with its place, and what patients get meanwhile."""

import streamlit as st

from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor
from quiz_app.web.app_pages.staff.banner import banner
from quiz_app.web.components import html, shell
from quiz_app.web.running import running


def draw(_actor: Actor, say: Words) -> None:
    """Draw the state of the question banks."""
    shell.show(html.heading(say("staff.course")))
    banner(say)
    library = running().library
    said = [str(problem) for problem in library.problems]
    shell.show(
        html.subheading(say("staff.problems")), html.bullets(said) if said else html.line(say("staff.no-problems"))
    )
    if st.button(say("board.reload"), key="reload-course"):
        library.refresh()
        st.rerun()
