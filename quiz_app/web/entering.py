"""Routes by which patients come in and everybody leaves: code, link, walking in."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quiz_app.app.settings import Entry
from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import words
from quiz_app.services.inviting import NoCourse
from quiz_app.services.visiting import NotLetIn, TooManyAtOnce
from quiz_app.web.pages import fields, page
from quiz_app.web.running import running
from quiz_app.web.visitor import address_of, farewell, is_staff, token_of, welcome

_LOG = logging.getLogger(__name__)


async def enter_page(_request: Request) -> Response:
    """The door: begin, or type in a code."""
    return _door()


async def enter(request: Request) -> Response:
    """Let a patient in by code, by link, or walking in."""
    form = await fields(request)
    say, typed = words(), form.get("code", "")[:40]
    try:
        return await run_in_threadpool(_let_in, request, form)
    except NotLetIn:
        return _door(problem=say("enter.refused"), typed=typed)
    except TooManyAtOnce:
        return _door(problem=say("enter.busy"), status=429)
    except NoCourse:
        return _door(problem=say("enter.no-course"), status=503)
    except NotSaved as reason:
        _LOG.warning("nobody can come in: %s", reason)
        return _door(problem=say("common.not-saved"), typed=typed, status=503)


async def link_page(_request: Request) -> Response:
    """Where a link leads: nothing is used up until the patient taps."""
    return page("link.html", title="enter.link-title", lead="enter.link-lead", action="/enter", problem="")


async def leave_page(request: Request) -> Response:
    """Ask once before leaving."""
    say, staff = words(), await run_in_threadpool(is_staff, request)
    return page(
        "message.html",
        title=say("staff.logout" if staff else "stop.title"),
        lead="" if staff else say("stop.lead"),
        action="/leave",
        button=say("staff.logout" if staff else "leave.button"),
        href="/",
        link=say("home.back"),
    )


async def leave(request: Request) -> Response:
    """End the visit and clear the device, also while the database cannot be reached."""
    staff = await run_in_threadpool(is_staff, request)
    try:
        await run_in_threadpool(running().visiting.leave, token_of(request))
    except NotSaved as reason:
        _LOG.warning("a visit could not be ended: %s", reason)
    say = words()
    left = page(
        "message.html",
        title=say("leave.title"),
        lead="" if staff else say("leave.lead"),
        action="",
        button="",
        href="/staff/login" if staff else "/enter",
        link=say("staff.login-button" if staff else "leave.again"),
    )
    left.headers["Clear-Site-Data"] = '"storage"'
    return farewell(left)


def _let_in(request: Request, form: dict[str, str]) -> Response:
    app = running()
    shared = form.get("shared") == "yes"
    if form.get("way") == "walk-in" and app.settings.entry is Entry.WALK_IN:
        app.visiting.count_walk_in(address_of(request))
        made, attempt = app.inviting.walk_in(app.settings.course)
        app.visiting.leave(token_of(request))
        return welcome(page("code.html", code=made.code), app.visiting.open_patient(attempt), shared_device=shared)
    attempt = app.inviting.attempt_of(_invitation(request, form))
    app.visiting.leave(token_of(request))
    return welcome(RedirectResponse("/", status_code=303), app.visiting.open_patient(attempt), shared_device=shared)


def _invitation(request: Request, form: dict[str, str]) -> Invitation:
    visiting = running().visiting
    if form.get("way") == "link":
        return visiting.by_link(form.get("token", ""))
    return visiting.by_code(form.get("code", ""), address_of(request))


def _door(*, problem: str = "", typed: str = "", status: int = 200) -> HTMLResponse:
    app = running()
    course = app.library.course(app.settings.course)
    return page(
        "enter.html",
        status=status,
        walk_in=app.settings.entry is Entry.WALK_IN,
        minutes=course.outline.minutes if course else 15,
        problem=problem,
        typed=typed,
        clinic=app.library.clinic.model_dump(),
    )
