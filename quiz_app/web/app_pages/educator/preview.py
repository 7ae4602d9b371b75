"""A screen or a question exactly as patients see it, and what each answer leads to; nothing here is kept."""

import streamlit as st

from quiz_app.app.workbench import Checked
from quiz_app.content.problems import Severity
from quiz_app.domain.attempt import TextSize
from quiz_app.domain.course import Course, Topic
from quiz_app.domain.progress import Stage
from quiz_app.i18n.messages import words
from quiz_app.services.taking import Sitting
from quiz_app.web import session
from quiz_app.web.app_pages.educator import drafts, rehearsal
from quiz_app.web.app_pages.educator.languages import in_chosen_language
from quiz_app.web.app_pages.educator.problem_list import problem_box
from quiz_app.web.app_pages.educator.rehearsal import Rehearsal
from quiz_app.web.app_pages.educator.sketch import Shelf
from quiz_app.web.app_pages.educator.where import Where, go
from quiz_app.web.app_pages.patient import asking, feedback, reading
from quiz_app.web.components import html, screen, shell
from quiz_app.web.components.screen import Desk, Drawn
from quiz_app.web.running import running

_KEPT = "rehearsal"
_PHONE, _WIDE = "phone", "wide"
PHONE_WIDTH = 390
_DRAW = {
    Stage.READ: reading.draw,
    Stage.REVISIT: reading.draw,
    Stage.FEEDBACK: feedback.draw,
}


def draw(at: Where) -> Drawn:
    """Draw the choices and, below them, the screen that is chosen, as it would be with what is not saved yet."""
    found = drafts.checked(at.actor, drafts.glance(at.actor, at.file))
    course = found.course or running().library.course(at.course)
    topic = _topics(course).get(_name(at.file)) if course else None
    _way_back(at)
    if course is None or topic is None:
        shell.show(html.heading(at.say("work.preview")), html.line(at.say("work.preview-none")))
        _in_the_way(at, found)
        return Drawn(step=at.name)
    if found.course is None:
        shell.show(html.box("miss", html.line(at.say("work.preview-old"))))
    part = _part(at, topic)
    size, width = _look()
    walk = _walk(in_chosen_language(at, course), part, at)
    shell.words_at(size)
    with (
        st.container(key=f"lang-{walk.now.record.attempt.locale}"),
        st.container(key=f"stage-{width}", width=PHONE_WIDTH if width == _PHONE else "stretch"),
    ):
        return _draw_place(at, walk)


def _name(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yaml")


def _topics(course: Course) -> dict[str, Topic]:
    return {topic.topic: topic for topic in course.topics}


def _way_back(at: Where) -> None:
    with st.container(horizontal=True, key="work-crumbs"):
        if at.part and st.button(at.say("work.preview-edit"), key="preview-edit"):
            go(at, file=at.file, part=at.part)
        if st.button(at.say("work.preview-leave"), key="preview-leave"):
            go(at, file=at.file)
    shell.show(html.line(at.say("work.preview-lead"), "quiz-quiet"))


def _in_the_way(at: Where, found: Checked) -> None:
    """The errors that keep the course from being shown."""
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    shell.show(*(problem_box(problem, at.say) for problem in errors[:5]))


def _part(at: Where, topic: Topic) -> str:
    """The screen or question to show, chosen from those of the topic; the address keeps it."""
    offers = {f"{Shelf.SCREENS}:{each.id}": at.say("work.preview-screen", words=each.heading) for each in topic.lesson}
    offers |= {f"{Shelf.QUESTIONS}:{each.id}": at.say("work.preview-item", words=each.ask) for each in topic.items}
    names = list(offers)
    current = at.part if at.part in offers else names[0]
    picked = st.selectbox(
        at.say("work.preview-what"),
        names,
        index=names.index(current),
        key=f"preview-part-{at.file}-{current}",
        format_func=offers.__getitem__,
    )
    if picked and picked != current:
        go(at, file=at.file, part=picked, do="preview")
    return current


def _look() -> tuple[str, str]:
    """The text size and the width that were chosen."""
    say = words()
    sizes = [size.value for size in TextSize]
    with st.container(horizontal=True, key="preview-look", vertical_alignment="bottom"):
        size = st.segmented_control(
            say("work.preview-size"),
            sizes,
            default=shell.NORMAL,
            required=True,
            key="preview-size",
            format_func=lambda each: say(f"size.{each}"),
        )
        width = st.segmented_control(
            say("work.preview-width"),
            (_PHONE, _WIDE),
            default=_PHONE,
            required=True,
            key="preview-width",
            format_func=lambda each: say(f"work.preview-{each}"),
        )
    return str(size or shell.NORMAL), str(width or _PHONE)


def _walk(course: Course, part: str, at: Where) -> Rehearsal:
    """The walk through this part, begun anew when another part is chosen or the words changed."""
    shelf, _, name = part.partition(":")
    kept = session.kept(_KEPT, Rehearsal)
    if kept and rehearsal.is_of(kept, course, name):
        return kept
    now, topic = running().clock.now(), _topics(course)[_name(at.file)]
    if shelf == Shelf.SCREENS:
        return rehearsal.of_screen(course, topic, name, now)
    return rehearsal.of_item(course, topic, course.items[name], now)


def _draw_place(at: Where, walk: Rehearsal) -> Drawn:
    """Draw where the walk stands; a press is acted on before anything is drawn, as it is for patients."""
    walk, problem = _act(walk)
    session.keep(_KEPT, walk)
    desk = _desk(walk.now)
    stage = desk.place.stage
    if stage is Stage.END:
        shell.show(html.heading(at.say("work.preview-end")))
        drawn = Drawn()
    else:
        drawn = asking.draw(desk, problem=problem) if stage is Stage.ASK else _DRAW[stage](desk)
    if drawn.go_on:
        st.button(drawn.go_on, key=_key("on", walk), type="primary", width="stretch")
    if len(walk.steps) > 1:
        st.button(desk.say("common.back"), key=_key("back", walk), width="stretch")
    _help(desk)
    step = f"{at.name}-{len(walk.steps)}-{desk.place.id}"
    return Drawn(said=problem or drawn.said, focus=drawn.focus, step=step)


def _act(walk: Rehearsal) -> tuple[Rehearsal, str]:
    """The walk after what was pressed, and what is to be said beside the question."""
    desk = _desk(walk.now)
    if session.was_pressed(_key("back", walk)):
        return walk.back, ""
    if session.was_pressed(_key("on", walk)):
        return walk.then(walk.go_on(walk.now)), ""
    acted = asking.act(desk, walk) if desk.place.stage is Stage.ASK else None
    if isinstance(acted, str):
        return walk, acted
    return (walk.then(acted), "") if acted else (walk, "")


def _key(button: str, walk: Rehearsal) -> str:
    return f"{button}-{walk.now.attempt}-{len(walk.steps)}"


def _desk(sitting: Sitting) -> Desk:
    return Desk(
        sitting=sitting,
        place=sitting.progress.current,
        say=words(sitting.record.attempt.locale),
        clinic=running().library.clinic.in_language(sitting.record.attempt.locale),
    )


def _help(desk: Desk) -> None:
    """The place for help as patients have it; its buttons do nothing here but say so."""
    shell.show(screen.help_words(desk))
    with st.container(horizontal=True, key="help-buttons"):
        pressed = [st.button(desk.say(f"help.{view}"), key=f"rehearsal-{view}") for view in screen.HELP_VIEWS]
    if any(pressed):
        shell.show(html.box("note", html.line(words()("work.preview-quiet"))))
