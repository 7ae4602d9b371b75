"""Whether the server lives, and whether it can do its work."""

import logging
import time
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from quiz_app.app.settings import Entry
from quiz_app.domain.attempt import NotSaved
from quiz_app.web.running import running

_LOG = logging.getLogger(__name__)


async def healthz(_request: Request) -> Response:
    """The process answers."""
    return JSONResponse({"alive": True})


async def readyz(_request: Request) -> Response:
    """Facts can be written and there is a course to begin; 503 with what is missing otherwise.

    Looked at once a second at most, for looking writes.
    """
    missing = await run_in_threadpool(_missing, int(time.monotonic()))
    return JSONResponse({"ready": not missing, "missing": missing}, status_code=503 if missing else 200)


@lru_cache(maxsize=1)
def _missing(_second: int) -> list[str]:
    app, missing = running(), list[str]()
    try:
        app.store.check()
        offered = app.offered
    except NotSaved as reason:
        _LOG.warning("facts cannot be kept: %s", reason)
        return ["database"]
    if not offered or (app.settings.entry is Entry.WALK_IN and app.settings.course not in offered):
        missing.append("course")
    return missing
