"""What a browser complained about: console errors, failed requests, bad answers, calls to other hosts."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError


@dataclass
class Watch:
    """Listens to every page of a context."""

    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> "Watch":
        """Begin to listen."""
        for event, listener in self._listeners().items():
            context.on(event, listener)  # type: ignore[call-overload]  # it knows names only, no variables
        return self

    def leave(self, context: BrowserContext) -> None:
        """Stop listening."""
        for event, listener in self._listeners().items():
            context.remove_listener(event, listener)

    def _listeners(self) -> Mapping[str, Callable[..., None]]:
        return {
            "console": self._said,
            "weberror": self._broke,
            "request": self._asked,
            "requestfailed": self._failed,
            "response": self._answered,
            "page": self._opened,
        }

    def expect(self, *patterns: str) -> None:
        """Let complaints pass that this test brings about on purpose."""
        self.expected += patterns

    @property
    def unexpected(self) -> Sequence[str]:
        """Every complaint that no test asked for."""
        return [said for said in self.complaints if not any(re.search(each, said) for each in self.expected)]

    @property
    def hosts(self) -> set[str]:
        """Every host and port that was asked for anything."""
        return {urlsplit(url).netloc for url in self.requests if urlsplit(url).netloc}

    def _opened(self, page: Page) -> None:
        page.on("websocket", lambda socket: self.requests.append(socket.url))

    def _said(self, message: ConsoleMessage) -> None:
        is_late = message.text.startswith("Heartbeat ack")  # of Streamlit, when the machine has too much to do
        if message.type in {"error", "warning"} and not is_late:
            self.complaints.append(f"console {message.type}: {message.text}")

    def _broke(self, error: WebError) -> None:
        self.complaints.append(f"script error: {error.error.message}")

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the browser itself drops what a page it leaves was loading
            self.complaints.append(f"request failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"answer {response.status}: {response.url}")
