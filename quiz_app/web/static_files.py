"""Streamlit's own files as we serve them: the start page in the reader's language, the rest compressed once."""

import base64
import gzip
import hashlib
import logging
import os
import re
import sys
import tempfile
import threading
import zlib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # the package carries no types
import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

PREFIX = "/static/"
PACKING = 2  # raise it when the copies of the same Streamlit must be made anew
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
PACKED = frozenset({".css", ".js", ".json", ".svg"})
CODINGS = {"br": ".br", "gzip": ".gz"}  # the better one first
QUICK = {"br": 5, "gzip": 6}
BEST = {"br": 11, "gzip": 9}
FOR_GOOD = "public, max-age=31536000, immutable"
_HASHED = re.compile(r"\.[\w-]{8}\.\w+$")
_ICON_FONT = b"@font-face{font-family:Material Symbols Rounded;"
_STOCK_FACE = re.compile(rb"@font-face\{font-family:Source Sans;[^}]*\}")
_ICON_NAMES = b"unicode-range:U+30-39,U+5F,U+61-7A,U+E000-F8FF;"
_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_LOG = logging.getLogger(__name__)


def installed() -> Path:
    """The folder of files that the installed Streamlit serves."""
    return Path(file_util.get_static_dir())


@cache
def inline_scripts() -> str:
    """The inline scripts of the start page, as a content security policy names them."""
    scripts = _SCRIPT.findall((installed() / "index.html").read_bytes())
    digests = [base64.b64encode(hashlib.sha256(script).digest()).decode() for script in scripts]
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def without_stock_type(css: bytes) -> bytes:
    """The style sheet without Streamlit's own typeface, 170 KB that no screen of ours is set in."""
    return _STOCK_FACE.sub(b"", css)


def icons_on_demand(css: bytes) -> bytes:
    """The style sheet with the icon font bound to the characters of icon names.

    Streamlit loads that font (375 KB) at start with a blank as its sample text; bound to letters, digits and
    underscores it loads when the first icon is drawn, and never where there is none.
    """
    return css.replace(_ICON_FONT, _ICON_FONT + _ICON_NAMES)


class Copies:
    """Compressed copies of the files in a folder, checked against them and made where missing or damaged."""

    def __init__(self, source: Path, folder: Path) -> None:
        files = (path for path in sorted(source.rglob("*")) if path.is_file())
        self.files = {path.relative_to(source).as_posix(): path for path in files}
        self._folder = folder
        self._kept: dict[tuple[str, str], Path | None] = {}

    def read(self, name: str, coding: str) -> tuple[bytes, str]:
        """The file in that coding and the coding it really has: quickly compressed as long as its copy is not ready."""
        path = self.files[name]
        if path.suffix not in PACKED or not coding:
            return _content(path), ""
        if (name, coding) not in self._kept:
            return _quickly(path, coding), coding
        copy = self._kept[name, coding]
        if copy is None:
            return _content(path), ""
        try:
            return copy.read_bytes(), coding
        except FileNotFoundError:  # somebody tidied up while the server ran
            return _quickly(path, coding), coding

    def make(self) -> None:
        """Make all copies, those of the start page first; a folder that cannot be written costs only bandwidth."""
        page = (installed() / "index.html").read_text(encoding="utf-8")
        names = [name for name, path in self.files.items() if path.suffix in PACKED]
        try:
            for name in sorted(names, key=lambda name: (name not in page, self.files[name].stat().st_size)):
                for coding in CODINGS:
                    self._kept[name, coding] = self._copy(name, coding)
        except OSError as error:
            _LOG.warning("Streamlit's files cannot be kept compressed: %s", error.strerror)

    def _copy(self, name: str, coding: str) -> Path | None:
        content, copy = _content(self.files[name]), self._folder / f"{name}{CODINGS[coding]}"
        if not copy.is_file() or _unpacked(copy.read_bytes(), coding) != content:
            _write_whole(copy, packed(content, coding, BEST))
        return copy if copy.stat().st_size < len(content) else None


class StaticFiles:
    """ASGI middleware that serves Streamlit's static files from their copies and passes everything else on."""

    def __init__(self, app: ASGIApp, *, data: Path) -> None:
        self._app = app
        self._edition = f"{streamlit.__version__}-{PACKING}"
        self._copies = Copies(installed() / "static", data / "static" / self._edition)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a static file; make the copies beside the start of the server."""
        if scope["type"] == "lifespan":
            threading.Thread(target=self._make_copies, name="static-files", daemon=True).start()
        if scope["type"] == "http" and scope["path"].startswith(PREFIX):
            response = await self._answer(Request(scope))
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _make_copies(self) -> None:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)  # visitors come first
        self._copies.make()

    async def _answer(self, request: Request) -> Response:
        name = request.scope["path"].removeprefix(PREFIX)
        if name not in self._copies.files:  # a list of names: no path from outside reaches the disk
            return Response(status_code=404)
        if request.method not in {"GET", "HEAD"}:
            return Response(status_code=405, headers={"Allow": "GET, HEAD"})
        wanted = accepted(request.headers.get("accept-encoding", ""))
        content, coding = await run_in_threadpool(self._copies.read, name, wanted)
        headers = {
            "Cache-Control": FOR_GOOD if _HASHED.search(name) else "no-cache",
            "ETag": f'"{self._edition}/{name}/{coding or "plain"}"',
            "Vary": "Accept-Encoding",
        }
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if coding:
            headers["Content-Encoding"] = coding
        kind = TYPES.get(Path(name).suffix, "application/octet-stream")
        return Response(content, headers=headers | {"Content-Type": kind})


def accepted(header: str) -> str:
    """The best coding an Accept-Encoding header allows, or an empty string."""
    wanted = {}
    for part in header.lower().split(","):
        coding, _, quality = part.partition(";")
        wanted[coding.strip()] = quality.replace(" ", "").removeprefix("q=") or "1"
    return next((coding for coding in CODINGS if wanted.get(coding, "0").strip("0.") != ""), "")


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return without_stock_type(icons_on_demand(content)) if path.suffix == ".css" else content


@lru_cache(maxsize=200)
def _quickly(path: Path, coding: str) -> bytes:
    return packed(_content(path), coding, QUICK)


def packed(content: bytes, coding: str, level: Mapping[str, int]) -> bytes:
    """The content in that coding."""
    if coding == "gzip":
        return gzip.compress(content, level[coding], mtime=0)
    packed: bytes = brotli.compress(content, quality=level[coding])
    return packed


def _unpacked(packed: bytes, coding: str) -> bytes | None:
    try:
        content: bytes = gzip.decompress(packed) if coding == "gzip" else brotli.decompress(packed)
    except (EOFError, gzip.BadGzipFile, zlib.error, brotli.error):
        return None
    return content


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
