"""Teach-back and record: what the nurse types about the talk, kept at every change."""

import logging
from collections.abc import Sequence
from enum import StrEnum

import streamlit as st

from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.briefing import Gap
from quiz_app.domain.confirmation import (
    MOST_WORDS,
    Barrier,
    Interpreter,
    Learner,
    Method,
    Readiness,
    Support,
    Understanding,
    WayToLearn,
)
from quiz_app.domain.typed import Typed
from quiz_app.i18n.messages import Words, words
from quiz_app.web import session
from quiz_app.web.app_pages.staff import fields
from quiz_app.web.app_pages.staff.bedside import Bedside, go_to, suspicion_line
from quiz_app.web.app_pages.staff.fields import key
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Drawn
from quiz_app.web.components.wording import coded, sentence
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)
_ONE: dict[str, type[StrEnum]] = {"learner": Learner, "readiness": Readiness, "interpreter": Interpreter}
_MANY: dict[str, type[StrEnum]] = {"barriers": Barrier, "supports": Support, "ways": WayToLearn, "methods": Method}
_CODED = {"barriers": "barrier", "supports": "support", "ways": "way", "methods": "method"}
_ORDER = ("learner", "readiness", "barriers", "supports", "ways", "methods", "interpreter")


def draw(bed: Bedside) -> Drawn:
    """Draw the form of the talk.

    What was typed is kept before anything is drawn, so that nothing can cut it off. After a restart the fields are
    known only once they are drawn; then it is kept afterwards and the page drawn once more.
    """
    say, kept = bed.say, bed.case.typed
    if session.seen(bed.attempt) is None:
        session.keep_seen(bed.attempt, bed.case.seen)
    typed = fields.read(bed.attempt, bed.items, kept)
    session.note_writer(session.Writer(actor=bed.actor, attempt=bed.attempt, items=bed.items, typed=typed))
    said = _keep(bed, typed)
    checked = session.was_pressed(key("check-talk", bed.attempt))
    if checked:
        session.note_checked(bed.attempt)
        if not problems(typed, bed.items, say):
            go_to(bed, "check")
    found = problems(typed, bed.items, say) if session.was_checked(bed.attempt) else {}
    _form(bed, typed, found, said)
    if fields.read(bed.attempt, bed.items, kept) != typed:
        st.rerun()
    focus = shell.at_problem() if checked else ""
    return Drawn(said=say("talk.problem") if checked else "", focus=focus)


def rescue() -> str:
    """Keep what a nurse was typing when her visit was over; what to say about it, nothing if nobody was typing."""
    writer = session.writer()
    if writer is None:
        return ""
    session.note_writer(None)
    typed = fields.read(writer.attempt, writer.items, writer.typed)
    try:
        running().confirming.keep_draft(writer.actor, writer.attempt, typed)
    except NotSaved as reason:
        _LOG.warning("a draft could not be kept: %s", reason)
        return words()("common.not-saved")
    return words()("talk.over")


def problems(typed: Typed, items: Sequence[str], say: Words) -> dict[str, str]:
    """What is missing or clashes, by field, in the order of the page."""
    missing, clashes = set(typed.missing(items)), set(typed.clashes())
    order = [*(f"teach-back:{item}" for item in items), *_ORDER]
    found = {field: say("talk.clash") for field in order if field in clashes}
    return {
        field: found.get(field) or say("talk.choose-some" if field in _MANY else "talk.choose-one")
        for field in order
        if field in missing | clashes
    }


def _keep(bed: Bedside, typed: Typed) -> str:
    """Keep what was typed if it differs from what is kept; what to say about it."""
    if typed == bed.case.typed:
        return bed.say("talk.kept") if bed.case.has_draft else ""
    try:
        running().confirming.keep_draft(bed.actor, bed.attempt, typed)
    except NotSaved as reason:
        _LOG.warning("a draft could not be kept: %s", reason)
        return bed.say("common.not-saved")
    return bed.say("talk.kept")


def _form(bed: Bedside, typed: Typed, found: dict[str, str], said: str) -> None:
    say = bed.say
    gaps = bed.case.briefing.talk
    titles = {field: say(f"record.{field}") for field in _ORDER}
    titles |= {f"teach-back:{gap.item}": gap.objective for gap in gaps}
    links = [(fields.anchor(field), f"{titles[field].rstrip('.')}: {text}") for field, text in found.items()]
    summary = html.problem_summary(say("talk.problem"), links) if found else html.NOTHING
    shell.show(html.heading(say("talk.title", name=bed.name)), summary, html.line(say("talk.lead")))
    for gap in gaps:
        _teach_back(bed, gap, typed, sentence(found.get(f"teach-back:{gap.item}", "")))
    chosen = _chosen(typed)
    for field in _ORDER:
        shell.show(html.field_heading(field, titles[field], sentence(found.get(field, ""))))
        if field in _ONE:
            _choose_one(bed, field, chosen[field])
        else:
            _choose_many(bed, field, chosen[field])
    if said:
        shell.show(html.line(said, "quiz-quiet"))
    with st.container(horizontal=True, key="talk-buttons"):
        st.button(say("talk.check"), key=key("check-talk", bed.attempt), type="primary")
        if st.button(say("talk.back"), key=key("leave-talk", bed.attempt)):
            go_to(bed, "")


def _teach_back(bed: Bedside, gap: Gap, typed: Typed, problem: str) -> None:
    say, kept = bed.say, typed.teach_backs.get(gap.item, fields.EMPTY)
    heading = html.field_heading(fields.anchor(f"teach-back:{gap.item}"), gap.objective, problem)
    shell.show(heading, html.line(say("talk.say", sentence=gap.say), "quiz-quiet"))
    _radio(
        plain(say("talk.understanding", point=gap.objective)),
        {each.value: coded("understanding", [each], say) for each in Understanding},
        name=key("understanding", bed.attempt, gap.item),
        chosen=(kept.understanding,) if kept.understanding else (),
    )
    typed_words = st.text_input(
        say("talk.words"),
        value=kept.words,
        key=key("words", bed.attempt, gap.item),
        max_chars=MOST_WORDS,
    )
    shell.show(suspicion_line(typed_words, say))


def _chosen(typed: Typed) -> dict[str, tuple[str, ...]]:
    return {
        "learner": (typed.learner,) if typed.learner else (),
        "readiness": (typed.readiness,) if typed.readiness else (),
        "interpreter": (typed.interpreter,) if typed.interpreter else (),
        "barriers": typed.barriers,
        "supports": typed.supports,
        "ways": typed.ways,
        "methods": typed.methods,
    }


def _choose_one(bed: Bedside, field: str, chosen: tuple[str, ...]) -> None:
    said = {code.value: coded(field, [code], bed.say) for code in _ONE[field]}
    _radio(bed.say(f"record.{field}"), said, name=key(field, bed.attempt), chosen=chosen)


def _radio(label: str, said: dict[str, str], *, name: str, chosen: tuple[str, ...]) -> None:
    st.radio(
        label,
        list(said),
        index=list(said).index(chosen[0]) if chosen else None,
        key=name,
        format_func=said.__getitem__,
        label_visibility="collapsed",
        horizontal=True,
    )


def _choose_many(bed: Bedside, field: str, chosen: tuple[str, ...]) -> None:
    with st.container(horizontal=True, key=f"named-{field}", gap="small"):
        for code in _MANY[field]:
            name = f"{key(field, bed.attempt)}-{code}"
            st.checkbox(coded(_CODED[field], [code], bed.say), value=code in chosen, key=name, width="content")
