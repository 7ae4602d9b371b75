"""Native fields for the words of a bank: each with its name, what is wrong with it, and what it is for."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

import streamlit as st

from quiz_app.content.help import HELP
from quiz_app.content.source import KeyPath
from quiz_app.content.tree import Value
from quiz_app.i18n.messages import Words
from quiz_app.web.app_pages.educator import drafts
from quiz_app.web.app_pages.educator.drafts import Field
from quiz_app.web.app_pages.educator.sketch import Block, entries, text
from quiz_app.web.components import html, shell

Room = Literal["line", "lines"]
"""Whether a field holds one line, or grows with its text."""


@dataclass(frozen=True)
class Sheet:
    """Where the fields of one block stand.

    key: what their names begin with; model: whose help they carry; found: what is wrong, by the place in the part;
    at: the place of this block in it; owner: how the block is called, so that no two fields have the same name;
    absorb: takes what was typed at a place before anything is drawn, for the very press that sent it may lead away.
    """

    say: Words
    key: str
    model: str
    found: Mapping[KeyPath, tuple[str, ...]]
    absorb: Callable[[KeyPath, Value], None]
    at: KeyPath = ()
    owner: str = ""

    def inside(self, *at: str | int, model: str, owner: str) -> "Sheet":
        """The sheet of a block inside this one."""
        return replace(self, at=(*self.at, *at), model=model, owner=owner)

    def label(self, name: str) -> str:
        """How a field is called."""
        said = self.say(f"work.field.{name}")
        return f"{self.owner}: {said}" if self.owner else said

    def name_of(self, name: str) -> str:
        """The name of a field for Streamlit."""
        return "-".join([self.key, *map(str, self.at), name])


@contextmanager
def _framed(sheet: Sheet, name: str) -> Iterator[None]:
    """What is wrong stands above a field, what it is for beneath."""
    path = (*sheet.at, name)
    wrong = [said for place, all_said in sheet.found.items() if place[: len(path)] == path for said in all_said]
    with st.container(key=f"field-{sheet.name_of(name)}", gap="xxsmall"):
        if wrong:
            shell.show(*(html.line(said, "quiz-problem") for said in wrong))
        yield
        shell.show(html.line(html.explained(HELP[f"{sheet.model}.{name}"]), "quiz-hint"))


def words(sheet: Sheet, block: Block, name: str, room: Room = "lines") -> Block:
    """The block after a text was typed; an empty field takes its name out where it was not there before."""
    before, key = text(block.get(name)), sheet.name_of(name)
    if name != "id":  # the address of the page names the id, so the page itself changes it
        drafts.watch(Field(key, before, lambda typed: sheet.absorb((*sheet.at, name), typed)))
    with _framed(sheet, name):
        if room == "line":
            typed = st.text_input(sheet.label(name), value=before, key=key)
        else:
            typed = st.text_area(sheet.label(name), value=before, key=key, height="content")
    return put(block, name, (typed or "") if typed != before else block.get(name))


def one_of(sheet: Sheet, block: Block, name: str, offers: Mapping[str, str]) -> Block:
    """The block after one of the offers was chosen; what stands there and is not offered stays among them."""
    before = text(block.get(name))
    known = {"": sheet.say("work.none"), **offers}
    if before not in known:
        known[before] = sheet.say("work.unknown", name=before)
    names = list(known)
    with _framed(sheet, name):
        picked = st.selectbox(
            sheet.label(name),
            names,
            index=names.index(before),
            key=sheet.name_of(name),
            format_func=known.__getitem__,
        )
    return put(block, name, (picked or None) if (picked or "") != before else block.get(name))


def some_of(sheet: Sheet, block: Block, name: str, offers: Mapping[str, str], called: str = "") -> Block:
    """The block after several of the offers were chosen; what stands there and is not offered stays among them.

    called: the name of its label where that of the field means something else.
    """
    before = [text(each) for each in entries(block.get(name))]
    known = {**offers, **{each: sheet.say("work.unknown", name=each) for each in before if each not in offers}}
    with _framed(sheet, name):
        picked = st.multiselect(
            sheet.label(called or name),
            list(known),
            default=list(dict.fromkeys(before)),
            key=sheet.name_of(name),
            format_func=known.__getitem__,
            placeholder=sheet.say("work.choose"),
        )
    chosen: list[Value] = [*picked]
    if picked == list(dict.fromkeys(before)):
        return block
    return put(block, name, chosen or None)


def tick(sheet: Sheet, block: Block, name: str) -> Block:
    """The block after a yes-or-no was ticked."""
    before = block.get(name) == "true"
    with _framed(sheet, name):
        ticked = st.checkbox(sheet.label(name), value=before, key=sheet.name_of(name))
    return put(block, name, ("true" if ticked else None) if ticked != before else block.get(name))


def put(block: Block, name: str, value: Value | None) -> Block:
    """The block with that value under that name, in the place of the old one; None takes the name out."""
    if value is None:
        return {each: kept for each, kept in block.items() if each != name}
    return {**block, name: value}
