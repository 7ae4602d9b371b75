"""What browsers may say over the websocket."""

import logging
from collections import Counter
from collections.abc import Callable

import anyio
from google.protobuf.message import DecodeError
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import Message, Receive, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

Ask = Callable[[HTTPConnection], bool]

LARGEST_MESSAGE = 256 * 1024
PASSING = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
RUN_TAKES = 0.5  # seconds in which a run that was asked for is over, nearly always
FOR_STAFF = "file_urls_request"
_LOG = logging.getLogger(__name__)


class Mail:
    """What one browser sends over its websocket: the few known kinds pass, others are dropped, nonsense ends it."""

    def __init__(self, asker: HTTPConnection, receive: Receive, send: Send, *, is_staff: Ask) -> None:
        self._asker, self._receive, self._send, self._is_staff = asker, receive, send, is_staff
        self._dropped: Counter[str] = Counter()
        self._is_over = False
        self._pressed = -RUN_TAKES

    async def receive(self) -> Message:
        """The next message that may pass."""
        while (message := await self._receive())["type"] == "websocket.receive":
            data = message.get("bytes")
            if data is None or len(data) > LARGEST_MESSAGE:
                return await self._end(1003 if data is None else 1009)
            try:
                kind = BackMsg.FromString(data).WhichOneof("type") or "nothing"
            except DecodeError:  # no browser of ours sent it
                return await self._end(1002)
            if kind == "rerun_script":
                self._pressed = anyio.current_time()
            if kind in PASSING or (kind == FOR_STAFF and await run_in_threadpool(self._is_staff, self._asker)):
                return message
            self._drop(kind)
        # A phone that comes out of a lift delivers its press and the end of its old line at once, and Streamlit stops
        # the run of a line that ends: without a rest the press would be half done and the page left empty.
        await anyio.sleep(max(0.0, self._pressed + RUN_TAKES - anyio.current_time()))
        return message

    async def send(self, message: Message) -> None:
        """Pass on what the app says, until the guard has ended the talk."""
        if not self._is_over:
            await self._send(message)

    def _drop(self, kind: str) -> None:
        self._dropped[kind] += 1
        if self._dropped[kind] in {1, 10, 100, 1000}:
            _LOG.warning("dropped a websocket message", extra={"kind": kind, "times": self._dropped[kind]})

    async def _end(self, code: int) -> Message:
        _LOG.warning("ended a websocket", extra={"code": code})
        self._is_over = True
        await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}
