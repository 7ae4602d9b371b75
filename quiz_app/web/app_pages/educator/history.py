"""The history of a file: who saved it when, what a version said, and the way back to it."""

import streamlit as st

from quiz_app.app.workbench import Clash, FileVersion
from quiz_app.web.app_pages.educator import drafts, side_by_side
from quiz_app.web.app_pages.educator.drafts import Draft
from quiz_app.web.app_pages.educator.listing import listing
from quiz_app.web.app_pages.educator.where import Where, crumbs, go, tell, told
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.components.screen import Drawn
from quiz_app.web.components.wording import moment
from quiz_app.web.running import running

_MOST = 50


def draw(at: Where) -> Drawn:
    """Draw the versions of the file, or the one that the address names."""
    versions = running().workbench.versions(at.actor, at.file)
    chosen = next((version for version in versions if version.id == at.part), None)
    crumbs(at, (at.say("work.to-file", file=at.file), at.file))
    if chosen:
        return _version(at, chosen)
    shell.show(html.heading(at.say("work.history-of", file=at.file)))
    said = told()
    if not versions:
        shell.show(html.line(at.say("work.history-none")))
    for number, version in enumerate(versions[:_MOST], start=1):
        with st.container(horizontal=True, key=f"version-{version.id}", vertical_alignment="center"):
            shell.show(html.line(_who(at, version)))
            look = at.say("work.look-at", number=number, time=moment(version.at, at.say))
            if st.button(plain(look), key=f"look-{version.id}"):
                go(at, file=at.file, part=version.id, do="history")
    return Drawn(step=at.name, said=said)


def _who(at: Where, version: FileVersion) -> str:
    by = version.by or at.say("work.version-nobody")
    return f"{at.say('work.version', time=moment(version.at, at.say), by=by)} {version.note}".strip()


def _version(at: Where, version: FileVersion) -> Drawn:
    """One version: what has changed since, its whole text, and the way back to it."""
    text = running().workbench.text_of(at.actor, at.file, version.id)
    draft = drafts.glance(at.actor, at.file)
    shell.show(html.heading(at.say("work.version-of", file=at.file)), html.line(_who(at, version)))
    if draft.is_changed:
        shell.show(html.box("note", html.line(at.say("work.version-unsaved"))))
    heads = (at.say("work.version-then"), at.say("work.version-now"))
    shell.show(side_by_side.table(text, draft.text, at.say, heads=heads, caption=at.say("work.version-table")))
    with st.expander(at.say("work.version-whole")):
        shell.show(listing(text.splitlines()))
    may_go = text != draft.text and not draft.is_changed
    with st.container(horizontal=True, key="version-buttons"):
        back = may_go and st.button(at.say("work.go-back"), key="version-back", type="primary")
        if st.button(at.say("work.all-versions"), key="version-all"):
            go(at, file=at.file, do="history")
    if back:
        _go_back(at, drafts.write(draft, text), at.say("work.went-back", time=moment(version.at, at.say)))
    return Drawn(step=at.name)


def _go_back(at: Where, draft: Draft, note: str) -> None:
    try:
        said = drafts.save(at.actor, draft, at.say, note)
    except Clash:
        go(at, file=at.file, do="clash")
    tell(said or note)
    go(at, file=at.file, do="yaml" if said else "history")
