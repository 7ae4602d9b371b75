"""One question: the native widgets of its kind, and the turn the patient was looking at with the click."""

import logging
from typing import Protocol

import streamlit as st

from quiz_app.domain.attempt import NotSaved, Sureness, Turn
from quiz_app.domain.course import Confidence
from quiz_app.domain.item import Item, Kind
from quiz_app.domain.marking import NOT_SURE, Choice
from quiz_app.domain.progress import Stage
from quiz_app.services.taking import NothingChosen, Sitting
from quiz_app.web import session
from quiz_app.web.components import html, screen, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Desk, Drawn
from quiz_app.web.components.wording import own_name

_LOG = logging.getLogger(__name__)


class Taker(Protocol):
    """Whoever takes the answer: the service that keeps it, or a rehearsal that does not."""

    def answer(self, sitting: Sitting, turn: Turn, *, choice: Choice, sureness: Sureness | None = None) -> Sitting:
        """Where the patient is after this answer; raises NothingChosen, NotSaved."""


def act(desk: Desk, taker: Taker) -> Sitting | str | None:
    """Keep the answer if it was pressed: where the patient is now, what to say beside the question, or None."""
    turn = desk.place.turn
    if turn is None or not session.was_pressed(_key("check", desk)):
        return None
    item = desk.course.items[turn.item]
    try:
        return taker.answer(desk.sitting, turn, choice=_choice(desk, item), sureness=_sureness(desk))
    except NothingChosen:
        return desk.say("ask.choose-each" if item.kind is Kind.SORT else "ask.choose")
    except NotSaved as reason:
        _LOG.warning("an answer could not be kept: %s", reason)
        return desk.say("common.not-saved")


def draw(desk: Desk, *, problem: str) -> Drawn:
    """Draw the question of this place, with what is to be said beside it."""
    item = desk.course.items[desk.place.turn.item if desk.place.turn else ""]
    screen.show(desk, html.heading(item.ask), html.aloud(desk.say))
    with st.form(_key("form", desk), enter_to_submit=False, border=False):
        if problem:
            shell.show(html.line(problem, "quiz-problem"))
        _DRAW[item.kind](desk, item)
        _draw_sureness(desk, item)
        st.form_submit_button(desk.say("ask.check"), key=_key("check", desk), type="primary", width="stretch")
        for locale in screen.other_languages(desk):  # within the form, so that what is chosen comes along
            with st.container(key=f"lang-{locale}"):
                st.form_submit_button(own_name(locale), key=screen.speak_key(locale))
    return Drawn(said=problem, focus=shell.at_problem() if problem else "")


def widgets(desk: Desk) -> tuple[str, ...]:
    """The keys of everything that can be chosen on this screen; none where no question is asked."""
    if desk.place.stage is not Stage.ASK or desk.place.turn is None:
        return ()
    item = desk.course.items[desk.place.turn.item]
    ticks = (_key("tick", desk, key) for key in (*item.keys, NOT_SURE))
    put = (_key("put", desk, key) for key in item.keys)
    return (_key("choose", desk), _key("sure", desk), *ticks, *put)


def _key(widget: str, desk: Desk, part: str = "") -> str:
    """The name of a widget: attempt, item and try, so that nothing chosen here can slip into another turn."""
    turn = desk.place.turn
    return "-".join(filter(None, [widget, desk.attempt, f"{turn.item}-{turn.try_no}" if turn else "", part]))


def _shown(desk: Desk, item: Item) -> tuple[str, ...]:
    return desk.sitting.record.form.order_of(item.id)


def _choice(desk: Desk, item: Item) -> Choice:
    """What is chosen in the widgets of this question; empty while something is missing."""
    if item.kind is Kind.CHOOSE_ONE:
        chosen = session.chosen(_key("choose", desk))
        return (chosen,) if chosen else ()
    if item.kind is Kind.CHOOSE_ALL:
        return tuple(key for key in (*item.keys, NOT_SURE) if session.is_ticked(_key("tick", desk, key)))
    put = {key: session.chosen(_key("put", desk, key)) for key in item.keys}
    return tuple(f"{key}={put[key]}" for key in item.keys) if all(put.values()) else ()


def _sureness(desk: Desk) -> Sureness | None:
    chosen = session.chosen(_key("sure", desk))
    return Sureness(chosen) if chosen else None


def _draw_choose_one(desk: Desk, item: Item) -> None:
    said = {key: plain(item.option(key).text) for key in item.keys} | {NOT_SURE: desk.say("ask.not-sure")}
    _radio(plain(item.ask), (*_shown(desk, item), NOT_SURE), said, key=_key("choose", desk), label="collapsed")


def _draw_choose_all(desk: Desk, item: Item) -> None:
    said = {key: plain(item.option(key).text) for key in item.keys} | {NOT_SURE: desk.say("ask.not-sure")}
    with st.container(key=_key("group", desk), gap="small"):
        for key in (*_shown(desk, item), NOT_SURE):
            st.checkbox(said[key], key=_key("tick", desk, key), width="stretch")


def _draw_sort(desk: Desk, item: Item) -> None:
    said = {name: plain(text) for name, text in item.groups.items()} | {NOT_SURE: desk.say("ask.not-sure")}
    for key in _shown(desk, item):
        _radio(plain(item.thing(key).what), tuple(said), said, key=_key("put", desk, key))


_DRAW = {Kind.CHOOSE_ONE: _draw_choose_one, Kind.CHOOSE_ALL: _draw_choose_all, Kind.SORT: _draw_sort}


def _draw_sureness(desk: Desk, item: Item) -> None:
    asked = desk.course.outline.confidence
    if asked is Confidence.ALL or (asked is Confidence.CRITICAL and item.critical):
        said = {sureness.value: desk.say(f"ask.sure.{sureness}") for sureness in Sureness}
        _radio(desk.say("ask.sure"), tuple(said), said, key=_key("sure", desk))


def _radio(
    name: str, shown: tuple[str, ...], said: dict[str, str], *, key: str, label: shell.Label = "visible"
) -> None:
    st.radio(name, shown, index=None, key=key, format_func=said.__getitem__, label_visibility=label, width="stretch")
