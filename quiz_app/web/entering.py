"""Routes by which people come in and leave: code, link, walk-in, staff login, first passwords."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quiz_app.app.settings import Entry
from quiz_app.domain.access import Invitation, StaffMember
from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import words
from quiz_app.services.inviting import NoCourse
from quiz_app.services.staffing import LinkIsOver, WeakPassword
from quiz_app.services.visiting import NotLetIn
from quiz_app.web.pages import page
from quiz_app.web.running import running
from quiz_app.web.visitor import address_of, farewell, token_of, welcome

LONGEST_FIELD = 300


async def enter_page(_request: Request) -> Response:
    """The door: begin, or type in a code."""
    return _door()


async def enter(request: Request) -> Response:
    """Let a patient in by code, by link, or walking in."""
    form = await _form(request)
    try:
        return await run_in_threadpool(_let_in, request, form)
    except NotLetIn:
        return _door(problem=words()("enter.refused"), typed=form.get("code", "")[:40])
    except NoCourse:
        return _door(problem=words()("enter.no-course"), status=503)
    except NotSaved:
        return _door(problem=words()("common.not-saved"), typed=form.get("code", "")[:40], status=503)


async def link_page(_request: Request) -> Response:
    """Where a link leads: nothing is used up until the patient taps."""
    return page("link.html", title="enter.link-title", lead="enter.link-lead", action="/enter", problem="")


async def leave_page(_request: Request) -> Response:
    """Ask once before leaving."""
    say = words()
    return page(
        "message.html",
        title=say("stop.title"),
        lead=say("stop.lead"),
        action="/leave",
        button=say("help.leave"),
        href="/",
        link=say("home.back"),
    )


async def leave(request: Request) -> Response:
    """End the visit and clear the device."""
    await run_in_threadpool(running().visiting.leave, token_of(request))
    say = words()
    left = page(
        "message.html",
        title=say("leave.title"),
        lead=say("leave.lead"),
        action="",
        button="",
        href="/enter",
        link=say("leave.again"),
    )
    left.headers["Clear-Site-Data"] = '"storage"'
    return farewell(left)


async def login_page(_request: Request) -> Response:
    """The staff's door."""
    return _login()


async def login(request: Request) -> Response:
    """Let a member of staff in."""
    form = await _form(request)
    try:
        return await run_in_threadpool(_log_in, request, form)
    except NotLetIn:
        return _login(problem=words()("staff.refused"), login=form.get("login", ""))
    except NotSaved:
        return _login(problem=words()("common.not-saved"), login=form.get("login", ""), status=503)


async def setup_page(_request: Request) -> Response:
    """Where a one-time link leads: the first administrator, or a colleague's first password."""
    return _setup()


async def setup(request: Request) -> Response:
    """Keep a first password and log in."""
    form = await _form(request)
    token, typed = form.get("token", ""), form.get("login", "")
    say = words()
    try:
        member = await run_in_threadpool(_first_password, token, typed, form.get("password", ""))
        return await run_in_threadpool(_into, member)
    except LinkIsOver:
        return _setup(problem=say("staff.link-over"), status=410)
    except WeakPassword:
        return _setup(problem=say("staff.weak"), token=token, login=typed, status=422)
    except NotSaved:
        return _setup(problem=say("common.not-saved"), token=token, login=typed, status=503)


async def _form(request: Request) -> dict[str, str]:
    async with request.form(max_files=0, max_fields=10, max_part_size=4096) as form:
        return {key: value[:LONGEST_FIELD] for key, value in form.items() if isinstance(value, str)}


def _let_in(request: Request, form: dict[str, str]) -> Response:
    app = running()
    way = form.get("way", "")
    if way == "walk-in" and app.settings.entry is Entry.WALK_IN:
        made, attempt = app.inviting.walk_in(app.settings.course)
        shown = page("code.html", code=made.code)
        return welcome(shown, app.visiting.open_patient(attempt))
    attempt = app.inviting.attempt_of(_invitation(request, form))
    admission = app.visiting.open_patient(attempt)
    return welcome(RedirectResponse("/", status_code=303), admission, shared_device=form.get("shared") == "yes")


def _invitation(request: Request, form: dict[str, str]) -> Invitation:
    visiting = running().visiting
    if form.get("way") == "link":
        return visiting.by_link(form.get("token", ""))
    return visiting.by_code(form.get("code", ""), address_of(request))


def _log_in(request: Request, form: dict[str, str]) -> Response:
    member = running().visiting.by_password(form.get("login", ""), form.get("password", ""), address_of(request))
    return _into(member)


def _into(member: StaffMember) -> Response:
    return welcome(RedirectResponse("/", status_code=303), running().visiting.open_staff(member))


def _first_password(token: str, login: str, password: str) -> StaffMember:
    staffing = running().staffing
    if staffing.is_first_link(token):
        return staffing.make_first(token, login=login, password=password)
    return staffing.set_password(token, password)


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
    )


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
    )


def _setup(*, problem: str = "", token: str = "", login: str = "", status: int = 200) -> HTMLResponse:
    say, first = words(), running().staffing.first_link() is not None
    return page(
        "password.html",
        status=status,
        title="staff.first-title" if first else "staff.colleague-title",
        lead=say("staff.first-lead") if first else say("staff.colleague-lead"),
        action="/staff/setup",
        button="staff.set-button",
        from_link=True,
        ask_login=first,
        token=token,
        login=login,
        problem=problem,
    )
