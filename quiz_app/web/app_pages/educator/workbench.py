"""The workbench of educators: which of its screens the address asks for."""

from dataclasses import replace

from quiz_app.app.workbench import NoSuchFile, NoSuchVersion
from quiz_app.i18n.messages import Words
from quiz_app.services.staffing import Actor
from quiz_app.web import session
from quiz_app.web.app_pages.educator import (
    clash,
    course_page,
    coverage,
    history,
    part_page,
    preview,
    problem_list,
    topic_page,
    yaml_form,
)
from quiz_app.web.app_pages.educator.chosen import chosen_course, current_course
from quiz_app.web.app_pages.educator.where import Where, crumbs, here
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Drawn

_OF_COURSE = {"": course_page.draw, "problems": problem_list.draw, "coverage": coverage.draw}
_OF_FILE = {"clash": clash.draw, "history": history.draw, "preview": preview.draw, "yaml": yaml_form.draw}
_CALLED = {
    "problems": "work.problems",
    "coverage": "work.coverage",
    "clash": "work.clash-title",
    "history": "work.history",
    "preview": "work.preview",
    "yaml": "work.whole-yaml",
}


def draw(actor: Actor, say: Words) -> Drawn:
    """Draw the screen that the address names."""
    is_overview = not (session.address("file") or session.address("do"))
    at = here(actor, say, chosen_course(say) if is_overview else current_course())
    try:
        return replace(_draw(at), title=_title(at))
    except (NoSuchFile, NoSuchVersion):
        crumbs(at)
        shell.show(html.heading(say("work.file-gone")), html.line(say("work.file-gone-lead")))
        return Drawn(step=at.name, title=at.say("work.file-gone"))


def _title(at: Where) -> str:
    """What is done here, and with which part of which file."""
    done = at.say(_CALLED[at.do]) if at.do in _CALLED else ""
    return " - ".join(filter(None, [done, "" if at.do == "more" else at.part, at.file or at.course]))


def _draw(at: Where) -> Drawn:
    if not at.file:
        return _OF_COURSE.get(at.do, course_page.draw)(at)
    if at.do in _OF_FILE:
        return _OF_FILE[at.do](at)
    if not at.is_topic:
        return yaml_form.draw(at)
    return part_page.draw(at) if at.part and at.do != "more" else topic_page.draw(at)
