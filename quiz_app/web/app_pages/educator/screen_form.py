"""The form of one lesson screen."""

from dataclasses import replace

import streamlit as st

from quiz_app.content.tree import Value
from quiz_app.domain.course import Urgency
from quiz_app.web.app_pages.educator.fields import Sheet, one_of, put, some_of, words
from quiz_app.web.app_pages.educator.offers import Offers
from quiz_app.web.app_pages.educator.sketch import Block, block, entries, text
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain

_EXTRAS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("card", "Card", ("call", "heading")),
    ("picture", "Picture", ("file", "alt")),
    ("chance", "Chance", ("of", "about", "what")),
)
_NEW: dict[str, Block] = {
    "card": {"call": "today", "heading": "", "signs": [""]},
    "picture": {"file": "", "alt": ""},
    "chance": {"of": "100", "about": "", "what": ""},
}


def screen_form(sheet: Sheet, screen: Block, known: Offers) -> Block:
    """The screen as it is after what was typed and pressed."""
    edited = words(sheet, screen, "id", "line")
    edited = words(sheet, edited, "heading", "line")
    edited = words(sheet, edited, "say")
    edited = words(sheet, edited, "simpler")
    edited = words(sheet, edited, "do")
    for name, model, inner in _EXTRAS:
        edited = _extra(sheet, edited, name, (model, inner))
    return some_of(sheet, edited, "sources", known.facts)


def _extra(sheet: Sheet, screen: Block, name: str, of: tuple[str, tuple[str, ...]]) -> Block:
    """A card, picture or chance: its fields, or a button that adds it."""
    title = sheet.say(f"work.field.{name}")
    if name not in screen:
        if st.button(plain(sheet.say("work.add", what=title)), key=sheet.name_of(f"add-{name}")):
            return put(screen, name, _NEW[name])
        return screen
    inner = sheet.inside(name, model=of[0], owner=title)
    with st.container(key=f"row-{inner.name_of('row')}", border=True):
        shell.show(html.subheading(title))
        edited = block(screen.get(name))
        for field in of[1]:
            edited = _field(inner, edited, field)
        if name == "card":
            edited = _signs(inner, edited)
        if st.button(plain(sheet.say("work.remove", what=title)), key=inner.name_of("remove")):
            return put(screen, name, None)
    return put(screen, name, edited)


def _field(sheet: Sheet, edited: Block, field: str) -> Block:
    if field == "call":
        return one_of(sheet, edited, field, {each.value: sheet.say(f"work.call.{each}") for each in Urgency})
    return words(sheet, edited, field, "line")


def _signs(sheet: Sheet, card: Block) -> Block:
    """The signs of a card, one a line."""
    before = "\n".join(text(sign) for sign in entries(card.get("signs")))
    listed = replace(sheet, absorb=lambda path, typed: sheet.absorb(path, _lines(text(typed))))
    after = text(words(listed, {"signs": before}, "signs").get("signs"))
    return card if after == before else put(card, "signs", _lines(after))


def _lines(typed: str) -> list[Value]:
    return [line.strip() for line in typed.splitlines() if line.strip()]


def extras(screen: Block) -> tuple[str, ...]:
    """Which cards, pictures and chances the screen has; when that changes, other fields stand on the page."""
    return tuple(name for name, _, _ in _EXTRAS if name in screen)
