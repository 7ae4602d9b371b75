"""What can be done to a screen or question beside editing it: move, duplicate, retire, take out; saved at once."""

from collections.abc import Callable

import streamlit as st

from quiz_app.app.workbench import Answered, CannotSave, Clash, NoSuchItem, PatchFailed, Refused
from quiz_app.content.patching import moved, with_value, without
from quiz_app.content.templates import free_id, with_sibling
from quiz_app.web.app_pages.educator import drafts
from quiz_app.web.app_pages.educator.drafts import Draft
from quiz_app.web.app_pages.educator.sketch import Shelf, Sketch, TopicSketch, topic_of
from quiz_app.web.app_pages.educator.where import Where, go, tell
from quiz_app.web.components import html, shell
from quiz_app.web.components.plain import plain
from quiz_app.web.running import running


def draw(at: Where, draft: Draft, topic: TopicSketch, part: Sketch) -> None:
    """Draw the buttons of one part and do what was pressed."""
    parts = topic.screens if part.shelf is Shelf.SCREENS else topic.questions
    with st.container(horizontal=True, key=f"handling-{part.address}"):
        for name, to in (("up", part.index - 1), ("down", part.index + 1)):
            label = plain(at.say(f"work.move-{name}", name=part.id))
            if st.button(label, key=f"{name}-{part.address}", disabled=not 0 <= to < len(parts)):
                _save(at, draft, _move(draft, part, to), at.say("work.moved", name=part.id))
        if part.shelf is Shelf.QUESTIONS:
            _of_question(at, draft, topic, part)
        if st.button(plain(at.say("work.take-out", name=part.id)), key=f"out-{part.address}"):
            _take_out(at, draft, part)
    if part.shelf is Shelf.QUESTIONS:
        _elsewhere(at, draft, part)


def _of_question(at: Where, draft: Draft, topic: TopicSketch, part: Sketch) -> None:
    if not part.sibling and st.button(plain(at.say("work.duplicate", name=part.id)), key=f"twin-{part.address}"):
        _duplicate(at, draft, topic, part)
    key = "work.bring-back" if part.retired else "work.retire"
    if st.button(plain(at.say(key, name=part.id)), key=f"retire-{part.address}"):
        said = at.say("work.brought-back" if part.retired else "work.retired", name=part.id)
        _save(at, draft, _retire(draft, part), said)


def _move(draft: Draft, part: Sketch, to: int) -> Callable[[], str]:
    return lambda: moved(draft.text, (part.shelf.value,), part.index, to)


def _retire(draft: Draft, part: Sketch) -> Callable[[], str]:
    path = (part.shelf.value, part.index)
    if part.retired:
        return lambda: without(draft.text, (*path, "retired"))
    return lambda: with_value(draft.text, (*path, "retired"), "true")


def _duplicate(at: Where, draft: Draft, topic: TopicSketch, part: Sketch) -> None:
    """Make the second wording beside the first one and open its form; it is saved when it is written."""
    name = free_id(f"{part.id}-again"[:60], {item.id for item in topic.questions})
    try:
        drafts.write(draft, with_sibling(draft.text, part.id, name))
    except PatchFailed:
        _sorry(at.say("work.patch-failed"))
        return
    tell(at.say("work.duplicated"))
    go(at, file=at.file, part=f"{Shelf.QUESTIONS}:{name}")


def _save(at: Where, draft: Draft, change: Callable[[], str], said: str) -> None:
    """Save the file with one change; nothing else is in it, as this is offered only while nothing waits to be saved."""
    try:
        why_not = drafts.save(at.actor, drafts.write(draft, change()), at.say, said)
    except PatchFailed:
        why_not = at.say("work.patch-failed")
    except Clash:
        why_not = at.say("work.changed-meanwhile")
    drafts.drop(draft.file)
    if why_not:
        _sorry(why_not)
        return
    tell(said)
    st.rerun()


def _take_out(at: Where, draft: Draft, part: Sketch) -> None:
    said = at.say("work.taken-out", name=part.id)
    if part.shelf is Shelf.SCREENS:
        _save(at, draft, lambda: without(draft.text, (part.shelf.value, part.index)), said)
        return
    try:
        running().workbench.take_out(at.actor, at.file, part.id, draft.base)
    except Answered:
        _sorry(at.say("work.answered", name=part.id))
    except (Clash, NoSuchItem):
        _sorry(at.say("work.changed-meanwhile"))
    except (PatchFailed, Refused):
        _sorry(at.say("work.patch-failed"))
    except CannotSave as reason:
        _sorry(at.say("work.cannot-save", reason=reason))
    else:
        tell(said)
        go(at, file=at.file)


def _elsewhere(at: Where, draft: Draft, part: Sketch) -> None:
    """Another topic of the course to move the question to."""
    titles = _other_topics(at)
    if not titles:
        return
    with st.container(horizontal=True, key=f"elsewhere-{part.address}", vertical_alignment="bottom"):
        to = st.selectbox(
            at.say("work.other-topic", name=part.id),
            list(titles),
            key=f"to-{part.address}",
            format_func=titles.__getitem__,
            width=420,
        )
        pressed = st.button(plain(at.say("work.move-there", name=part.id)), key=f"there-{part.address}")
    if pressed and to:
        _move_to(at, draft, part, to)


def _other_topics(at: Where) -> dict[str, str]:
    files = [
        file for shelf in running().workbench.shelves(at.actor) if shelf.course == at.course for file in shelf.files
    ]
    others = [file for file in files if file.startswith(f"{at.course}/topics/") and file != at.file]
    found = {file: topic_of(drafts.glance(at.actor, file).text) for file in others}
    return {file: topic.title for file, topic in found.items() if topic}


def _move_to(at: Where, draft: Draft, part: Sketch, to: str) -> None:
    target = drafts.glance(at.actor, to)
    if target.is_changed:
        _sorry(at.say("work.other-unsaved"))
        return
    bases = {draft.file: draft.base, to: target.base}
    try:
        running().workbench.move_item(at.actor, part.id, draft.file, to, bases)
    except (Clash, NoSuchItem):
        _sorry(at.say("work.changed-meanwhile"))
    except (PatchFailed, Refused):
        _sorry(at.say("work.patch-failed"))
    except CannotSave as reason:
        _sorry(at.say("work.cannot-save", reason=reason))
    else:
        drafts.drop(draft.file)
        drafts.drop(to)
        tell(at.say("work.moved-there", name=part.id))
        go(at, file=to)


def _sorry(said: str) -> None:
    shell.show(html.box("miss", html.line(said, "quiz-problem")))
