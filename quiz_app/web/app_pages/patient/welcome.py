"""The first screen: how long, what is kept, who sees it, how large the words are, who is answering."""

import streamlit as st

from quiz_app.domain.attempt import Answering, Scheme, TextSize
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Desk, Drawn
from quiz_app.web.components.wording import own_name
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
    if len(desk.languages) > 1:
        prefer(desk, "language", say("welcome.language"), {each: own_name(each) for each in desk.languages})
    prefer(desk, "answering", say("welcome.who"), {each.value: say(f"welcome.who.{each}") for each in Answering})
    text_size(desk)
    return Drawn(go_on=say("welcome.start"))


def text_size(desk: Desk) -> None:
    """Let the patient choose how large the words are."""
    prefer(desk, "text-size", desk.say("welcome.size"), {each.value: desk.say(f"size.{each}") for each in TextSize})


def scheme(desk: Desk) -> None:
    """Let the patient choose light or dark colours."""
    prefer(desk, "scheme", desk.say("scheme.title"), {each.value: desk.say(f"scheme.{each}") for each in Scheme})


def prefer(desk: Desk, name: str, label: str, said: dict[str, str]) -> None:
    """A choice that is kept at once and can be changed at any time; said: what can be chosen, and its words."""
    values = list(said)
    kept = desk.sitting.record.preference(name) or {**_UNTIL_CHOSEN, "language": desk.say.locale}.get(name)
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
