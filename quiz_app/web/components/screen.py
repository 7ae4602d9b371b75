"""What the patient's screens share: who sits there, the words, the clinic's numbers, the place for help."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.clinic import ClinicWords
from quiz_app.domain.course import Course
from quiz_app.domain.progress import Place, Stage
from quiz_app.domain.translation import in_language
from quiz_app.i18n.messages import Words
from quiz_app.services.taking import Sitting
from quiz_app.web import session
from quiz_app.web.components import html, shell
from quiz_app.web.components.wording import own_name

HELP_VIEWS = ("question", "size", "leave")


@dataclass(frozen=True)
class Drawn:
    """What drawing a place leaves to the frame.

    go_on: the words on the button that goes on, empty where there is none; said: what to read out; focus: where the
    cursor goes besides the heading; step: which of its screens a page of several drew; title: what it is called.
    """

    go_on: str = ""
    said: str = ""
    focus: str = ""
    step: str = ""
    title: str = ""


@dataclass(frozen=True)
class Desk:
    """Everything one patient screen is drawn from.

    handed: whether staff lent this device for it; languages: those the patient may read the course in.
    """

    sitting: Sitting
    place: Place
    say: Words
    clinic: ClinicWords
    handed: bool = False
    languages: tuple[str, ...] = ()

    @property
    def attempt(self) -> str:
        """The id of the attempt."""
        return self.sitting.attempt

    @property
    def course(self) -> Course:
        """The frozen course of this attempt, in the language that is read."""
        return in_language(self.sitting.course, self.say.locale)

    @property
    def is_refresher(self) -> bool:
        """Whether this is the short refresher, not the course itself."""
        return self.sitting.record.form.refresher_of is not None

    @property
    def text_size(self) -> str:
        """The size of the words, as chosen; normal until then."""
        return self.sitting.record.preference("text-size") or shell.NORMAL

    @property
    def scheme(self) -> str:
        """Light or dark, as chosen; empty where it is as the device says."""
        return self.sitting.record.scheme


def show(desk: Desk, *parts: Markup) -> None:
    """Show the parts of a place below the line that says which part of the course this is."""
    shell.show(*_where(desk), *parts)


def _where(desk: Desk) -> list[Markup]:
    if desk.is_refresher:
        return _which_question(desk)
    topics = desk.course.topics
    return [
        html.part_line(
            desk.say("common.part", number=number, total=len(topics), title=topic.title),
            number=number,
            total=len(topics),
        )
        for number, topic in enumerate(topics, start=1)
        if topic.topic == desk.place.topic
    ]


def _which_question(desk: Desk) -> list[Markup]:
    """In a refresher there are no parts to read, only questions to count."""
    items = [asked.item for part in desk.sitting.record.form.parts for asked in part.asked]
    return [
        html.part_line(desk.say("refresher.question", number=number, total=len(items)), number=number, total=len(items))
        for number, item in enumerate(items, start=1)
        if desk.place.turn and desk.place.turn.item == item
    ]


def help_place(desk: Desk) -> None:
    """The fixed place on every screen: whom to call, that nobody watches, how to ask, text size, stopping."""
    shell.show(help_words(desk), html.asks_if_idle(desk.say, "lent") if desk.handed else html.NOTHING)
    with st.container(horizontal=True, key="help-buttons"):
        for view in HELP_VIEWS:
            if st.button(desk.say(f"help.{view}"), key=f"help-{view}"):
                session.go_to(view=view)  # in the address, so that it stays open when the server comes back
                st.rerun()
        if desk.place.stage is not Stage.ASK or session.address("view"):
            for locale in other_languages(desk):
                with st.container(key=f"lang-{locale}", width="content"):
                    st.button(own_name(locale), key=speak_key(locale))


def other_languages(desk: Desk) -> tuple[str, ...]:
    """The languages the patient may change to; a button is called as the language's own speakers call it."""
    return tuple(locale for locale in desk.languages if locale != desk.say.locale)


def speak_key(locale: str) -> str:
    """The key of the button that changes to that language."""
    return f"speak-{locale}"


def help_words(desk: Desk) -> Markup:
    """Whom to call, and that nobody watches."""
    say, numbers = desk.say, desk.clinic.model_dump()
    return html.help_lines(
        say("help.title"),
        [
            say("help.emergency", **numbers),
            say("help.clinic", **numbers),
            say("help.night", **numbers),
            say("help.unwatched"),
        ],
    )
