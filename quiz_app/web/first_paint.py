"""The start page of Streamlit as readers get it: in their language, with our title, style and typeface in its head."""

import re
from html import escape

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from quiz_app.domain.writing import direction
from quiz_app.i18n.messages import Words
from quiz_app.web.static_files import QUICK, packed

_STOCK_PRELOAD = re.compile(rb'<link\s+rel="preload"[^>]*as="font"[^>]*>')


class FirstPaint:
    """Passes the start page on, compressed, with the reader's language and the app's title, style and typeface in it.

    first: what stands in the head before all of Streamlit's own parts.
    """

    def __init__(self, send: Send, say: Words, *, stylesheet: str, font: str, first: str, coding: str) -> None:
        self._send, self._coding = send, coding
        self._start: Message | None = None
        self._html = b""
        self._words = {
            b'<html lang="en">': f'<html lang="{say.locale}" dir="{direction(say.locale)}">'.encode(),
            b"<title>Streamlit</title>": f"<title>{escape(say('app.name'))}</title>".encode(),
            b'<meta charset="UTF-8" />': f'<meta charset="UTF-8" />{first}'.encode(),
            b"</head>": f'<link rel="stylesheet" href="{escape(stylesheet)}"></head>'.encode(),
        }
        self._preload = f'<link rel="preload" href="{escape(font)}" as="font" type="font/woff2" crossorigin>'.encode()

    async def send(self, message: Message) -> None:
        """Hold an HTML answer back until it is whole; anything else passes at once."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            if headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start is not None:
            self._html += message.get("body", b"")
            if message.get("more_body", False):
                return
            message = await self._begin(self._start)
        await self._send(message)

    async def _begin(self, start: Message) -> Message:
        self._html = _STOCK_PRELOAD.sub(self._preload, self._html)
        for stock, ours in self._words.items():
            self._html = self._html.replace(stock, ours, 1)
        headers = MutableHeaders(raw=start["headers"])
        for name in ("etag", "last-modified", "accept-ranges"):
            del headers[name]
        headers["vary"] = "Accept-Encoding"
        if self._coding:
            headers["content-encoding"] = self._coding
            self._html = packed(self._html, self._coding, QUICK)
        headers["content-length"] = str(len(self._html))
        await self._send(start)
        return {"type": "http.response.body", "body": self._html}
