"""What can be done with what was typed in a file: save it, see it as patients do, see it as YAML, drop it."""

import streamlit as st

from quiz_app.app.workbench import Clash
from quiz_app.web.app_pages.educator import drafts
from quiz_app.web.app_pages.educator.drafts import Draft
from quiz_app.web.app_pages.educator.sketch import source_of, topic_of
from quiz_app.web.app_pages.educator.where import Where, go, tell
from quiz_app.web.components import html, shell


def actions(at: Where, draft: Draft) -> str:
    """Draw the buttons below a form or the YAML and do what was pressed; what is to be read out.

    Called last, after the fields were read, so that a press saves what was typed just before it.
    """
    with st.container(horizontal=True, key="work-actions", vertical_alignment="center"):
        save = st.button(at.say("work.save"), key="work-save", type="primary")
        preview = at.is_topic and st.button(at.say("work.preview"), key="work-preview")
        yaml = at.do != "yaml" and st.button(at.say("work.as-yaml"), key="work-yaml")
        drop = draft.is_changed and st.button(at.say("work.drop"), key="work-drop")
        shell.show_beside(html.line(at.say("work.changed" if draft.is_changed else "work.unchanged"), "quiz-quiet"))
    if save:
        return _save(at, draft)
    if preview:
        go(at, file=at.file, part=at.part, do="preview")
    if yaml:
        go(at, file=at.file, do="yaml", line=_line(draft, at))
    if drop:
        drafts.drop(draft.file)
        tell(at.say("work.dropped"))
        st.rerun()
    drafts.settle(at.actor, draft)
    return ""


def _save(at: Where, draft: Draft) -> str:
    if not draft.is_changed:
        tell(at.say("work.nothing-to-save"))
        st.rerun()
    try:
        said = drafts.save(at.actor, draft, at.say)
    except Clash:
        go(at, file=at.file, do="clash")
    if not said:
        tell(at.say("work.saved"))
        st.rerun()
    shell.show(html.box("miss", html.line(said, "quiz-problem")))
    return said


def _line(draft: Draft, at: Where) -> str:
    """The line at which the part on this page begins."""
    source, topic = source_of(draft.text), topic_of(draft.text)
    part = topic.part(at.part) if topic else None
    return str(source.at_name((part.shelf.value, part.index)).line) if source and part else ""
