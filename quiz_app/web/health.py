"""Whether the server lives, and whether it can do its work."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from quiz_app.domain.attempt import NotSaved
from quiz_app.web.running import running


async def healthz(_request: Request) -> Response:
    """The process answers."""
    return JSONResponse({"alive": True})


async def readyz(_request: Request) -> Response:
    """Facts can be written and there is a course to begin; 503 with what is missing otherwise."""
    return await run_in_threadpool(_ready)


def _ready() -> Response:
    app, missing = running(), []
    try:
        app.store.check()
    except NotSaved:
        missing.append("database")
    if app.library.course(app.settings.course) is None:
        missing.append("course")
    return JSONResponse({"ready": not missing, "missing": missing}, status_code=503 if missing else 200)
