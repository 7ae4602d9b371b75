"""Which language a page is in: known before it is drawn, and changed by a link on it."""

from collections.abc import Collection

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from quiz_app.domain.attempt import NotSaved
from quiz_app.i18n.messages import DEFAULT, languages, speak, words
from quiz_app.web.components.wording import own_name
from quiz_app.web.gate import nothing_here
from quiz_app.web.running import running
from quiz_app.web.visitor import language_of, remember_language

PLACE = "/language"
_DOORS = ("/enter", "/staff/login", "/")
_FILES = ("/static/", "/app/static/", "/assets/", "/pictures/", "/component/", "/_stcore/")


class Speaking:
    """ASGI middleware that says for each page which language its reader speaks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on in the language of whoever sent it."""
        if scope["type"] == "http" and not scope["path"].startswith(_FILES):
            speak(await run_in_threadpool(language_of, HTTPConnection(scope), offered=offered_languages))
        await self._app(scope, receive, send)


def offered_languages() -> Collection[str]:
    """The languages in which any course can be begun; the first one only while the database cannot be read."""
    app = running()
    try:
        return {each for course in app.offered.values() for each in app.offering.languages(course)}
    except NotSaved:
        return {DEFAULT}


def choices(*, at: str, spoken: Collection[str]) -> list[tuple[str, str, str]]:
    """The other languages a page at that address can be read in: address, name in the language itself, language."""
    now = words().locale
    return [(f"{PLACE}?to={each}&at={at}", own_name(each), each) for each in sorted(spoken) if each != now]


async def language(request: Request) -> Response:
    """Remember the language, and go back to the page that asked."""
    chosen, at = request.query_params.get("to", ""), request.query_params.get("at", "")
    if chosen not in languages() or at not in _DOORS:
        return nothing_here()
    return remember_language(RedirectResponse(at, status_code=303), chosen)
