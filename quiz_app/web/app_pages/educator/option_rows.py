"""The rows of a question: its options, or its groups and the things to sort into them."""

from collections.abc import Callable

import streamlit as st

from quiz_app.content.tree import Value
from quiz_app.domain.item import Verdict
from quiz_app.web.app_pages.educator import drafts
from quiz_app.web.app_pages.educator.drafts import Field
from quiz_app.web.app_pages.educator.fields import Sheet, one_of, put, some_of, tick, words
from quiz_app.web.app_pages.educator.offers import Offers
from quiz_app.web.app_pages.educator.sketch import Block, block, entries, texts
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain

_MOST = 8


def options(sheet: Sheet, item: Block, known: Offers) -> Block:
    """The item after its options were edited; a row that is taken out or added changes it at once."""
    rows: list[Value] = []
    for index, row in enumerate(entries(item.get("options"))):
        owner = sheet.say("work.option", number=index + 1)
        inner = sheet.inside("options", index, model="Option", owner=owner)
        with st.container(key=f"row-{inner.name_of('row')}", border=True):
            shell.show(html.subheading(owner))
            edited = _option(inner, block(row), known)
            if not _is_taken_out(inner):
                rows.append(edited)
    if len(rows) < _MOST and st.button(sheet.say("work.add-option"), key=sheet.name_of("add-option")):
        rows.append({Verdict.WRONG.value: "", "why": ""})
    return put(item, "options", rows)


def _option(sheet: Sheet, row: Block, known: Offers) -> Block:
    names = [each.value for each in Verdict]
    verdict = next((name for name in names if name in row), Verdict.WRONG.value)
    picked = st.radio(
        sheet.label("verdict"),
        names,
        index=names.index(verdict),
        key=sheet.name_of("verdict"),
        format_func=lambda each: sheet.say(f"work.verdict.{each}"),
        horizontal=True,
    )
    if picked and picked != verdict:
        row = {(picked if name == verdict else name): value for name, value in row.items()}
        verdict = picked
    row = words(sheet, row, verdict, "line")
    row = words(sheet, row, "why")
    row = one_of(sheet, row, "misconception", known.misconceptions)
    return tick(sheet, row, "harmful")


def groups(sheet: Sheet, item: Block) -> Block:
    """The item after the groups to sort into were edited."""
    shell.show(html.subheading(sheet.say("work.groups")))
    named: dict[str, Value] = {}
    for name, said in texts(item.get("groups")).items():
        label = sheet.say("work.group", name=name)
        key = sheet.name_of(f"groups-{name}")
        drafts.watch(Field(key, said, _taker(sheet, name)))
        with st.container(horizontal=True, key=f"group-row-{key}", vertical_alignment="bottom"):
            typed = st.text_input(label, value=said, key=key)
            out = st.button(plain(sheet.say("work.remove", what=sheet.say("work.group", name=name))), key=f"out-{key}")
        if not out:
            named[name] = typed or ""
    return put(item, "groups", named)


def _taker(sheet: Sheet, group: str) -> Callable[[str], None]:
    return lambda typed: sheet.absorb((*sheet.at, "groups", group), typed)


def new_group(sheet: Sheet, item: Block) -> Block:
    """The item after a group was added, in a small form of its own."""
    with st.form(sheet.name_of("new-group"), enter_to_submit=False, clear_on_submit=True):
        name = st.text_input(sheet.say("work.new-group"), key=sheet.name_of("new-group-name"))
        added = st.form_submit_button(sheet.say("work.add-group"))
    if not (added and name):
        return item
    return put(item, "groups", {**block(item.get("groups")), "-".join(name.lower().split()): name})


def things(sheet: Sheet, item: Block, known: Offers) -> Block:
    """The item after the things to sort were edited."""
    into = {name: f"{said} ({name})" for name, said in texts(item.get("groups")).items()}
    rows: list[Value] = []
    for index, row in enumerate(entries(item.get("put"))):
        owner = sheet.say("work.thing", number=index + 1)
        inner = sheet.inside("put", index, model="Put", owner=owner)
        with st.container(key=f"row-{inner.name_of('row')}", border=True):
            shell.show(html.subheading(owner))
            edited = words(inner, block(row), "what", "line")
            edited = one_of(inner, edited, "into", into)
            edited = some_of(inner, edited, "accept", into, called="also")
            edited = words(inner, edited, "why")
            edited = one_of(inner, edited, "misconception", known.misconceptions)
            if not _is_taken_out(inner):
                rows.append(edited)
    if len(rows) < _MOST and st.button(sheet.say("work.add-thing"), key=sheet.name_of("add-thing")):
        rows.append({"what": "", "into": next(iter(into), ""), "why": ""})
    return put(item, "put", rows)


def _is_taken_out(sheet: Sheet) -> bool:
    return st.button(plain(sheet.say("work.remove", what=sheet.owner)), key=sheet.name_of("remove"))


def shape(item: Block) -> tuple[int, ...]:
    """How many rows the item has; when that changes, the fields stand for other rows."""
    return (len(entries(item.get("options"))), len(block(item.get("groups"))), len(entries(item.get("put"))))


def verdicts(item: Block) -> tuple[str, ...]:
    """What each option is; a change of it gives the field of its words another name."""
    return tuple(next((each for each in Verdict if each in block(row)), "") for row in entries(item.get("options")))
