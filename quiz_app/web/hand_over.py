"""Handing the clinic's device to a patient, and taking it back: locked to one course, cleared when done or idle."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import words
from quiz_app.services.inviting import NoCourse
from quiz_app.services.staffing import Actor
from quiz_app.services.visiting import BadPin, idle_limit
from quiz_app.web.gate import nothing_here
from quiz_app.web.invitation import asked_for, found, is_usable, name_of
from quiz_app.web.pages import Form, message, page
from quiz_app.web.running import running
from quiz_app.web.visitor import asking_by, clear, farewell, token_of, visit_tag, welcome

_LOG = logging.getLogger(__name__)


def hand_over_page(request: Request, _actor: Actor, _form: Form) -> Response:
    """Explain what happens, and ask for a PIN."""
    return _asked(asked_for(request))


def hand_over(request: Request, actor: Actor, form: Form) -> Response:
    """Make this device the patient's."""
    app, selector = running(), form.get("selector", "")
    invitation, token = found(selector), token_of(request)
    if invitation is None or token is None or not is_usable(invitation):
        return nothing_here()
    try:
        attempt = app.inviting.attempt_of(invitation)
        admission = app.visiting.hand_over(actor, token, attempt, form.get("pin", ""))
    except BadPin:
        return _asked(selector, problems={"pin": words()("handover.pin-digits")}, status=422)
    except NoCourse:
        return _asked(selector, problems={"pin": words()("enter.no-course")}, status=503)
    except NotSaved:
        return _asked(selector, problems={"pin": words()("common.not-saved")}, status=503)
    return welcome(RedirectResponse("/", status_code=303), admission, shared_device=True)


def _asked(selector: str, *, problems: dict[str, str] | None = None, status: int = 200) -> Response:
    invitation = found(selector)
    if invitation is None or not is_usable(invitation):
        return nothing_here()
    return page(
        "hand_over.html",
        status=status,
        selector=invitation.selector,
        name=name_of(invitation),
        course=running().title_of(invitation.course, words().locale),
        problems=problems or {},
    )


def take_back_page(*, problems: dict[str, str] | None = None, status: int = 200) -> Response:
    """On a device that was handed over: only staff can end this."""
    return page("take_back.html", status=status, problems=problems or {})


def take_back(request: Request, pin: str) -> Response:
    """Give the device back to staff for the right PIN."""
    if not running().visiting.take_back(token_of(request), pin):
        return take_back_page(problems={"pin": words()("handover.pin-refused")}, status=422)
    return clear(farewell(RedirectResponse("/staff/login", status_code=303)))


def gave_back() -> Response:
    """The last words on a device that was handed over; nothing of the patient stays on it."""
    said = message(
        "handover.thanks", lead="handover.give-back", href="/staff/login", link="enter.staff", template="left.html"
    )
    return clear(farewell(said))


async def done(request: Request) -> Response:
    """The patient is done: clear the visit at once, at the end of the course on a device that was handed over."""
    return await run_in_threadpool(_done, request)


def _done(request: Request) -> Response:
    try:
        visitor = asking_by(request)
        if visitor is None or not visitor.handed or not _is_finished(visitor.attempt or ""):
            return RedirectResponse("/", status_code=303)
        running().visiting.leave(token_of(request))
    except NotSaved as reason:
        _LOG.warning("a lent device could not be cleared: %s", reason)
        return message("app.name", status=503, lead="common.not-saved")
    return gave_back()


def _is_finished(attempt: str) -> bool:
    return running().taking.sitting(attempt).progress.finished


async def here(request: Request) -> Response:
    """Note that somebody is there; say whose visit it is, and how many seconds it has left if it may not rest."""
    return await run_in_threadpool(_here, request)


def _here(request: Request) -> Response:
    asking_by(request)  # notes it, at most once a minute
    visitor, tag = asking_by(request), visit_tag(request)
    limit = idle_limit(visitor.visit) if visitor else None
    if visitor is None or limit is None:
        return JSONResponse({"left": 0, "idle": 0, "visit": tag})
    left = limit - (running().clock.now() - visitor.visit.seen_at)
    return JSONResponse({"left": left.total_seconds(), "idle": limit.total_seconds(), "visit": tag})
