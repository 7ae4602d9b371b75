"""The record of one patient: sign the talk, read what was signed, take the note along, take a signature back."""

import logging
from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.access import Right
from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.confirmation import Conversation, Standing, Understanding
from quiz_app.domain.mastery import Outcome
from quiz_app.export.note import note
from quiz_app.services.confirming import (
    PASSWORD_LASTS,
    Missing,
    NoReason,
    NotClear,
    NotFinished,
    PasswordNeeded,
    Stale,
)
from quiz_app.web import session
from quiz_app.web.app_pages.staff.bedside import Bedside, changes, go_to, standing_lines, suspicion_line
from quiz_app.web.app_pages.staff.fields import key
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Drawn
from quiz_app.web.components.wording import coded, moment
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)


def draw(bed: Bedside) -> Drawn:
    """Draw the record with what can be done about it now."""
    if session.was_pressed(key("look", bed.attempt)):
        go_to(bed, "")
    said, problem = _act(bed)
    case, say = bed.case, bed.say
    confirmed = case.standing is Standing.CONFIRMED
    title = say("sign.done-title" if confirmed else "sign.title", name=bed.name)
    shell.show(html.heading(title), problem, standing_lines(bed), _talk(bed))
    if confirmed:
        shell.show(html.line(say("sign.next")))
    elif bed.may(Right.CONFIRM):
        _draw_signing(bed)
    if said:
        st.button(say("sign.look"), key=key("look", bed.attempt))
    if bed.may(Right.EXPORT) and (case.care.conversation or case.briefing.outcome is not Outcome.NOT_FINISHED):
        _draw_note(bed)
    if confirmed and bed.may(Right.CONFIRM):
        _draw_withdrawal(bed)
    if st.button(say("sign.to-briefing"), key=key("to-briefing", bed.attempt)):
        go_to(bed, "")
    session.keep_seen(_shown(bed), case.seen)
    return Drawn(said=said)


def _shown(bed: Bedside) -> str:
    return f"record-{bed.attempt}"


def _act(bed: Bedside) -> tuple[str, Markup]:
    """Do what was pressed on the page as it was shown; what to say about it if it could not be done."""
    seen = session.seen(_shown(bed)) or bed.case.seen
    confirming, attempt = running().confirming, bed.attempt

    def confirm() -> str:
        return confirming.confirm(
            bed.actor, attempt, seen=seen, reauthenticated_at=bed.visit.reauthenticated_at
        ).model_dump_json()

    def withdraw() -> str:
        reason = session.typed(key("reason", attempt))
        return confirming.withdraw(bed.actor, attempt, reason, seen=seen).model_dump_json()

    for name, act in {"confirm": confirm, "withdraw": withdraw}.items():
        if session.was_pressed(key(name, attempt)):
            return _tried(bed, name, act)
    return "", html.NOTHING


def _tried(bed: Bedside, name: str, act: Callable[[], str]) -> tuple[str, Markup]:
    """Act once, however often the button was pressed; what to say if it could not be done."""
    say = bed.say
    try:
        session.once().make((name, bed.attempt, str(session.seen(_shown(bed)))), act)
    except Stale as stale:
        return say("sign.stale"), changes(stale.changes, say)
    except NotClear:
        said = say("sign.not-clear")
    except PasswordNeeded:
        said = say("sign.password-lead")
    except (Missing, NotFinished):
        said = say("sign.stale")
    except NoReason:
        said = say("sign.no-reason")
    except NotSaved as reason:
        _LOG.warning("a signature could not be kept: %s", reason)
        said = say("common.not-saved")
    else:
        session.open_patient(bed.attempt, "record")
        st.rerun()
    return said, html.line(said, "quiz-problem")


def _talk(bed: Bedside) -> Markup:
    """The talk that counts, in the words of its coded lists."""
    talk, say = bed.case.care.conversation, bed.say
    if talk is None:
        return html.line(say("sign.no-talk"))
    taught = talk.education
    pairs = [*_points(bed, talk)]
    pairs += [
        (say("record.learner"), coded("learner", [taught.learner], say)),
        (say("record.readiness"), coded("readiness", [taught.readiness], say)),
        (say("record.barriers"), coded("barrier", taught.barriers, say)),
        (say("record.supports"), coded("support", taught.supports, say)),
        (say("record.ways"), coded("way", taught.ways, say)),
        (say("record.methods"), coded("method", taught.methods, say)),
        (say("record.interpreter"), coded("interpreter", [taught.interpreter], say)),
        (say("sign.recorded"), say("sign.by", signer=talk.signer, time=moment(talk.at, say))),
    ]
    return html.facts(pairs)


def _points(bed: Bedside, talk: Conversation) -> list[tuple[str, str]]:
    course, say = bed.case.sitting.course, bed.say
    return [
        (
            course.objectives[course.items[back.item].objective],
            coded("understanding", [back.understanding], say) + (f": “{back.words}”" if back.words else ""),
        )
        for back in talk.teach_backs
    ]


def _draw_signing(bed: Bedside) -> None:
    """What is left to do before the signature, or the signature itself."""
    case, say, talk = bed.case, bed.say, bed.case.care.conversation
    if case.briefing.outcome is Outcome.NOT_FINISHED:
        shell.show(html.box("note", html.line(say("sign.not-finished"))))
        return
    unclear = _unclear(bed, talk) if talk else []
    if unclear:
        shell.show(html.box("miss", html.line(say("sign.not-clear")), html.bullets(unclear)))
    if talk is None or unclear:
        if st.button(say("brief.talk"), key=key("talk-again", bed.attempt), type="primary"):
            go_to(bed, "talk")
        return
    shell.show(html.line(say("sign.statement")))
    typed_at = bed.visit.reauthenticated_at
    if typed_at and running().clock.now() - typed_at <= PASSWORD_LASTS:
        st.button(say("sign.confirm"), key=key("confirm", bed.attempt), type="primary")
    else:
        shell.show(
            html.line(say("sign.password-lead")),
            html.links([(f"/reauth?next={bed.attempt}", say("sign.password"))]),
        )


def _unclear(bed: Bedside, talk: Conversation) -> list[str]:
    """The points that still need a clear teach-back, in words."""
    course = bed.case.sitting.course
    said = dict.fromkeys(bed.items) | {back.item: back.understanding for back in talk.teach_backs}
    return [
        course.objectives[course.items[item].objective]
        for item, understanding in said.items()
        if understanding is not Understanding.CLEAR
    ]


def _draw_note(bed: Bedside) -> None:
    say, attempt, recording = bed.say, bed.attempt, running().recording
    version = f"{attempt} {bed.case.seen}"
    text = session.made_once(version, lambda: note(recording.summary(bed.actor, attempt)))
    shell.show(html.subheading(say("sign.note")))
    st.code(text, language=None, wrap_lines=True)
    files = {"record.pdf": "record.pdf", "record.json": "record.fhir", "record.csv": "record.csv"}
    shell.show(html.links((f"/export/{attempt}/{name}", say(f"sign.{words}")) for name, words in files.items()))


def _draw_withdrawal(bed: Bedside) -> None:
    say = bed.say
    with st.expander(say("sign.withdraw-title"), key=key("withdrawal", bed.attempt)):
        reason = st.text_input(say("sign.reason"), key=key("reason", bed.attempt), max_chars=200)
        shell.show(suspicion_line(reason, say))
        st.button(say("sign.withdraw"), key=key("withdraw", bed.attempt))
