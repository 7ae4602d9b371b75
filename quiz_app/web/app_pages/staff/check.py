"""Check what was recorded: everything the nurse typed about the talk, before it is saved."""

import logging
from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.typed import Typed
from quiz_app.i18n.messages import Words
from quiz_app.services.confirming import Missing, Stale
from quiz_app.web import session
from quiz_app.web.app_pages.staff import fields
from quiz_app.web.app_pages.staff.bedside import Bedside, changes, go_to
from quiz_app.web.app_pages.staff.fields import key
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Drawn
from quiz_app.web.components.wording import coded
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)


def draw(bed: Bedside) -> Drawn:
    """Draw what was typed with the button that saves it."""
    say = bed.say
    said, problem = "", html.NOTHING
    if session.was_pressed(key("look", bed.attempt)):
        session.keep_seen(bed.attempt, None)
        go_to(bed, "")
    if session.was_pressed(key("save-talk", bed.attempt)):
        said, problem = _save(bed)
    shell.show(html.heading(say("talk.check-title")), problem, html.facts(_typed(bed, bed.case.typed, say)))
    with st.container(horizontal=True, key="check-buttons"):
        st.button(say("talk.save"), key=key("save-talk", bed.attempt), type="primary")
        if st.button(say("talk.change"), key=key("change-talk", bed.attempt)):
            go_to(bed, "talk")
        if said:
            st.button(say("sign.look"), key=key("look", bed.attempt))
    return Drawn(said=said)


def _save(bed: Bedside) -> tuple[str, Markup]:
    """Save the talk and go on to its record; what to say if it could not be saved."""
    say = bed.say
    try:
        _save_once(bed)
    except Missing:
        session.open_patient(bed.attempt, "talk")
        session.note_checked(bed.attempt)
        st.rerun()
    except Stale as stale:
        return say("sign.stale"), changes(stale.changes, say)
    except NotSaved as reason:
        _LOG.warning("a talk could not be kept: %s", reason)
        return say("common.not-saved"), html.line(say("common.not-saved"), "quiz-problem")
    return go_to(bed, "record")


def _save_once(bed: Bedside) -> None:
    """Save the talk as it stands on this page, once however often the button is pressed."""
    known = session.seen(bed.attempt) or bed.case.seen
    press = ("save-talk", bed.attempt, bed.case.typed.model_dump_json())

    def record() -> str:
        return str(running().confirming.record(bed.actor, bed.attempt, bed.case.typed, seen=known).number)

    session.once().make(press, record)
    session.keep_seen(bed.attempt, None)
    session.note_writer(None)


def _typed(bed: Bedside, typed: Typed, say: Words) -> Iterable[tuple[str, str]]:
    for gap in bed.case.briefing.talk:
        back = typed.teach_backs.get(gap.item, fields.EMPTY)
        words = f": “{back.words}”" if back.words else ""
        yield gap.objective, coded("understanding", filter(None, [back.understanding]), say) + words
    yield say("record.learner"), coded("learner", filter(None, [typed.learner]), say)
    yield say("record.readiness"), coded("readiness", filter(None, [typed.readiness]), say)
    yield say("record.barriers"), coded("barrier", typed.barriers, say)
    yield say("record.supports"), coded("support", typed.supports, say)
    yield say("record.ways"), coded("way", typed.ways, say)
    yield say("record.methods"), coded("method", typed.methods, say)
    yield say("record.interpreter"), coded("interpreter", filter(None, [typed.interpreter]), say)
