"""The page of one screen or question: its problems, its form, and what can be done with what was typed."""

from collections.abc import Callable, Iterable
from contextlib import suppress

import streamlit as st

from quiz_app.content.patching import PatchFailed, with_value
from quiz_app.content.places import path_at
from quiz_app.content.problems import Problem
from quiz_app.content.source import KeyPath
from quiz_app.content.tree import Value
from quiz_app.web.app_pages.educator import drafts, option_rows, screen_form
from quiz_app.web.app_pages.educator.drafts import Draft
from quiz_app.web.app_pages.educator.fields import Sheet
from quiz_app.web.app_pages.educator.item_form import item_form
from quiz_app.web.app_pages.educator.offers import offers
from quiz_app.web.app_pages.educator.problem_list import boxes
from quiz_app.web.app_pages.educator.saving import actions
from quiz_app.web.app_pages.educator.sketch import Shelf, Sketch, TopicSketch, source_of, topic_of
from quiz_app.web.app_pages.educator.where import Where, crumbs, file_of, go, told
from quiz_app.web.components import findings, html, shell
from quiz_app.web.components.screen import Drawn


def draw(at: Where) -> Drawn:
    """Draw the form of the part that the address names."""
    draft = drafts.held(at.actor, at.file)
    topic = topic_of(draft.text)
    part = topic.part(at.part) if topic else None
    crumbs(at, (at.say("work.to-topic", title=topic.title if topic else at.file), at.file))
    if topic is None or part is None:
        shell.show(html.heading(at.say("work.part-gone")), html.line(at.say("work.part-gone-lead")))
        return Drawn(step=at.name)
    kind = "work.screen" if part.shelf is Shelf.SCREENS else "work.question"
    shell.show(html.heading(at.say(kind, name=part.id)))
    said = told()
    found = in_part(drafts.checked(at.actor, draft).problems, draft, part)
    _say_problems(at, found)
    typed = _form(at, draft, topic, part=part, found=found)
    said = actions(at, typed) or said
    if typed.text != draft.text and not said:
        st.rerun()  # what was typed may have mended a problem, or made one
    return Drawn(step=f"-{at.file}-{part.shelf}-{part.index}", said=said)


def in_part(problems: Iterable[Problem], draft: Draft, part: Sketch) -> dict[Problem, KeyPath]:
    """The problems inside a screen or question, each with its place in it."""
    source = source_of(draft.text)
    placed = {
        each: path_at(source, each.line, each.column) for each in problems if source and file_of(each) == draft.file
    }
    return {each: path[2:] for each, path in placed.items() if path[:2] == (part.shelf, part.index)}


def _say_problems(at: Where, found: dict[Problem, KeyPath]) -> None:
    if found:
        shell.show(html.subheading(at.say("work.part-problems", number=len(found))), boxes(found, at.say))


def _form(at: Where, draft: Draft, topic: TopicSketch, *, part: Sketch, found: dict[Problem, KeyPath]) -> Draft:
    """The draft after what was typed; after a change of shape the page is drawn anew."""
    wrong: dict[KeyPath, tuple[str, ...]] = {}
    for problem, path in found.items():
        wrong[path] = (*wrong.get(path, ()), findings.in_short(problem))
    key = f"{draft.base[:8]}-{drafts.fresh()}-{part.shelf}-{part.index}"
    model = "Screen" if part.shelf is Shelf.SCREENS else "Item"
    sheet = Sheet(say=at.say, key=key, model=model, found=wrong, absorb=_absorber(at, part))
    fill = screen_form.screen_form if part.shelf is Shelf.SCREENS else item_form
    edited = fill(sheet, part.value, offers(at, topic))
    if edited == part.value:
        return draft
    after = Sketch(shelf=part.shelf, index=part.index, value=edited)
    try:
        draft = drafts.write(draft, with_value(draft.text, (part.shelf.value, part.index), edited))
    except PatchFailed:
        shell.show(html.box("miss", html.line(at.say("work.patch-failed"), "quiz-problem")))
        return draft
    if _shape(after) != _shape(part):
        drafts.renew()
        go(at, file=at.file, part=after.address)
    if after.address != at.part:
        go(at, file=at.file, part=after.address)
    return draft


def _absorber(at: Where, part: Sketch) -> Callable[[KeyPath, Value], None]:
    """Writes what was typed in a field into the draft."""

    def absorb(path: KeyPath, typed: Value) -> None:
        draft = drafts.held(at.actor, at.file)
        with suppress(PatchFailed):  # the form is drawn with the same words and says so
            drafts.write(draft, with_value(draft.text, (part.shelf.value, part.index, *path), typed))

    return absorb


def _shape(part: Sketch) -> tuple[object, ...]:
    """What decides which fields stand on the page."""
    return (
        option_rows.shape(part.value),
        option_rows.verdicts(part.value),
        screen_form.extras(part.value),
    )
