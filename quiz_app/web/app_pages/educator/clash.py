"""Somebody else saved the same file meanwhile: both texts side by side, and nothing lost whatever is chosen."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from quiz_app.app.workbench import Clash, Opened
from quiz_app.web.app_pages.educator import drafts, side_by_side
from quiz_app.web.app_pages.educator.drafts import Draft, plain_text
from quiz_app.web.app_pages.educator.listing import listing
from quiz_app.web.app_pages.educator.merging import merged
from quiz_app.web.app_pages.educator.where import Where, go, tell
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Drawn


@dataclass(frozen=True)
class _Two:
    """What I wrote, what they saved, and both together where that is possible."""

    mine: Draft
    theirs: Opened
    together: str | None


def draw(at: Where) -> Drawn:
    """Draw both texts and the ways on."""
    draft, theirs = drafts.held(at.actor, at.file), drafts.theirs(at.file)
    if theirs is None:
        go(at, file=at.file, do="yaml")
    two = _Two(draft, theirs, merged(draft.opened, draft.text, plain_text(theirs)))
    shell.show(html.heading(at.say("work.clash-title")), html.line(at.say("work.clash-lead", file=at.file)))
    if two.together is not None:
        shell.show(html.line(at.say("work.clash-both")))
    _ways_on(at, two)
    shell.show(html.line(at.say("work.clash-help")), _differences(at, two))
    for name, text in (("work.mine-whole", draft.text), ("work.theirs-whole", theirs.text)):
        with st.expander(at.say(name)):
            shell.show(listing(text.splitlines()))
    return Drawn(step=at.name)


def _ways_on(at: Where, two: _Two) -> None:
    with st.container(horizontal=True, key="work-clash"):
        if two.together is not None and st.button(at.say("work.keep-both"), key="clash-both", type="primary"):
            _save(at, two, two.together, at.say("work.saved-both"))
        if st.button(at.say("work.go-on"), key="clash-on"):
            drafts.rebased(two.mine, two.theirs)
            go(at, file=at.file, do="yaml")
        if st.button(at.say("work.keep-mine"), key="clash-mine"):
            _save(at, two, two.mine.text, at.say("work.saved-mine"))
        if st.button(at.say("work.take-theirs"), key="clash-theirs"):
            drafts.drop(at.file)
            tell(at.say("work.took-theirs"))
            go(at, file=at.file)


def _save(at: Where, two: _Two, text: str, done: str) -> None:
    """Save this text over theirs, which stays in the history; if a third person saved meanwhile, that is shown."""
    try:
        said = drafts.save(at.actor, drafts.write(drafts.rebased(two.mine, two.theirs), text), at.say)
    except Clash:
        st.rerun()
    tell(said or done)
    go(at, file=at.file, do="yaml" if said else "")


def _differences(at: Where, two: _Two) -> Markup:
    heads = (at.say("work.mine"), at.say("work.theirs"))
    theirs, caption = plain_text(two.theirs), at.say("work.clash-table")
    return side_by_side.table(two.mine.text, theirs, at.say, heads=heads, caption=caption)
