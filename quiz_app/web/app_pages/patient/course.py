"""A patient's way through the course: one place at a time, back and on without losing anything."""

import logging

import streamlit as st

from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.progress import Place, Stage
from quiz_app.i18n.messages import speak, words
from quiz_app.services.taking import Sitting
from quiz_app.web import session
from quiz_app.web.app_pages.patient import asking, ending, feedback, reading, views, welcome
from quiz_app.web.components import html, screen, shell
from quiz_app.web.components.screen import Desk
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)
_DRAW = {
    Stage.WELCOME: welcome.draw,
    Stage.READ: reading.draw,
    Stage.REVISIT: reading.draw,
    Stage.FEEDBACK: feedback.draw,
    Stage.END: ending.draw,
}


def draw_course(attempt: str, *, handed: bool = False) -> None:
    """Draw the screen where this attempt stands, or the earlier one the patient looks at again.

    handed: whether staff lent this device for it.

    A press is acted on before anything is drawn, so that one run is enough. After a restart the server learns what was
    pressed on an old page only by drawing it; then the press is acted on afterwards and the page drawn once more.
    """
    desk = _desk(_sitting(attempt), handed=handed)
    if _changed_language(desk):
        desk = _desk(_sitting(attempt), handed=handed)
    shell.words_at(desk.text_size)
    shell.colours(desk.scheme)
    if (view := session.address("view")) in views.VIEWS:
        views.VIEWS[view](desk)
        return
    acted = _act(desk)
    if isinstance(acted, Sitting):
        desk = _desk(acted, handed=handed)
    kept = session.take_problem()
    _draw_place(desk, problem=acted if isinstance(acted, str) else kept)
    if acted is None and (late := _act(desk)) is not None:
        session.keep_problem(late if isinstance(late, str) else "")
        st.rerun()


def _changed_language(desk: Desk) -> bool:
    """Whether another language was pressed; it is spoken from now on, and what is chosen on the screen stays."""
    wanted = next((each for each in desk.languages if session.was_pressed(screen.speak_key(each))), None)
    if wanted is None:
        return False
    session.hold(asking.widgets(desk))
    running().taking.prefer(desk.attempt, "language", wanted)
    return True


def _sitting(attempt: str) -> Sitting:
    """Where the patient of this attempt stands; from its end on, in its refresher if that was begun."""
    sitting = running().taking.sitting(attempt)
    refresher = running().store.refresher_of(attempt) if sitting.progress.finished else None
    return running().taking.sitting(refresher) if refresher else sitting


def _act(desk: Desk) -> Sitting | str | None:
    """Do what was pressed on this place: where the attempt stands now, what to say instead, or None for no press."""
    here, seen = _here(desk.sitting)
    if session.was_pressed(_key("back", desk)) and here > 0:
        session.look_at(here - 1)
        return desk.sitting
    if desk.place.stage is Stage.ASK:
        return asking.act(desk, running().taking)
    if not session.was_pressed(_key("on", desk)):
        return None
    if here < seen:
        session.look_at(here + 1)
        return desk.sitting
    session.look_ahead()
    try:
        return running().taking.go_on(desk.sitting, desk.place)
    except NotSaved as reason:
        _LOG.warning("a step could not be kept: %s", reason)
        return desk.say("common.not-saved")


def _draw_place(desk: Desk, *, problem: str) -> None:
    asked = desk.place.stage is Stage.ASK
    drawn = asking.draw(desk, problem=problem) if asked else _DRAW[desk.place.stage](desk)
    said = problem or drawn.said
    if problem and not asked:
        shell.show(html.line(problem, "quiz-problem"))
    if drawn.go_on:
        st.button(drawn.go_on, key=_key("on", desk), type="primary", width="stretch")
    if _here(desk.sitting)[0] > 0:
        st.button(desk.say("common.back"), key=_key("back", desk), width="stretch")
    screen.help_place(desk)
    shell.close_page(_title(desk), desk.place.id, locale=desk.say.locale, said=said, focus=drawn.focus, reads="reads")


def _key(button: str, desk: Desk) -> str:
    return f"{button}-{desk.attempt}-{desk.place.id}"


def _desk(sitting: Sitting, *, handed: bool) -> Desk:
    here, _ = _here(sitting)
    app, reads = running(), sitting.record.language
    speak(reads)
    return Desk(
        sitting=sitting,
        place=[*_seen(sitting), sitting.progress.current][here],
        say=words(),
        clinic=app.library.clinic.in_language(reads),
        handed=handed,
        languages=app.offering.languages(sitting.course),
    )


def _here(sitting: Sitting) -> tuple[int, int]:
    """Which of the places passed is looked at, and how many there are; equal at the current place."""
    seen = len(_seen(sitting))
    return session.looking_at(seen), seen


def _seen(sitting: Sitting) -> list[Place]:
    """The places passed that can be looked at again: a question is looked at with its feedback."""
    return [place for place in sitting.progress.history if place.stage is not Stage.ASK]


def _title(desk: Desk) -> str:
    """What this screen is for, and its topic; a lesson has only its topic, and no title tells an answer."""
    stage, topics = desk.place.stage, {topic.topic: topic.title for topic in desk.course.topics}
    purpose = "" if stage is Stage.READ else desk.say(f"common.title-{stage}")
    refresher = desk.say("refresher.name") if desk.is_refresher else ""
    return " - ".join(filter(None, [purpose, refresher or topics.get(desk.place.topic), desk.say("app.name")]))
