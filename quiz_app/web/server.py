"""The server: Streamlit's app with our own routes beside it and the guard in front."""

import ctypes
import errno
import gc
import logging
import os
import platform
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import anyio
import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from quiz_app.app.assembly import App
from quiz_app.app.settings import BadSetting, Settings, variable
from quiz_app.i18n.messages import words
from quiz_app.web import logs, look
from quiz_app.web.app_pages.main import sorry
from quiz_app.web.components.shell import first_in_head
from quiz_app.web.guard import Guard, Rules, UnsafeOptions, unsafe_options
from quiz_app.web.needed_soon import needed_soon
from quiz_app.web.pages import message, page
from quiz_app.web.routes import FILES, OWN
from quiz_app.web.running import running
from quiz_app.web.speaking import Speaking
from quiz_app.web.static_files import StaticFiles as StreamlitFiles
from quiz_app.web.visitor import cookie_name, is_staff, token_of, visit_tag

HERE = Path(__file__).parent
SCRIPT = HERE / "script.py"
SECONDS_BETWEEN_LOOKS = 2.0
M_ARENA_MAX = -8  # <malloc.h>
_LOG = logging.getLogger(__name__)


def serve(app: st.App) -> None:
    """Say where the app is, and serve it until stopped; raises BadSetting if it cannot listen there."""
    here = running()
    _can_listen(here.settings)
    for problem in here.library.problems:
        print(problem, file=sys.stderr)  # noqa: T201 - the person who starts the app reads this
    print(_greeting(here.settings, here.staffing.first_link()), flush=True)  # noqa: T201 - as above
    app.run(config={"server.port": here.settings.port, "server.address": here.settings.address})


def _can_listen(settings: Settings) -> None:
    """Find out before an address is printed that would be somebody else's."""
    address, port = settings.address, settings.port
    try:
        socket.create_server((address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET).close()
    except OSError as reason:
        if reason.errno == errno.EADDRINUSE:
            raise BadSetting(
                f"Port {port} is taken. Perhaps the quiz is running already: open {settings.url} to see. "
                f"Or choose another port: quiz-app serve --port {port % 65535 + 1}"
            ) from reason
        names = f"{variable('address')}={address}, {variable('port')}={port}"
        raise BadSetting(f"{names}: the app cannot listen there: {reason.strerror}") from reason


def _greeting(settings: Settings, first_link: str | None) -> str:
    lines = [f"Open {settings.url} in a browser."]
    if first_link:
        lines.append(f"First administrator (works once): {settings.url}/staff/setup#{first_link}")
    return "\n".join(lines)


def middleware() -> list[Middleware]:
    """What every request passes, outermost first."""
    here = running()
    logs.configure(here.settings.log_format)
    return [
        Middleware(logs.AccessLog),
        Middleware(Speaking),
        Middleware(Guard, rules=_rules(here)),
        Middleware(StreamlitFiles, data=_beside_streamlit() or here.settings.data),
        Middleware(Door),
    ]


def _beside_streamlit() -> Path | None:
    """The folder of this installation for what is made once from its files, if it can be written."""
    folder = Path(sys.prefix) / "share" / "quiz-app"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def _rules(here: App) -> Rules:
    settings = here.settings
    return Rules(
        secret=here.vault.tag("visitor-binding").encode(),
        cookie_name=cookie_name(settings.tls),
        tls=settings.tls,
        is_staff=is_staff,
        say=words,
        stylesheet=look.address("app.css"),
        font=look.font(look.FONT),
        first=lambda asker, locale: first_in_head(locale, visit_tag(asker)) + needed_soon(),
        own=OWN,
        files=FILES,
        refused=_refused,
        origins=frozenset({settings.url}) if settings.public_url else frozenset(),
        hosts=_hosts(settings),
    )


def _hosts(settings: Settings) -> frozenset[str]:
    """The names this server answers to; any where it listens to a network whose names nobody told us."""
    if settings.public_url:
        return frozenset({urlsplit(settings.url).hostname or ""})
    return frozenset({"localhost"}) if settings.address in {"127.0.0.1", "localhost", "::1"} else frozenset()


def _refused(status: int) -> Response:
    return message("app.not-found", status=status)


async def could_not_answer(_request: Request, error: Exception) -> Response:
    """The kind page for a route of ours that failed, with a number that finds the error in the log."""
    number, say = logs.new_error_id(), words()
    _LOG.error("a route failed", extra={"error": number}, exc_info=error)
    lead = say("common.sorry", error=number)
    return page(
        "message.html", status=500, title=say("app.name"), lead=lead, action="", href="/", link=say("app.go-home")
    )


def on_script_error(error: Exception) -> bool:
    """Tell the visitor kindly, with a number that finds the error in the log."""
    number = logs.new_error_id()
    _LOG.error("a page could not be drawn", extra={"error": number}, exc_info=error)
    sorry(number)
    return True


class Door:
    """Sends whoever opens the first page without a cookie to the door; everything else passes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer with the way to the door."""
        if scope["type"] == "http" and scope["path"] == "/" and token_of(Request(scope)) is None:
            await RedirectResponse("/enter", status_code=303)(scope, receive, send)
            return
        await self._app(scope, receive, send)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """Open the store before the first request, look after the courses, close the store at the end."""
    if problems := unsafe_options():
        raise UnsafeOptions("\n".join(problems))
    _tune()
    running()
    gc.freeze()  # what is there for good is not looked through again while hundreds of patients wait
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_watch_courses)
        yield {}
        tasks.cancel_scope.cancel()
    running().store.close()


def _tune() -> None:
    """Three settings of the process that many short script threads need; the figures are in docs/performance.md."""
    gc.set_threshold(20_000, 10, 10)  # fewer pauses in which no thread draws
    sys.setswitchinterval(0.0005)  # the loop that sends to browsers waits less for the thread that draws
    if sys.platform == "linux" and platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)  # each thread would keep an arena of about 20 MB


async def _watch_courses() -> None:
    while True:
        await anyio.sleep(SECONDS_BETWEEN_LOOKS)
        try:
            await anyio.to_thread.run_sync(running().library.refresh)
        except Exception:  # whatever a look at the files runs into, it must not end the server and its patients' visits
            _LOG.exception("the question banks could not be looked at")
