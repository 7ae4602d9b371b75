"""The guard in front of Streamlit: who may ask for what, from where, and what every answer carries.

Streamlit resumes a session for whoever names its id and arrives with the same `user_info` (AppSession.matches_user_info
compares the whole dict, both for sessions in use and for those waiting for their phone). `user_info` holds the headers
of server.trustedUserHeaders, read at the handshake. The guard sets one of them to a keyed hash of the visitor's cookie,
so a leaked session id with another cookie gets a new, empty session, and the old one stays with its owner.
"""

import hashlib
import hmac
import logging
import re
import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit import config

from quiz_app.i18n.messages import Words
from quiz_app.web.first_paint import FirstPaint
from quiz_app.web.mail import Ask, Mail, Talks
from quiz_app.web.static_files import FOR_GOOD, accepted, inline_scripts

BINDING_HEADER = "x-visitor-binding"
STREAM = "/_stcore/stream"
OPEN = ("/favicon.png", "/_stcore/health", "/_stcore/host-config", "/static/", "/app/static/")
NEEDED_OPTIONS: dict[str, object] = {
    "server.trustedUserHeaders": {BINDING_HEADER: "visitor_binding"},
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.enableAgentApi": False,
    "server.corsAllowedOrigins": [],
    "server.baseUrlPath": "",
}
POLICY = (
    "default-src 'self'; script-src 'self' blob: {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' {sockets}; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HOST = re.compile(r"([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?")
_DETOUR = re.compile(r"\.\.|//|[\\\0]")
_LOG = logging.getLogger(__name__)


class UnsafeOptions(RuntimeError):
    """Streamlit is set up so that the guard could be walked around; lists every option."""


def nobody(_asker: HTTPConnection) -> bool:
    """The answer of a gate that stays shut."""
    return False


@dataclass(frozen=True)
class Rules:
    """What the guard must know of this app.

    own: our own routes, and folders of them ending in a slash; files: those folders that a browser may keep, asking
    each time whether they changed; refused: the answer for a refused status; first: what the head of the start page
    begins with, for an asker and a language. Without origins only the very host asked for is right; without hosts any
    host is.
    """

    secret: bytes
    cookie_name: str
    tls: bool
    is_staff: Ask
    say: Callable[[], Words]
    stylesheet: str
    font: str
    refused: Callable[[int], Response]
    first: Callable[[HTTPConnection, str], str] = lambda _asker, _locale: ""
    pages: frozenset[str] = frozenset({"/"})
    own: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    media: Ask = nobody
    components: Ask = nobody
    origins: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()


def unsafe_options() -> list[str]:
    """A sentence for each of Streamlit's options that the guard relies on and that is set otherwise."""
    return [f"{name} must be {value!r}" for name, value in NEEDED_OPTIONS.items() if config.get_option(name) != value]


def binding(secret: bytes, token: str | None) -> str:
    """What ties a session to the cookie it began with; without a cookie it is new each time, so nothing is resumed."""
    if not token:
        return secrets.token_hex(32)
    return hmac.new(secret, b"visitor-binding\0" + token.encode(), hashlib.sha256).hexdigest()


class Guard:
    """ASGI middleware that refuses what is not on the list; the outermost one besides the log."""

    def __init__(self, app: ASGIApp, *, rules: Rules) -> None:
        if problems := unsafe_options():
            _LOG.error("refused to start: %s", "; ".join(problems))
            raise UnsafeOptions("\n".join(problems))
        self._app, self._rules = app, rules
        components = {"/component/": rules.components, "/_stcore/bidi-components/": rules.components}
        self._gates: dict[str, Ask] = {"/_stcore/upload_file/": rules.is_staff, "/media/": rules.media, **components}
        self._talks = Talks()
        self._listed = (*OPEN, *rules.own, *rules.files, *self._gates)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, trimmed, or refuse it."""
        if scope["type"] == "http":
            asker = HTTPConnection(scope)
            send = self._with_headers(asker, send)
            refusal = await self._refusal(asker)
            if refusal is not None:
                await self._rules.refused(refusal)(scope, receive, send)
                return
            await self._pass(asker, receive, send)
        elif scope["type"] == "websocket":
            asker = HTTPConnection(scope)
            if await self._refusal(asker) is not None:
                await WebSocketClose(code=1008)(scope, receive, send)
                return
            mail, bound = Mail(asker, receive, send, is_staff=self._rules.is_staff), self._bound(asker)
            await self._talks.carry(mail, bound, app=self._app, visitor=HTTPConnection(bound).headers[BINDING_HEADER])
        else:
            await self._app(scope, receive, send)

    async def _refusal(self, asker: HTTPConnection) -> int | None:
        hosts, path, is_stream = asker.headers.getlist("host"), asker.scope["path"], asker.scope["type"] == "websocket"
        if len(hosts) != 1 or not self._is_our_host(hosts[0].lower()):
            return 400
        if _DETOUR.search(path) or not (path == STREAM if is_stream else self._is_listed(path)):
            return 404
        if (is_stream or asker.scope["method"] not in {"GET", "HEAD"}) and not self._is_our_origin(asker):
            return 403
        gate = next((ask for folder, ask in self._gates.items() if path.startswith(folder)), None)
        return None if gate is None or await run_in_threadpool(gate, asker) else 404

    def _is_listed(self, path: str) -> bool:
        return path in self._rules.pages or _is_under(path, self._listed)

    def _is_our_host(self, host: str) -> bool:
        match, hosts = _HOST.fullmatch(host), self._rules.hosts
        return match is not None and (not hosts or match.group(1) in hosts | _LOOPBACK)

    def _is_our_origin(self, asker: HTTPConnection) -> bool:
        scheme = "https" if self._rules.tls else "http"
        ours = self._rules.origins or {f"{scheme}://{asker.headers['host'].lower()}"}
        given = asker.headers.getlist("origin")
        return len(given) == 1 and given[0] in ours

    async def _pass(self, asker: HTTPConnection, receive: Receive, send: Send) -> None:
        unwanted = {BINDING_HEADER}
        if asker.scope["path"] in self._rules.pages:
            coding = accepted(asker.headers.get("accept-encoding", ""))
            unwanted |= {"accept-encoding", "if-none-match", "if-modified-since", "range"}
            rules, say = self._rules, self._rules.say()
            first = rules.first(asker, say.locale)
            head = {"stylesheet": rules.stylesheet, "font": rules.font, "first": first}
            send = FirstPaint(send, say, **head, coding=coding).send
        await self._app(_with(asker.scope, {}, without=unwanted), receive, send)

    def _bound(self, asker: HTTPConnection) -> Scope:
        host = urlsplit(asker.headers["origin"]).netloc  # told the same, Streamlit never looks its own address up
        bound = binding(self._rules.secret, asker.cookies.get(self._rules.cookie_name))
        return _with(asker.scope, {BINDING_HEADER: bound, "host": host}, without={BINDING_HEADER, "host"})

    def _with_headers(self, asker: HTTPConnection, send: Send) -> Send:
        is_file = _is_under(asker.scope["path"], self._rules.files)
        kept = FOR_GOOD if asker.query_params.get("v") else "no-cache"  # an address with a version holds one content

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                headers.update(self._headers(asker))
                if message["status"] >= 400 or headers.get("content-type", "").startswith("text/html"):
                    headers["cache-control"] = "no-store"
                headers.setdefault("cache-control", kept if is_file else "no-store")
            await send(message)

        return send_with_headers

    def _headers(self, asker: HTTPConnection) -> dict[str, str]:
        hosts = [urlsplit(origin).netloc for origin in self._rules.origins] or [asker.headers.get("host", "").lower()]
        scheme = "wss" if self._rules.tls else "ws"
        sockets = " ".join(sorted(f"{scheme}://{host}" for host in hosts if _HOST.fullmatch(host)))
        policy = POLICY.format(scripts=inline_scripts(), sockets=sockets)
        lasting = {"strict-transport-security": "max-age=31536000"} if self._rules.tls else {}
        return {**HEADERS, **lasting, "content-security-policy": policy}


def _with(scope: Scope, added: Mapping[str, str], *, without: Collection[str]) -> Scope:
    """The same scope, trimmed in place so that the log still sees which route it took."""
    kept = [(name, value) for name, value in scope["headers"] if name.decode("latin-1").lower() not in without]
    scope["headers"] = [*kept, *((name.encode(), value.encode("latin-1")) for name, value in added.items())]
    return scope


def _is_under(path: str, places: tuple[str, ...]) -> bool:
    return any(path.startswith(place) if place.endswith("/") else path == place for place in places)
