"""Routes by which staff come in: login, the first administrator's link, a colleague's link for a password."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quiz_app.domain.access import StaffMember
from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import languages, words
from quiz_app.services.staffing import LinkIsOver, LoginTaken, WeakPassword
from quiz_app.services.visiting import NotLetIn
from quiz_app.web.pages import fields, page
from quiz_app.web.running import running
from quiz_app.web.speaking import choices
from quiz_app.web.visitor import address_of, token_of, welcome

_LOG = logging.getLogger(__name__)


async def login_page(_request: Request) -> Response:
    """The staff's door."""
    return _login()


async def login(request: Request) -> Response:
    """Let a member of staff in."""
    form = await fields(request)
    try:
        return await run_in_threadpool(_log_in, request, form)
    except NotLetIn:
        return _login(problem=words()("staff.refused"), login=form.get("login", ""))
    except NotSaved as reason:
        return _login(problem=_not_saved(reason), login=form.get("login", ""), status=503)


async def setup_page(_request: Request) -> Response:
    """Where a one-time link leads: the first administrator, or a colleague's password."""
    try:
        first = await run_in_threadpool(_is_first)
    except NotSaved as reason:
        return _setup(first=False, problem=_not_saved(reason), status=503)
    return _setup(first=first)


async def setup(request: Request) -> Response:
    """Keep a password and log in."""
    form = await fields(request)
    token, typed, first = form.get("token", ""), form.get("login", ""), "login" in form
    say = words()
    try:
        return await run_in_threadpool(_set_up, request, form)
    except LinkIsOver:
        return _setup(first=first, problem=say("staff.link-over"), status=410)
    except WeakPassword:
        return _setup(first=first, problem=say("staff.weak"), token=token, login=typed, status=422)
    except LoginTaken:
        return _setup(first=first, problem=say("staff.login-empty"), token=token, login=typed, status=422)
    except NotSaved as reason:
        return _setup(first=first, problem=_not_saved(reason), token=token, login=typed, status=503)


def _not_saved(reason: NotSaved) -> str:
    _LOG.warning("staff cannot come in: %s", reason)
    return words()("staff.store-down", reason=reason)


def _log_in(request: Request, form: dict[str, str]) -> Response:
    member = running().visiting.by_password(form.get("login", ""), form.get("password", ""), address_of(request))
    return _into(request, member)


def _set_up(request: Request, form: dict[str, str]) -> Response:
    staffing, token, password = running().staffing, form.get("token", ""), form.get("password", "")
    if staffing.is_first_link(token):
        return _into(request, staffing.make_first(token, login=form.get("login", ""), password=password))
    return _into(request, staffing.set_password(token, password))


def _into(request: Request, member: StaffMember) -> Response:
    visiting = running().visiting
    visiting.leave(token_of(request))
    return welcome(RedirectResponse("/", status_code=303), visiting.open_staff(member))


def _is_first() -> bool:
    return running().staffing.first_link() is not None


def _login(*, problem: str = "", login: str = "", status: int = 200) -> HTMLResponse:
    return page(
        "password.html",
        status=status,
        title="staff.login-title",
        lead="",
        action="/staff/login",
        button="staff.login-button",
        from_link=False,
        ask_login=True,
        token="",
        login=login,
        problem=problem,
        languages=choices(at="/staff/login", spoken=languages()),
    )


def _setup(*, first: bool, problem: str = "", token: str = "", login: str = "", status: int = 200) -> HTMLResponse:
    return page(
        "password.html",
        status=status,
        title="staff.first-title" if first else "staff.colleague-title",
        lead=words()("staff.first-lead" if first else "staff.colleague-lead"),
        action="/staff/setup",
        button="staff.set-button",
        from_link=True,
        ask_login=first,
        token=token,
        login=login,
        problem=problem,
        languages=(),
    )
