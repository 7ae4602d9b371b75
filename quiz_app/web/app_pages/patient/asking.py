"""One question: the native widgets of its kind, and the turn the patient was looking at with the click."""

import uuid

import streamlit as st

from quiz_app.domain.attempt import NotSaved, Sureness, Turn
from quiz_app.domain.course import Confidence
from quiz_app.domain.item import Item, Kind
from quiz_app.domain.marking import NOT_SURE, Choice
from quiz_app.services.taking import NothingChosen
from quiz_app.web.components import html, shell
from quiz_app.web.components.drawn import Drawn
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Desk
from quiz_app.web.running import running


def draw(desk: Desk) -> Drawn:
    """Draw the question of this place; a kept answer draws its feedback in the next run."""
    turn = desk.place.turn
    if turn is None:
        return Drawn()
    item = desk.course.items[turn.item]
    key = f"{desk.attempt}-{turn.item}-{turn.try_no}"
    shell.show(html.heading(item.ask))
    with st.form(f"form-{key}", enter_to_submit=False, border=False):
        problem = st.empty()
        choice = _CHOOSE[item.kind](desk, item, key)
        sureness = _how_sure(desk, item, key)
        submitted = st.form_submit_button(desk.say("ask.check"), type="primary", width="stretch")
    if not submitted:
        return Drawn()
    said = _keep(desk, turn, choice=choice, sureness=sureness)
    if not said:
        st.rerun()
    problem.html(html.wrapped(html.line(said, "quiz-problem")))
    return Drawn(said=said, focus=f"problem-{uuid.uuid4().hex}")


def _keep(desk: Desk, turn: Turn, *, choice: Choice, sureness: Sureness | None) -> str:
    item = desk.course.items[turn.item]
    try:
        running().taking.answer(desk.attempt, turn, choice=choice, sureness=sureness)
    except NothingChosen:
        return desk.say("ask.choose-each" if item.kind is Kind.SORT else "ask.choose")
    except NotSaved:
        return desk.say("common.not-saved")
    return ""


def _choose_one(desk: Desk, item: Item, key: str) -> Choice:
    shown = (*desk.sitting.record.form.order_of(item.id), NOT_SURE)
    said = {letter: plain(item.option(letter).text) for letter in item.keys} | {NOT_SURE: desk.say("ask.not-sure")}
    chosen = st.radio(
        plain(item.ask),
        shown,
        index=None,
        key=f"choose-{key}",
        format_func=said.__getitem__,
        width="stretch",
        label_visibility="collapsed",
    )
    return (chosen,) if chosen else ()


def _choose_all(desk: Desk, item: Item, key: str) -> Choice:
    chosen = []
    with st.container(key=f"group-{key}", gap="small"):
        for letter in desk.sitting.record.form.order_of(item.id):
            if st.checkbox(plain(item.option(letter).text), key=f"tick-{key}-{letter}", width="stretch"):
                chosen.append(letter)
        if st.checkbox(desk.say("ask.not-sure"), key=f"tick-{key}-{NOT_SURE}", width="stretch"):
            chosen.append(NOT_SURE)
    return tuple(sorted(chosen))


def _sort(desk: Desk, item: Item, key: str) -> Choice:
    places = (*item.groups, NOT_SURE)
    said = {name: plain(text) for name, text in item.groups.items()} | {NOT_SURE: desk.say("ask.not-sure")}
    put: dict[str, str | None] = {}
    for letter in desk.sitting.record.form.order_of(item.id):
        put[letter] = st.radio(
            plain(item.thing(letter).what),
            places,
            index=None,
            key=f"put-{key}-{letter}",
            format_func=said.__getitem__,
            width="stretch",
        )
    return tuple(f"{letter}={put[letter]}" for letter in item.keys) if all(put.values()) else ()


_CHOOSE = {Kind.CHOOSE_ONE: _choose_one, Kind.CHOOSE_ALL: _choose_all, Kind.SORT: _sort}


def _how_sure(desk: Desk, item: Item, key: str) -> Sureness | None:
    asked = desk.course.outline.confidence
    if asked is Confidence.OFF or (asked is Confidence.CRITICAL and not item.critical):
        return None
    return st.radio(
        desk.say("ask.sure"),
        list(Sureness),
        index=None,
        key=f"sure-{key}",
        format_func=lambda sureness: desk.say(f"ask.sure.{sureness}"),
        width="stretch",
    )
