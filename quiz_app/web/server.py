"""The server: Streamlit's app with our own routes beside it and the guard in front."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from quiz_app.app.settings import Settings
from quiz_app.web import entering
from quiz_app.web.health import healthz, readyz
from quiz_app.web.running import running
from quiz_app.web.take_home import take_home_page
from quiz_app.web.visitor import token_of

HERE = Path(__file__).parent
SCRIPT = HERE / "script.py"
SECONDS_BETWEEN_LOOKS = 2.0


def serve(app: st.App) -> None:
    """Say where the app is, and serve it until stopped."""
    here = running()
    for problem in here.library.problems:
        print(problem, file=sys.stderr)  # noqa: T201 - the person who starts the app reads this
    print(_greeting(here.settings, here.staffing.first_link()), flush=True)  # noqa: T201 - as above
    app.run(config={"server.port": here.settings.port, "server.address": here.settings.address})


def _greeting(settings: Settings, first_link: str | None) -> str:
    lines = [f"Open {settings.url} in a browser."]
    if first_link:
        lines.append(f"First administrator (works once): {settings.url}/staff/setup#{first_link}")
    return "\n".join(lines)


def middleware() -> list[Middleware]:
    """What every request passes, outermost first."""
    return [Middleware(Door)]


def routes() -> list[Route | Mount]:
    """Our own pages beside the app."""
    return [
        Route("/enter", entering.enter_page),
        Route("/enter", entering.enter, methods=["POST"]),
        Route("/e", entering.link_page),
        Route("/leave", entering.leave_page),
        Route("/leave", entering.leave, methods=["POST"]),
        Route("/staff/login", entering.login_page),
        Route("/staff/login", entering.login, methods=["POST"]),
        Route("/staff/setup", entering.setup_page),
        Route("/staff/setup", entering.setup, methods=["POST"]),
        Route("/take-home", take_home_page),
        Route("/pictures/{course}/{file}", picture),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Mount("/assets", StaticFiles(directory=HERE / "assets")),
    ]


async def picture(request: Request) -> Response:
    """A drawing of a course."""
    path = running().library.picture(request.path_params["course"], request.path_params["file"])
    if path is None:
        return PlainTextResponse("", status_code=404)
    return FileResponse(path, media_type="image/svg+xml", headers={"Cache-Control": "public, max-age=3600"})


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
    running()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_watch_courses)
        yield {}
        tasks.cancel_scope.cancel()
    running().store.close()


async def _watch_courses() -> None:
    while True:
        await anyio.sleep(SECONDS_BETWEEN_LOOKS)
        await anyio.to_thread.run_sync(running().library.refresh)
