"""Who is asking, by cookie; the only module that reads and sets cookies."""

from collections.abc import Callable, Collection

import streamlit as st
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import DEFAULT, languages, nearest
from quiz_app.services.visiting import Admission, Visitor
from quiz_app.web.running import running

LANGUAGE_COOKIE = "language"
LANGUAGE_LASTS = 365 * 24 * 3600  # seconds
LONGEST_WISH = 200


def cookie_name(tls: bool) -> str:  # noqa: FBT001 - the browser's own rule: the prefix is allowed on TLS only
    """The name of the visitor's cookie."""
    return "__Host-visit" if tls else "visit"


def asking() -> Visitor | None:
    """Who holds the page that this script run draws; looked up afresh on every run."""
    app = running()
    return app.visiting.visitor(st.context.cookies.get(cookie_name(app.settings.tls)))


def is_still_here() -> bool:
    """Whether the staff's visit of this page still counts; a page that refreshes itself is no sign of life.

    So this looks only, where asking() also notes that the visitor was seen.
    """
    app = running()
    return app.visiting.known(st.context.cookies.get(cookie_name(app.settings.tls))) is not None


def asking_by(request: HTTPConnection) -> Visitor | None:
    """Who sent this request."""
    return running().visiting.visitor(token_of(request))


def is_staff(request: HTTPConnection) -> bool:
    """Whether a member of staff sent this; nobody counts as one while the database cannot be asked."""
    try:
        visitor = asking_by(request)
    except NotSaved:
        return False
    return visitor is not None and visitor.member is not None


def is_handed(request: HTTPConnection) -> bool:
    """Whether this device was handed to a patient by staff; none counts as such while the database cannot be asked."""
    try:
        visitor = asking_by(request)
    except NotSaved:
        return False
    return visitor is not None and visitor.handed


def token_of(request: HTTPConnection) -> str | None:
    """The visitor's token in a request."""
    return request.cookies.get(cookie_name(running().settings.tls))


def visit_tag(request: HTTPConnection) -> str:
    """What tells a page whether the browser still holds the visit it was drawn for; it opens nothing."""
    token = token_of(request)
    return running().vault.tag("visit-tag", token)[:16] if token else ""


def welcome(response: Response, admission: Admission, *, shared_device: bool = False) -> Response:
    """Hand the visitor's cookie out; on a shared device it is gone when the browser closes."""
    settings = running().settings
    response.set_cookie(
        cookie_name(settings.tls),
        admission.token,
        max_age=None if shared_device else int(admission.lasts.total_seconds()),
        httponly=True,
        secure=settings.tls,
        samesite="lax",
        path="/",
    )
    return response


def farewell(response: Response) -> Response:
    """Take the visitor's cookie back."""
    settings = running().settings
    response.delete_cookie(cookie_name(settings.tls), path="/", httponly=True, secure=settings.tls, samesite="lax")
    response.delete_cookie(LANGUAGE_COOKIE, path="/", secure=settings.tls, samesite="lax")
    return response


def clear(response: Response) -> Response:
    """Let the browser forget whatever the pages kept on this device; what it cached is the same for everybody."""
    response.headers["Clear-Site-Data"] = '"storage"'
    return response


def language_of(request: HTTPConnection, *, offered: Callable[[], Collection[str]]) -> str:
    """The language an asker chose, else the first of their browser's that is offered, else the first of all."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return nearest(chosen) if chosen else _accepted(request.headers.get("accept-language", ""), offered)


def language_here() -> str:
    """The language that the one whose page is drawn chose, or their browser asks for."""
    chosen = st.context.cookies.get(LANGUAGE_COOKIE, "")
    return nearest(chosen) if chosen else _accepted(st.context.headers.get("accept-language", ""), languages)


def remember_language(response: Response, locale: str) -> Response:
    """Let the browser know the chosen language, which its own pages may change: it is no secret."""
    response.set_cookie(
        LANGUAGE_COOKIE, locale, max_age=LANGUAGE_LASTS, secure=running().settings.tls, samesite="lax", path="/"
    )
    return response


def _accepted(wanted: str, offered: Callable[[], Collection[str]]) -> str:
    """The first language of an Accept-Language header that is offered; browsers name the preferred ones first."""
    names = [name for part in wanted[:LONGEST_WISH].split(",") if (name := part.partition(";")[0].strip().lower())]
    known = [found for name in names if (found := nearest(name)).startswith(name[:2])]
    if not known or known[0] == DEFAULT:
        return DEFAULT
    return next((each for each in known if each in offered()), DEFAULT)


def address_of(request: Request) -> str:
    """The network address of the asker, for counting tries only."""
    return request.client.host if request.client else "unknown"
