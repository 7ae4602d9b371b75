"""Routes by which patients come in and everybody leaves: code, link, walking in."""

import logging
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quiz_app.app.assembly import App
from quiz_app.app.settings import Entry
from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.course import Course
from quiz_app.domain.translation import in_language
from quiz_app.i18n.messages import words
from quiz_app.services.codes import new_token, read_token
from quiz_app.services.inviting import NoCourse
from quiz_app.services.visiting import NotLetIn, TooManyAtOnce
from quiz_app.web.hand_over import gave_back, take_back, take_back_page
from quiz_app.web.pages import fields, message, page
from quiz_app.web.running import running
from quiz_app.web.speaking import choices, offered_languages
from quiz_app.web.visitor import address_of, asking_by, clear, farewell, is_handed, is_staff, token_of, welcome

_LOG = logging.getLogger(__name__)


async def enter_page(request: Request) -> Response:
    """The door: begin, or type in a code; a device that was handed to one patient leads back to that patient."""
    if await run_in_threadpool(is_handed, request):
        return RedirectResponse("/", status_code=303)
    return _door()


async def enter(request: Request) -> Response:
    """Let a patient in by code, by link, or walking in."""
    if await run_in_threadpool(is_handed, request):
        return RedirectResponse("/", status_code=303)
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
    clinic = running().library.clinic.in_language(words().locale).model_dump()
    return page(
        "link.html", title="enter.link-title", lead="enter.link-lead", action="/enter", problem="", clinic=clinic
    )


async def leave_page(request: Request) -> Response:
    """Ask once before leaving; on a device that was handed over, ask for the staff's PIN."""
    return await run_in_threadpool(_leave_page, request)


async def leave(request: Request) -> Response:
    """End the visit and clear the device, also while the database cannot be reached."""
    pin = (await fields(request)).get("pin", "")
    return await run_in_threadpool(_leave, request, pin)


def _leave_page(request: Request) -> Response:
    if "idle" in request.query_params and token_of(request) and not _is_somebody(request):
        return gave_back()
    if is_handed(request):
        return take_back_page()
    say, staff = words(), is_staff(request)
    return page(
        "message.html",
        title=say("staff.logout" if staff else "leave.button"),
        lead="" if staff else say("stop.lead"),
        action="/leave",
        button=say("staff.logout" if staff else "leave.button"),
        href="/",
        link=say("home.back"),
    )


def _leave(request: Request, pin: str) -> Response:
    if is_handed(request):
        return take_back(request, pin)
    staff = is_staff(request)
    try:
        running().visiting.leave(token_of(request))
    except NotSaved as reason:
        _LOG.warning("a visit could not be ended: %s", reason)
    left = message(
        "leave.title",
        lead="" if staff else "leave.lead",
        href="/staff/login" if staff else "/enter",
        link="staff.login-button" if staff else "leave.again",
        template="left.html",
    )
    return clear(farewell(left))


def _is_somebody(request: Request) -> bool:
    try:
        return asking_by(request) is not None
    except NotSaved:
        return True


def _let_in(request: Request, form: dict[str, str]) -> Response:
    app = running()
    shared = form.get("shared") == "yes"
    if form.get("way") == "walk-in" and app.settings.entry is Entry.WALK_IN:
        app.visiting.count_walk_in(address_of(request))
        batch = read_token(form.get("batch", ""))
        made, attempt = app.inviting.walk_in(app.settings.course, batch=batch, locale=_spoken_in(app))
        app.visiting.leave(token_of(request))
        code = page("code.html", code=made.code, clinic=app.library.clinic.in_language(words().locale).model_dump())
        return welcome(code, app.visiting.open_patient(attempt), shared_device=shared)
    attempt = app.inviting.attempt_of(_invitation(request, form))
    app.visiting.leave(token_of(request))
    return welcome(RedirectResponse("/", status_code=303), app.visiting.open_patient(attempt), shared_device=shared)


def _spoken_in(app: App) -> str:
    """The language of the door, if the course of those who walk in is offered in it."""
    course, spoken = app.offering.course(app.settings.course), words().locale
    return spoken if course and spoken in app.offering.languages(course) else ""


def _invitation(request: Request, form: dict[str, str]) -> Invitation:
    visiting = running().visiting
    if form.get("way") == "link":
        return visiting.by_link(form.get("token", ""))
    return visiting.by_code(form.get("code", ""), address_of(request))


def _door(*, problem: str = "", typed: str = "", status: int = 200) -> HTMLResponse:
    app = running()
    offered, walk_in = _offered(), app.settings.entry is Entry.WALK_IN
    begun, several = offered.get(app.settings.course), len(offered) > 1
    begun = in_language(begun, words().locale) if begun else None
    return page(
        "enter.html",
        status=status,
        walk_in=walk_in,
        minutes=begun.outline.minutes if begun else None,
        course=begun.outline.title if begun and several else "",
        problem=problem,
        typed=typed,
        batch=new_token() if walk_in else "",
        clinic=app.library.clinic.in_language(words().locale).model_dump(),
        languages=choices(at="/enter", spoken=offered_languages()),
    )


def _offered() -> Mapping[str, Course]:
    """The courses that can be begun; none while the database cannot be read, for the door stands open all the same."""
    try:
        return running().offered
    except NotSaved:
        return {}
