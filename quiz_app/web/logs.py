"""The log of the whole process: one line an event, with nothing in it that lets anybody in or tells of anybody.

Every logger, also those of Streamlit and uvicorn, flows into one handler whose filter takes secrets out. Exceptions are
told by their kind and the places they came from; their words are left out, for they may quote what somebody typed.
"""

import json
import logging
import re
import secrets
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import TracebackType

from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from quiz_app.app.settings import LogFormat

QUIET = ("/static/", "/assets/", "/healthz", "/readyz", "/_stcore/health")
UNKNOWN = "(unknown)"
REDACTED = "[redacted]"
MOST_PLACES = 30
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP = "[0-9A-TV-Za-tv-z]{4}"  # Crockford's letters, and those read as a digit
_DASH = r"\s?[-\u2010-\u2015]\s?"
_DASHED = re.compile(rf"(?<![0-9A-Za-z]){_GROUP}{_DASH}{_GROUP}{_DASH}{_GROUP}(?![0-9A-Za-z])")
_LOOSE = re.compile(rf"(?<![0-9A-Za-z])(?:{_GROUP}(?: {_GROUP}){{2,}}|{_GROUP}{_GROUP}{_GROUP})(?![0-9A-Za-z])")
_TOKEN = re.compile(r"(?<![\w-])(?=[\w-]*[A-Z0-9])[\w-]{43,}", re.ASCII)  # a long name of a function has neither
_QUERY = re.compile(r"\?[\w.%~+-]+=[^\s\"'<>]*")
_COOKIE = re.compile(r"(cookie['\"]?\s*[:=,]).*", re.IGNORECASE | re.DOTALL)
_PLAIN = re.compile(r"[\w.:/+{}()-]+")
_USUAL = frozenset({*logging.makeLogRecord({}).__dict__, "message", "asctime", "taskName"})
_LOG = logging.getLogger(__name__)


def new_error_id() -> str:
    """A fresh name for one error, short enough to read out: shown on the page and found in the log."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(8))


def redact(text: str) -> str:
    """The text without access codes, tokens, query strings and cookies."""
    for pattern in (_DASHED, _TOKEN, _QUERY):
        text = pattern.sub(REDACTED, text)
    return _COOKIE.sub(rf"\1 {REDACTED}", _LOOSE.sub(_unless_words, text))


def _unless_words(match: re.Match[str]) -> str:
    groups = re.findall(".{4}", match.group().replace(" ", ""))
    is_code = any(letter.isdigit() for letter in match.group()) or sum(group.isupper() for group in groups) >= 3
    return REDACTED if is_code else match.group()


def story_of(error: BaseException) -> str:
    """What happened: the kinds of the error and of those behind it, and the places they passed, without their words."""
    places = traceback.extract_tb(error.__traceback__, limit=-MOST_PLACES)
    path = ", ".join(f"{place.filename}:{place.lineno} {place.name}" for place in places)
    hints = (getattr(error, name, None) for name in ("errno", "sqlite_errorname", "sqlstate"))
    hint = "".join(f" [{each}]" for each in hints if each is not None)
    told = f"{type(error).__module__}.{type(error).__qualname__}{hint} in {path or 'no place'}"
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    parts = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return " <- ".join([told, *(story_of(each) for each in (*parts, behind) if each)])


class Discretion(logging.Filter):
    """Takes secrets out of every record and drops what uvicorn tells of single requests, addresses and all."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is to be written, now that it is safe to."""
        record.msg, record.args = redact(record.getMessage()), ()
        for name in set(record.__dict__) - _USUAL:
            value = record.__dict__[name]
            record.__dict__[name] = redact(value) if isinstance(value, str) else value
        if record.exc_info and record.exc_info[1]:
            record.__dict__["trace"] = redact(story_of(record.exc_info[1]))
        record.exc_info = record.exc_text = record.stack_info = None
        return not (record.name.startswith("uvicorn") and record.levelno < logging.WARNING)


def as_json(fields: Mapping[str, object]) -> str:
    """One line of JSON."""
    return json.dumps(fields, ensure_ascii=False, default=str)


def as_text(fields: Mapping[str, object]) -> str:
    """One line of key=value."""
    told = ((key, str(value)) for key, value in fields.items())
    return " ".join(f"{key}={value if _PLAIN.fullmatch(value) else json.dumps(value)}" for key, value in told)


class Line(logging.Formatter):
    """Writes a record as one line."""

    def __init__(self, write: Callable[[Mapping[str, object]], str]) -> None:
        super().__init__()
        self._write = write

    def format(self, record: logging.LogRecord) -> str:
        """The line: when, how grave, who, what, then all that came along."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        head = {"time": when, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        return self._write(head | {name: value for name, value in record.__dict__.items() if name not in _USUAL})


class Tributary(logging.Logger):
    """A logger whose records all flow to the root: Streamlit and uvicorn would give each a handler of its own."""

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, True if name == "propagate" else value)

    def addHandler(self, hdlr: logging.Handler) -> None:  # noqa: N802 - the name is the standard library's
        """Take none."""


def configure(form: LogFormat) -> None:
    """Make every logger of this process, now and later, write through the one discreet handler."""
    handler = logging.StreamHandler()
    handler.addFilter(Discretion())
    handler.setFormatter(Line({LogFormat.JSON: as_json, LogFormat.TEXT: as_text}[form]))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    logging.setLoggerClass(Tributary)
    for logger in [each for each in root.manager.loggerDict.values() if type(each) is logging.Logger]:
        logger.handlers.clear()
        logger.__class__ = Tributary
        logger.propagate = True
    sys.excepthook = _tell
    threading.excepthook = lambda args: _tell(args.exc_type, args.exc_value, args.exc_traceback)


def _tell(_kind: type[BaseException], error: BaseException | None, _place: TracebackType | None) -> None:
    _LOG.critical("ended by an error", exc_info=error)


class AccessLog:
    """ASGI middleware that writes one line a request: method, template of the path, status, milliseconds.

    At the start of the server it also turns off Streamlit's coloured tracebacks, which quote codes and pass by the log.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and write its line when it is over; a websocket's when it closes."""
        if scope["type"] not in {"http", "websocket"}:
            config.set_option("logger.enableRich", False)  # noqa: FBT003 - the way Streamlit spells it
            await self._app(scope, receive, send)
            return
        began, seen = time.perf_counter(), [500]

        async def watch(message: Message) -> None:
            status = message.get("status", {"websocket.accept": 101, "websocket.close": 403}.get(message["type"]))
            if status is not None and seen == [500]:
                seen[0] = status
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            _write(scope, seen[0], ms=round((time.perf_counter() - began) * 1000))


def _write(scope: Scope, status: int, *, ms: int) -> None:
    is_quiet = status < 400 and scope["path"].startswith(QUIET)
    fields = {"method": scope.get("method", "WS"), "path": template(scope), "status": status, "ms": ms}
    _LOG.log(logging.DEBUG if is_quiet else logging.INFO, "request", extra=fields)


def template(scope: Scope) -> str:
    """The path with its variable parts named, as the routes spell it, so that nothing typed into it is written."""
    route: object = scope.get("route")
    path: str = scope["path"]
    if path == "/":
        return path
    if path.startswith("/static/"):
        return "/static/{file}"
    if isinstance(route, Mount):
        return f"{route.path}/{{file}}"
    return str(getattr(route, "path", UNKNOWN))
