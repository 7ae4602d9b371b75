"""The gate of the staff's own pages: who may come through, and what everybody else gets."""

import logging
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quiz_app.domain.access import Right
from quiz_app.domain.attempt import NotSaved
from quiz_app.services.staffing import Actor, NotAllowed, require
from quiz_app.services.taking import NoSuchAttempt
from quiz_app.services.visiting import Visitor
from quiz_app.web.pages import Form, draw_for_staff, fields, message, page
from quiz_app.web.running import running
from quiz_app.web.visitor import asking_by

Answer = Callable[[Request, Actor, Form], Response]
Reader = Callable[[Request], Awaitable[Form]]
SECRETS = frozenset({"pin", "password"})
_LOG = logging.getLogger(__name__)


def for_staff(right: Right, answer: Answer, *, read: Reader = fields) -> Callable[[Request], Awaitable[Response]]:
    """A route for staff with that right, whose forms are read that way; the services check the role again."""

    async def route(request: Request) -> Response:
        form = await read(request) if request.method == "POST" else {}
        return await run_in_threadpool(_let_through, request, right, answer, form)

    return route


def _let_through(request: Request, right: Right, answer: Answer, form: Form) -> Response:
    visitor = None
    try:
        visitor = asking_by(request)
        if visitor is None:
            return _log_in(request, form)
        if visitor.member is None:
            raise NotAllowed("a patient")
        actor = Actor(id=visitor.member.id, role=visitor.member.role)
        require(actor, right)
        draw_for_staff()
        return answer(request, actor, form)
    except NotAllowed:
        return refuse(request, visitor)
    except NoSuchAttempt:
        return nothing_here()
    except NotSaved as reason:
        _LOG.warning("a page for staff could not be answered: %s", reason)
        return message("app.name", status=503, lead="common.not-saved")


def refuse(request: Request, visitor: Visitor | None) -> Response:
    """Answer as if nothing were here, and leave a trace of who asked for what."""
    member = visitor.member if visitor else None
    who = member.id if member else "patient" if visitor else "somebody"
    try:
        running().audit.note(who, "refused", request.url.path)
    except NotSaved as reason:
        _LOG.warning("a refusal could not be kept: %s", reason)
    return nothing_here()


def nothing_here() -> Response:
    """The answer where there is nothing to see."""
    return message("app.not-found", status=404)


def _log_in(request: Request, form: Form) -> Response:
    """The way to the staff's door; what was typed waits meanwhile, but for secrets."""
    kept = {name: value for name, value in form.items() if name not in SECRETS}
    if not kept:
        return RedirectResponse("/staff/login", status_code=303)
    return page("again.html", status=401, action=request.url.path, kept=kept)
