"""The first screen: how long, what is kept, who sees it, how large the words are, who is answering."""

import streamlit as st

from quiz_app.domain.attempt import Answering, Scheme, TextSize
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Desk, Drawn
from quiz_app.web.running import running

_UNTIL_CHOSEN = {"text-size": shell.NORMAL, "scheme": Scheme.DEVICE.value}


def draw(desk: Desk) -> Drawn:
    """Draw the first screen; both choices are kept as soon as they are made."""
    say, outline = desk.say, desk.course.outline
    shell.show(
        html.brand(say("app.name")),
        html.heading(outline.title),
        html.line(say("welcome.time", minutes=outline.minutes, parts=len(desk.course.topics))),
        html.line(say("welcome.purpose")),
        html.line(say("welcome.no-block")),
        html.subheading(say("welcome.kept-title")),
        html.line(say("welcome.kept")),
    )
    prefer(desk, "answering", say("welcome.who"), [(choice.value, f"welcome.who.{choice}") for choice in Answering])
    text_size(desk)
    return Drawn(go_on=say("welcome.start"))


def text_size(desk: Desk) -> None:
    """Let the patient choose how large the words are."""
    prefer(desk, "text-size", desk.say("welcome.size"), [(size.value, f"size.{size}") for size in TextSize])


def scheme(desk: Desk) -> None:
    """Let the patient choose light or dark colours."""
    prefer(desk, "scheme", desk.say("scheme.title"), [(each.value, f"scheme.{each}") for each in Scheme])


def prefer(desk: Desk, name: str, label: str, offers: list[tuple[str, str]]) -> None:
    """A choice that is kept at once and can be changed at any time."""
    values = [value for value, _ in offers]
    kept = desk.sitting.record.preference(name) or _UNTIL_CHOSEN.get(name)
    said = {value: desk.say(key) for value, key in offers}
    chosen = st.radio(
        label,
        values,
        index=values.index(kept) if kept else None,
        key=f"prefer-{name}-{desk.attempt}",
        format_func=said.__getitem__,
        width="stretch",
    )
    if chosen and chosen != kept:
        running().taking.prefer(desk.attempt, name, chosen)
        st.rerun()
