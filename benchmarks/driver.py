"""One browser's side of a Streamlit session over its real websocket, without a browser.

Keeps the elements a browser would show, sends the values of all widgets with every rerun as a browser does, and times
from the click to the end of the script run. Written for Streamlit 1.67 (`streamlit.proto`).
"""

import asyncio
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

PATIENCE = 30.0
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


class Failed(Exception):
    """The page could not be drawn, the connection broke, or it took longer than anyone waits."""


class NotOnThisPage(LookupError):
    """The page shows no such widget."""


@dataclass(frozen=True)
class Widget:
    """A widget as the page shows it; form is the id of the form around it, or empty."""

    kind: str
    id: str
    label: str
    form: str = ""
    options: tuple[str, ...] = ()
    preset: str | bool | None = None
    primary: bool = False
    submits: bool = False
    disabled: bool = False


@dataclass(frozen=True)
class Rerun:
    """One answer of the server: seconds until the script was done, and until a new heading arrived, if one did."""

    seconds: float
    heading_seconds: float | None


@dataclass
class Page:
    """The elements by their place in the tree; those of an earlier run go when a run is done."""

    run: int = 0
    elements: dict[tuple[int, ...], tuple[int, Element]] = field(default_factory=dict)

    def put(self, place: tuple[int, ...], delta: Delta) -> None:
        """Draw what a message brought."""
        if delta.WhichOneof("type") == "new_element":
            self.elements[place] = (self.run, delta.new_element)
        elif delta.WhichOneof("type") == "add_block":
            self.elements.pop(place, None)

    def done(self) -> None:
        """Take away what the run that is done has not drawn again."""
        self.elements = {place: drawn for place, drawn in self.elements.items() if drawn[0] == self.run}

    def shown(self) -> list[Element]:
        """What the page shows, from top to bottom."""
        return [self.elements[place][1] for place in sorted(self.elements)]


class Session:
    """An open page. Use it as `async with Session(url, cookie) as session`; raises Failed."""

    def __init__(self, url: str, cookie: str = "") -> None:
        self._url, self._cookie = url, cookie
        self._socket: ClientConnection | None = None
        self._page = Page()
        self._set: dict[str, str | bool] = {}
        self._kept: dict[str, ForwardMsg] = {}
        self.bytes_received = 0

    async def __aenter__(self) -> Self:
        """Connect as a page that was just loaded, and wait for its first run."""
        headers = {"Cookie": self._cookie} if self._cookie else {}
        try:
            self._socket = await connect(
                self._url.replace("http", "ws", 1) + "/_stcore/stream",
                origin=Origin(self._url),
                subprotocols=[Subprotocol("streamlit")],
                additional_headers=headers,
                compression=None,
                max_size=None,
                ping_interval=None,
                open_timeout=PATIENCE,
            )
        except (OSError, WebSocketException) as reason:
            raise Failed(f"no connection: {reason}") from reason
        await self.rerun()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, reason: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the page."""
        if self._socket:
            await self._socket.close()

    @property
    def heading(self) -> str:
        """The first heading of the page."""
        return next((heading for element in self._page.shown() if (heading := _heading(element))), "")

    def widgets(self) -> list[Widget]:
        """All widgets of the page, from top to bottom."""
        return [widget for element in self._page.shown() if (widget := _widget(element))]

    def find(self, kind: str, label: str) -> Widget:
        """The widget of that kind with that label; raises NotOnThisPage."""
        for widget in self.widgets():
            if (widget.kind, widget.label) == (kind, label):
                return widget
        raise NotOnThisPage(f"{kind} {label!r}")

    def choose(self, radio: Widget, option: str) -> None:
        """Choose an option of a radio; call rerun() afterwards if it stands outside a form."""
        self._set[radio.id] = option

    def tick(self, checkbox: Widget) -> None:
        """Tick a checkbox; call rerun() afterwards if it stands outside a form."""
        self._set[checkbox.id] = True

    async def press(self, button: Widget) -> Rerun:
        """Press a button and wait for the page."""
        return await self.rerun(WidgetState(id=button.id, trigger_value=True))

    async def rerun(self, *pressed: WidgetState) -> Rerun:
        """Send all widgets as they are set, and wait until the script is done; raises Failed."""
        if self._socket is None:
            raise Failed("the page is not open")
        message = self._message(pressed).SerializeToString()
        before, begun = self.heading, time.perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                await self._socket.send(message)
                return await self._drawn(self._socket, before, begun)
        except TimeoutError as reason:
            raise Failed(f"not drawn within {PATIENCE:.0f} s") from reason
        except WebSocketException as reason:
            raise Failed(f"the connection broke: {reason}") from reason

    def _message(self, pressed: tuple[WidgetState, ...]) -> BackMsg:
        state = ClientState(cached_message_hashes=self._kept)
        state.context_info.url = self._url + "/"
        state.context_info.locale = "en-US"
        state.context_info.timezone = "UTC"
        live = self.widgets()
        self._set = {widget.id: self._set[widget.id] for widget in live if widget.id in self._set}
        state.widget_states.widgets.extend(kept for widget in live if (kept := _state(widget, self._set)))
        state.widget_states.widgets.extend(pressed)
        return BackMsg(rerun_script=state)

    async def _drawn(self, socket: ClientConnection, before: str, begun: float) -> Rerun:
        new_heading: float | None = None
        while True:
            message = self._read(await socket.recv())
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._page.run += 1
            elif kind == "delta":
                self._page.put(tuple(message.metadata.delta_path), message.delta)
                if new_heading is None and _heading(message.delta.new_element) not in {"", before}:
                    new_heading = time.perf_counter() - begun
                if message.delta.new_element.WhichOneof("type") == "exception":
                    raise Failed(f"the page shows an error: {message.delta.new_element.exception.type}")
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                self._page.done()
                return Rerun(time.perf_counter() - begun, new_heading)
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise Failed("the script does not compile")

    def _read(self, received: str | bytes) -> ForwardMsg:
        if isinstance(received, str):
            raise Failed("the server spoke text")
        self.bytes_received += len(received)
        message = ForwardMsg()
        message.ParseFromString(received)
        if message.WhichOneof("type") == "ref_hash":
            whole = ForwardMsg()
            whole.CopyFrom(self._kept[message.ref_hash])
            whole.metadata.CopyFrom(message.metadata)
            return whole
        if message.metadata.cacheable:
            self._kept[message.hash] = message
        return message


def _heading(element: Element) -> str:
    if element.WhichOneof("type") == "heading":
        return element.heading.body
    found = _HEADING.search(element.html.body) if element.WhichOneof("type") == "html" else None
    return unescape(_TAG.sub("", found.group(1))) if found else ""


def _widget(element: Element) -> Widget | None:
    match element.WhichOneof("type"):
        case "radio":
            it = element.radio
            preset = it.options[it.default] if it.HasField("default") else None
            return Widget("radio", it.id, it.label, it.form_id, tuple(it.options), preset, disabled=it.disabled)
        case "checkbox":
            tick = element.checkbox
            return Widget("checkbox", tick.id, tick.label, tick.form_id, preset=tick.default, disabled=tick.disabled)
        case "button":
            b = element.button
            primary, submits = b.type == "primary", b.is_form_submitter
            return Widget("button", b.id, b.label, b.form_id, primary=primary, submits=submits, disabled=b.disabled)
    return None


def _state(widget: Widget, values: Mapping[str, str | bool]) -> WidgetState | None:
    value = values.get(widget.id, widget.preset)
    if isinstance(value, bool):
        return WidgetState(id=widget.id, bool_value=value)
    return None if value is None else WidgetState(id=widget.id, string_value=value)
