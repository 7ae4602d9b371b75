"""A patient's way through the course: one place at a time, back and on without losing anything."""

import streamlit as st

from quiz_app.domain.progress import Stage
from quiz_app.i18n.messages import words
from quiz_app.web import session
from quiz_app.web.app_pages.patient import asking, ending, feedback, reading, views, welcome
from quiz_app.web.components import screen, shell
from quiz_app.web.components.screen import Desk
from quiz_app.web.running import running

_DRAW = {
    Stage.WELCOME: welcome.draw,
    Stage.READ: reading.draw,
    Stage.REVISIT: reading.draw,
    Stage.ASK: asking.draw,
    Stage.FEEDBACK: feedback.draw,
    Stage.END: ending.draw,
}


def draw_course(attempt: str) -> None:
    """Draw the screen where this attempt stands, or the earlier one the patient looks at again."""
    sitting = running().taking.sitting(attempt)
    seen = [place for place in sitting.progress.history if place.stage is not Stage.ASK]
    looking = session.looking_at(len(seen))
    place = seen[looking] if looking < len(seen) else sitting.progress.current
    say = words(sitting.record.attempt.locale)
    desk = Desk(attempt=attempt, sitting=sitting, place=place, say=say, clinic=running().library.clinic)
    shell.open_page(_title(desk), text_size=desk.text_size)
    if session.view() in views.VIEWS:
        views.VIEWS[session.view()](desk)
        return
    screen.part_line(desk)
    drawn = _DRAW[place.stage](desk)
    if drawn.go_on and st.button(drawn.go_on, key=f"on-{attempt}-{place.id}", type="primary", width="stretch"):
        _go_on(desk, looking=looking, seen=len(seen))
    if looking > 0 and st.button(say("common.back"), key=f"back-{place.id}", width="stretch"):
        session.look_at(looking - 1)
        st.rerun()
    screen.help_place(desk)
    shell.close_page(place.id, locale=say.locale, said=drawn.said, focus=drawn.focus)


def _go_on(desk: Desk, *, looking: int, seen: int) -> None:
    if looking < seen:
        session.look_at(looking + 1)
    else:
        running().taking.go_on(desk.attempt, desk.place)
        session.look_ahead()
    st.rerun()


def _title(desk: Desk) -> str:
    titles = {topic.topic: topic.title for topic in desk.course.topics}
    name = desk.say("app.name")
    return f"{titles[desk.place.topic]} - {name}" if desk.place.topic in titles else name
