"""A question on a cheap phone with a bad line, beside a stock page: `python -m benchmarks.bad_line`.

Chromium with 1.6 Mbit/s down, 750 kbit/s up, 150 ms latency and a processor four times slower than this one. A page is
usable when its heading is drawn and the first option and the button below can be pressed. Cold is a browser that was
never here before, warm the same address once more in a new tab. Stock and ours take turns within each round.
"""

import argparse
import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

import uvloop
from playwright.async_api import Browser, BrowserContext, CDPSession, Cookie, Page

from benchmarks.browser import chromium
from benchmarks.cold_page import COLD_MOST, WARM_MOST, Weight
from benchmarks.servers import OurServer, StockServer
from benchmarks.table import machine, render, verdict

DOWN, UP, LATENCY, SLOWER = 1_600_000 / 8, 750_000 / 8, 150, 4
HALF = 0.5
_QUIET = 3000  # ms after the page is usable that still count as loading it
_PATIENCE = 180_000  # ms
_OPTION = 'label[data-testid="stRadioOption"]'
_ASKING = '[data-testid="stBaseButton-primaryFormSubmit"]'
_ON = '[data-testid="stBaseButton-primary"]'

# Looks at every frame; the time stamp is the page's own, from the start of its navigation.
_WATCH = """
window.usable = new Promise(resolve => {
  const seen = each => each && each.getBoundingClientRect().height > 0
  const look = () => {
    const heading = [...document.querySelectorAll("h1")].find(seen)
    const option = document.querySelector('label[data-testid="stRadioOption"]')
    const input = option?.querySelector("input")
    const button = document.querySelector('[data-testid^="stBaseButton-primary"]')
    const ready = heading?.textContent.trim() && seen(option) && input && !input.disabled && seen(button)
    if (ready) requestAnimationFrame(() => resolve(performance.now()))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})
"""


@dataclass(frozen=True)
class Load:
    """One load of a page: seconds until it was usable, bytes over the wire, requests over the wire."""

    seconds: float
    size: float
    requests: int


async def _throttle(page: Page) -> CDPSession:
    log = await page.context.new_cdp_session(page)
    await log.send("Network.enable")
    line = {"offline": False, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP}
    await log.send("Network.emulateNetworkConditions", line)
    await log.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return log


async def _load(context: BrowserContext, url: str) -> Load:
    page, weight = await context.new_page(), Weight()
    page.set_default_timeout(_PATIENCE)
    weight.listen(await _throttle(page))
    await page.goto(url, timeout=_PATIENCE, wait_until="commit")
    seconds = float(await page.evaluate("() => window.usable")) / 1000
    await page.wait_for_timeout(_QUIET)
    await page.close()
    return Load(seconds, weight.total, sum(size > 0 for size in weight.sizes.values()))


async def _cold_and_warm(browser: Browser, url: str, cookies: list[Cookie]) -> tuple[Load, Load]:
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    await context.add_init_script(_WATCH)
    await context.add_cookies([{"name": each["name"], "value": each["value"], "url": url} for each in cookies])
    try:
        return await _load(context, url), await _load(context, url)
    finally:
        await context.close()


async def _a_patient_at_a_question(browser: Browser, url: str) -> list[Cookie]:
    """Walk in, unthrottled, and go on to the first question with a radio; the cookies that come back to it."""
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    page = await context.new_page()
    await page.goto(f"{url}/enter")
    await page.click("button.primary")
    await page.goto(url)
    while True:
        await page.wait_for_selector(f"{_ASKING}, {_ON}")
        if await page.locator(_ASKING).count():
            break
        await page.click(_ON)
        await page.wait_for_timeout(500)
    assert await page.locator(_OPTION).count(), "the first question of this course is no radio"
    cookies = await context.cookies()
    await context.close()
    return cookies


def _spread(values: list[float]) -> str:
    return f"{median(values):.1f} s ({min(values):.1f} to {max(values):.1f})"


def _size(size: float) -> str:
    return f"{size / 1e6:.2f} MB" if size >= 1e6 else f"{size / 1e3:.1f} KB"


def _report(stock: list[tuple[Load, Load]], ours: list[tuple[Load, Load]]) -> str:
    rows: list[tuple[str, ...]] = [("", "stock", "ours", "ours / stock", "to reach")]
    for place, name, most in ((0, "cold", COLD_MOST), (1, "warm", WARM_MOST)):
        theirs, own = [each[place] for each in stock], [each[place] for each in ours]
        times = [[each.seconds for each in loads] for loads in (theirs, own)]
        share = median(times[1]) / median(times[0])
        half = f"under {HALF} x stock: {verdict(share, HALF)}"
        rows.append((f"{name}: usable after", *map(_spread, times), f"{share:.2f}", half))
        sizes = [median([each.size for each in loads]) for loads in (theirs, own)]
        limit = f"{_size(most)}: {verdict(sizes[1], most)}"
        rows.append((f"{name}: over the wire", *map(_size, sizes), f"{sizes[1] / sizes[0]:.2f}", limit))
        asked = [f"{median([each.requests for each in loads]):.0f}" for loads in (theirs, own)]
        rows.append((f"{name}: requests", *asked, "", ""))
    return render(rows)


async def _main(rounds: int) -> None:
    with TemporaryDirectory() as folder:
        ours, stock = OurServer(Path(folder) / "data"), StockServer(Path(folder))
        ours.start()
        stock.start()
        try:
            async with chromium() as browser:
                cookies = await _a_patient_at_a_question(browser, ours.url)
                loads: dict[str, list[tuple[Load, Load]]] = {"stock": [], "ours": []}
                for _ in range(rounds):
                    turns = [("stock", stock.url, []), ("ours", ours.url, cookies)]
                    Random(time.time_ns()).shuffle(turns)  # noqa: S311 - whose turn it is is not a secret
                    for name, url, held in turns:
                        loads[name].append(await _cold_and_warm(browser, url, held))
                        await asyncio.sleep(1)
        finally:
            ours.stop()
            stock.stop()
    print(f"{machine()}\n")
    print(f"{rounds} rounds, median (least to most)\n")
    print(_report(loads["stock"], loads["ours"]))


def main() -> None:
    """Measure and print; the exit code says only whether it could measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    uvloop.run(_main(options.parse_args().rounds))


if __name__ == "__main__":
    main()
