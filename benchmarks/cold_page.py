"""What a phone loads for the first patient screen, cold and warm: `python -m benchmarks.cold_page`.

Bytes over the wire as Chromium's network log counts them (headers and bodies as sent, compressed or not), from the
address typed in to the first screen drawn, with the websocket's bytes apart.
"""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict
from urllib.parse import urlsplit

import uvloop
from playwright.async_api import BrowserContext, CDPSession

from benchmarks.browser import chromium
from benchmarks.servers import OurServer
from benchmarks.table import machine, render, verdict

COLD_MOST, WARM_MOST = 1.1e6, 30e3
_ON = '[data-testid="stBaseButton-primary"]'
_QUIET = 1500  # ms that nothing may be loaded before the page counts as loaded


class _Request(TypedDict):
    url: str


class _Sent(TypedDict):
    requestId: str
    request: _Request


class _Loaded(TypedDict):
    requestId: str
    encodedDataLength: float


class _Frame(TypedDict):
    payloadData: str


class _Spoken(TypedDict):
    response: _Frame


@dataclass
class Weight:
    """What came over the wire for one load of the page."""

    sizes: dict[str, float] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    websocket: int = 0

    @property
    def total(self) -> float:
        """All bytes."""
        return sum(self.sizes.values()) + self.websocket

    @property
    def by_kind(self) -> Counter[str]:
        """Bytes of each kind of file, and of the websocket."""
        sizes: Counter[str] = Counter({"WebSocket": self.websocket})
        for request, size in self.sizes.items():
            sizes[self.kinds.get(request, "Other")] += int(size)
        return sizes

    def listen(self, log: CDPSession) -> None:
        """Count what the network log says from now on."""
        log.on("Network.requestWillBeSent", self._sent)
        log.on("Network.webSocketCreated", lambda event: self._asked(event["url"]))
        log.on("Network.responseReceived", lambda event: self.kinds.update({event["requestId"]: event["type"]}))
        log.on("Network.loadingFinished", self._loaded)
        log.on("Network.webSocketFrameReceived", self._spoke)

    def _asked(self, url: str) -> None:
        if urlsplit(url).scheme in {"http", "https", "ws", "wss"}:
            self.hosts.add(urlsplit(url).hostname or "")

    def _sent(self, event: _Sent) -> None:
        self.addresses[event["requestId"]] = event["request"]["url"]
        self._asked(event["request"]["url"])

    def _loaded(self, event: _Loaded) -> None:
        self.sizes[event["requestId"]] = event["encodedDataLength"]

    def _spoke(self, event: _Spoken) -> None:
        self.websocket += len(event["response"]["payloadData"]) * 3 // 4  # binary frames are logged as base64


async def _load(context: BrowserContext, url: str, *, cold: bool) -> Weight:
    page, weight = await context.new_page(), Weight()
    log = await context.new_cdp_session(page)
    await log.send("Network.enable")
    weight.listen(log)
    if cold:
        await page.goto(f"{url}/enter")
        await page.click("button.primary")
        await page.click("a.primary")
    else:
        await page.goto(url)
    await page.wait_for_selector(_ON)
    await page.wait_for_load_state("networkidle")
    await page.wait_for_timeout(_QUIET)
    await page.close()
    return weight


def _report(cold: Weight, warm: Weight) -> str:
    rows = [("", "cold", "warm", "to reach")]
    to_reach = f"cold 1.1 MB: {verdict(cold.total, COLD_MOST)}; warm 30 KB: {verdict(warm.total, WARM_MOST)}"
    rows.append(("bytes over the wire", _size(cold.total), _size(warm.total), to_reach))
    for kind, size in cold.by_kind.most_common():
        rows.append((f"of these {kind}", _size(size), _size(warm.by_kind[kind]), ""))
    asked = (str(len(cold.sizes)), f"{sum(size > 0 for size in warm.sizes.values())} of {len(warm.sizes)}")
    rows.append(("requests over the wire", *asked, ""))
    foreign = (cold.hosts | warm.hosts) - {"localhost"}
    rows.append(("other hosts", ", ".join(foreign) or "none", "", f"none: {verdict(len(foreign), 0)}"))
    return render(rows)


def _size(size: float) -> str:
    return f"{size / 1e6:.2f} MB" if size >= 1e6 else f"{size / 1e3:.1f} KB"


async def _main() -> None:
    with TemporaryDirectory() as folder:
        server = OurServer(Path(folder) / "data")
        server.start()
        try:
            async with chromium() as browser:
                context = await browser.new_context(viewport={"width": 390, "height": 844})
                cold = await _load(context, server.url, cold=True)
                warm = await _load(context, server.url, cold=False)
        finally:
            server.stop()
    print(f"{machine()}\n")
    print(_report(cold, warm))
    for request, size in sorted(cold.sizes.items(), key=lambda each: -each[1])[:10]:
        print(f"  {_size(size)} {cold.addresses.get(request, '')}")


def main() -> None:
    """Measure and print; the exit code says only whether it could measure."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    uvloop.run(_main())


if __name__ == "__main__":
    main()
