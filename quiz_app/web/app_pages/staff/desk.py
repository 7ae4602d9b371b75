"""The staff's desk: the pages their role allows, one patient at a time, and a way out."""

from collections.abc import Callable

import streamlit as st

from quiz_app.domain.access import RIGHTS, Right, StaffMember, Visit
from quiz_app.i18n.messages import Words, languages, words
from quiz_app.services.staffing import Actor
from quiz_app.services.taking import NoSuchAttempt
from quiz_app.web import session
from quiz_app.web.app_pages.staff import board, check, colleagues, patient, sign, talk
from quiz_app.web.app_pages.staff.bedside import Bedside
from quiz_app.web.components import html, shell
from quiz_app.web.components.screen import Drawn
from quiz_app.web.running import running
from quiz_app.web.speaking import choices


def _draw_overview(actor: Actor, say: Words) -> None:
    from quiz_app.web.app_pages.staff import overview  # noqa: PLC0415 - its charts would slow every start

    overview.draw(actor, say)


def _draw_workbench(actor: Actor, say: Words) -> Drawn:
    from quiz_app.web.app_pages.educator import workbench  # noqa: PLC0415 - nurses need not wait for it

    return workbench.draw(actor, say)


def _draw_versions(actor: Actor, say: Words) -> Drawn:
    from quiz_app.web.app_pages.educator import versions  # noqa: PLC0415 - nurses need not wait for it

    return versions.draw(actor, say)


def _draw_statistics(actor: Actor, say: Words) -> None:
    from quiz_app.web.app_pages.educator import statistics  # noqa: PLC0415 - its charts would slow every start

    statistics.draw(actor, say)


_PAGES: dict[str, tuple[Right, Callable[[Actor, Words], Drawn | None]]] = {
    "board": (Right.READ_BOARD, board.draw),
    "overview": (Right.READ_OVERVIEW, _draw_overview),
    "colleagues": (Right.MANAGE_STAFF, colleagues.draw),
    "course": (Right.EDIT_COURSE, _draw_workbench),
    "versions": (Right.EDIT_COURSE, _draw_versions),
    "statistics": (Right.EDIT_COURSE, _draw_statistics),
}
_TASKS: dict[str, tuple[Right, Callable[[Bedside], Drawn]]] = {
    "briefing": (Right.READ_BOARD, patient.draw),
    "talk": (Right.CONFIRM, talk.draw),
    "check": (Right.CONFIRM, check.draw),
    "record": (Right.READ_BOARD, sign.draw),
}
_STAGE = "stage"
_PAGE = "page"
_COURSE = "course"


def draw_desk(member: StaffMember, visit: Visit) -> None:
    """Draw the page a member of staff has open; the services check the role again."""
    say, actor = words(), Actor(id=member.id, role=member.role)
    with st.container(key=_STAGE if _is_preview(actor) else "desk"):
        if session.patient() and Right.READ_BOARD in RIGHTS[member.role]:
            _draw_patient(actor, visit, say)
        else:
            _draw_page(actor, say)


def _is_preview(actor: Actor) -> bool:
    """Whether a screen is drawn as patients see it, which the desk's smaller words would spoil."""
    return Right.EDIT_COURSE in RIGHTS[actor.role] and session.address("do") == "preview"


def _draw_page(actor: Actor, say: Words) -> None:
    session.note_writer(None)
    allowed = [name for name, (right, _) in _PAGES.items() if right in RIGHTS[actor.role]]
    asked = session.address(_PAGE) or session.view()
    chosen = asked if asked in allowed else allowed[0]
    session.open_view(chosen)
    if Right.EDIT_COURSE in RIGHTS[actor.role]:
        _catch_up()
    _navigation(allowed, chosen, say)
    drawn = _PAGES[chosen][1](actor, say) or Drawn()
    _draw_way_out(say)
    _close(f"staff.{chosen}", f"staff-{chosen}{drawn.step}", drawn, say)


def _catch_up() -> None:
    from quiz_app.web.app_pages.educator import drafts  # noqa: PLC0415 - nurses need not wait for it

    drafts.catch_up()


def _draw_patient(actor: Actor, visit: Visit, say: Words) -> None:
    try:
        case = running().confirming.case(actor, session.patient()).in_language(say.locale)
    except NoSuchAttempt:
        session.close_patient()
        st.rerun()
    task = session.task() if session.task() in _TASKS else "briefing"
    right, draw = _TASKS[task]
    if right not in RIGHTS[actor.role]:
        task, draw = "briefing", patient.draw
    if task != "talk":
        session.note_writer(None)
    drawn = draw(Bedside(actor=actor, visit=visit, say=say, case=case))
    if task != "briefing":  # it has the way out in its own row, so that a tablet holds all of it
        _draw_way_out(say)
    _close(f"staff.{task}", f"staff-{task}-{case.sitting.attempt}-{case.standing}", drawn, say)


def _draw_way_out(say: Words) -> None:
    shell.show(html.links([("/leave", say("staff.logout"))]), html.languages(choices(at="/", spoken=languages())))


def _close(title: str, step: str, drawn: Drawn, say: Words) -> None:
    shell.show(html.asks_if_idle(say, "staff"))
    name = " - ".join(filter(None, [drawn.title, say(title), say("app.name")]))
    shell.close_page(name, step, locale=say.locale, said=drawn.said, focus=drawn.focus)


def _navigation(allowed: list[str], chosen: str, say: Words) -> None:
    if len(allowed) < 2:
        return
    for name, column in zip(allowed, st.columns(len(allowed)), strict=True):
        press = column.button(
            say(f"staff.{name}"),
            key=f"nav-{name}",
            type="primary" if name == chosen else "secondary",
            width="stretch",
        )
        if press:
            session.open_view(name)
            session.go_to(**{_PAGE: name, _COURSE: session.address(_COURSE)})
            st.rerun()
