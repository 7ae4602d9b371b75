"""The way into the refresher before the next infusion."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quiz_app.domain.attempt import NotSaved
from quiz_app.services.refreshing import NotOffered
from quiz_app.web.running import running
from quiz_app.web.visitor import asking_by

_LOG = logging.getLogger(__name__)


async def refresh(request: Request) -> Response:
    """Begin the refresher of the patient who asks; the visit stays, and from now on leads into the refresher."""
    return await run_in_threadpool(_refresh, request)


def _refresh(request: Request) -> Response:
    try:
        visitor = asking_by(request)
        if visitor and visitor.attempt:
            running().refreshing.begin(visitor.attempt)
    except (NotOffered, NotSaved) as reason:
        _LOG.info("no refresher was begun: %s", type(reason).__name__)
    return RedirectResponse("/", status_code=303)
