"""What the patient's screens share: who sits there, the words, the clinic's numbers, the place for help."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.course import Clinic, Course
from quiz_app.domain.progress import Place
from quiz_app.i18n.messages import Words
from quiz_app.services.taking import Sitting
from quiz_app.web import session
from quiz_app.web.components import html, shell


@dataclass(frozen=True)
class Drawn:
    """What drawing a place leaves to the frame.

    go_on: the words on the button that goes on, empty where there is none; said: what to read out; focus: where the
    cursor goes besides the heading.
    """

    go_on: str = ""
    said: str = ""
    focus: str = ""


@dataclass(frozen=True)
class Desk:
    """Everything one patient screen is drawn from."""

    sitting: Sitting
    place: Place
    say: Words
    clinic: Clinic

    @property
    def attempt(self) -> str:
        """The id of the attempt."""
        return self.sitting.attempt

    @property
    def course(self) -> Course:
        """The frozen course of this attempt."""
        return self.sitting.course

    @property
    def text_size(self) -> str:
        """The size of the words, as chosen; normal until then."""
        return self.sitting.record.preference("text-size") or shell.NORMAL


def show(desk: Desk, *parts: Markup) -> None:
    """Show the parts of a place below the line that says which part of the course this is."""
    topics = desk.course.topics
    lines = [
        html.part_line(desk.say, number=number, total=len(topics), title=topic.title)
        for number, topic in enumerate(topics, start=1)
        if topic.topic == desk.place.topic
    ]
    shell.show(*lines, *parts)


def help_place(desk: Desk) -> None:
    """The fixed place on every screen: whom to call, that nobody watches, how to ask, text size, stopping."""
    say, numbers = desk.say, desk.clinic.model_dump()
    shell.show(
        html.help_lines(
            say("help.title"),
            [
                say("help.emergency", **numbers),
                say("help.clinic", **numbers),
                say("help.night", **numbers),
                say("help.unwatched"),
            ],
        )
    )
    with st.container(horizontal=True, key="help-buttons"):
        for view in ("question", "size", "leave"):
            if st.button(say(f"help.{view}"), key=f"help-{view}"):
                session.open_view(view)
                st.rerun()
