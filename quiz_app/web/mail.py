"""What browsers may say over the websocket."""

import logging
from collections import Counter, defaultdict
from collections.abc import Callable

import anyio
from google.protobuf.message import DecodeError
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

Ask = Callable[[HTTPConnection], bool]

LARGEST_MESSAGE = 256 * 1024
PASSING = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
RUN_TAKES = 5.0  # seconds that a run which was asked for may take, at most
LARGEST_END = 256  # bytes: how Streamlit says that a run is over is shorter
FOR_STAFF = "file_urls_request"
_LOG = logging.getLogger(__name__)


class Mail:
    """What one browser sends over its websocket: the few known kinds pass, others are dropped, nonsense ends it."""

    def __init__(self, asker: HTTPConnection, receive: Receive, send: Send, *, is_staff: Ask) -> None:
        self._asker, self._receive, self._send, self._is_staff = asker, receive, send, is_staff
        self._dropped: Counter[str] = Counter()
        self._is_over = False
        self._has_left = False
        self._until = 0.0
        self._is_done = anyio.Event()

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
                self._until, self._is_done = anyio.current_time() + RUN_TAKES, anyio.Event()
            if kind in PASSING or (kind == FOR_STAFF and await run_in_threadpool(self._is_staff, self._asker)):
                return message
            self._drop(kind)
        if message["type"] == "websocket.disconnect":
            self._has_left = True
            await self.run_is_over()
        return message

    async def run_is_over(self) -> None:
        """Wait until the run this browser asked for is over, within bounds.

        A phone that comes out of a lift delivers its press, the end of its old line and its new line at once, and
        Streamlit stops the run of a line that ends or is taken over: without the wait the press would be half done, the
        page left empty and what was chosen on it lost.
        """
        with anyio.CancelScope(deadline=self._until):
            await self._is_done.wait()

    async def send(self, message: Message) -> None:
        """Pass on what the app says, until the guard has ended the talk or the browser has left."""
        data = message.get("bytes") or b""
        if len(data) <= LARGEST_END and ForwardMsg.FromString(data).WhichOneof("type") == "script_finished":
            self._is_done.set()
        if not (self._is_over or self._has_left):  # Streamlit would stop the run of a browser it cannot send to
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


class Talks:
    """All websockets under way, by visitor: a new one waits for what the visitor's others still have to do."""

    def __init__(self) -> None:
        self._mails: defaultdict[str, list[Mail]] = defaultdict(list)

    async def carry(self, mail: Mail, scope: Scope, *, app: ASGIApp, visitor: str) -> None:
        """Carry the mail of one websocket of this visitor between the browser and the app until it ends."""
        for other in tuple(self._mails.get(visitor, ())):
            await other.run_is_over()
        self._mails[visitor].append(mail)
        try:
            await app(scope, mail.receive, mail.send)
        finally:
            self._mails[visitor].remove(mail)
            if not self._mails[visitor]:
                del self._mails[visitor]
