"""Turns in a real Chromium: from the click on the button to the feedback drawn, timed inside the page."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

from playwright.async_api import Browser, Page, async_playwright

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAUSE = 300  # ms of rest before a click, so that what the server does after a run is not counted
_CHECK = '[data-testid="stBaseButton-primaryFormSubmit"]'
_ON = '[data-testid="stBaseButton-primary"]'
_FIELDS = '[data-testid="stForm"] [data-testid="stRadioGroup"]'
_OPTION = 'label[data-testid="stRadioOption"]'
_TICKS = '[data-testid="stForm"] .stCheckbox'
_STOCK_DONE = '[data-testid="stAlert"]'

# Counts from the click event's own time stamp to the frame after the feedback came into the page.
_STOPWATCH = """
window.armStopwatch = (button, feedback) => {
  const text = () => (document.querySelector(feedback)?.textContent ?? "").trim()
  const before = text()
  window.stopwatch = new Promise((resolve) => {
    let begun = null
    const click = (event) => { if (event.target.closest(button)) begun ??= event.timeStamp }
    const observer = new MutationObserver(() => {
      if (begun === null || text() === "" || text() === before) return
      observer.disconnect()
      document.removeEventListener("click", click, true)
      requestAnimationFrame(() => resolve((performance.now() - begun) / 1000))
    })
    document.addEventListener("click", click, true)
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
"""


def chromium_path() -> str:
    """The Chromium to drive."""
    found = os.environ.get("QUIZ_APP_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert found, "there is no Chromium; name one in QUIZ_APP_CHROMIUM"
    return found


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A headless Chromium that calls nobody."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def _page(browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    await context.add_init_script(_STOPWATCH)
    page = await context.new_page()
    try:
        yield page
    finally:
        await context.close()


async def our_turns(browser: Browser, url: str, chance: Random, turns: int) -> list[float]:
    """Seconds from the click on "Check my answer" to the feedback drawn, of new patients until there are enough."""
    taken: list[float] = []
    while len(taken) < turns:
        async with _page(browser) as page:
            await page.goto(f"{url}/enter")
            await page.click("button.primary")
            await page.goto(url)
            await _walk(page, chance, turns, taken)
    return taken


async def _walk(page: Page, chance: Random, turns: int, taken: list[float]) -> None:
    while len(taken) < turns:
        await page.wait_for_selector(f'{_CHECK}, {_ON}, [data-testid="stExpander"]')
        await page.wait_for_timeout(PAUSE)
        if await page.locator(_CHECK).count():
            await _fill_in(page, chance)
            taken.append(await _clicked(page, _CHECK, ".quiz h1"))
        elif await page.locator(_ON).count():
            await _clicked(page, _ON, ".quiz h1")
        else:
            return


async def _fill_in(page: Page, chance: Random) -> None:
    for group in await page.locator(_FIELDS).all():
        await chance.choice(await group.locator(_OPTION).all()).click()
    ticks = await page.locator(_TICKS).all()
    for tick in chance.sample(ticks, min(len(ticks), 2)):
        await tick.locator("label").first.click()
    await page.wait_for_timeout(PAUSE)


async def stock_turns(browser: Browser, url: str, chance: Random, turns: int) -> list[float]:
    """Seconds from the click on "Submit" to the feedback drawn, on the stock page."""
    taken: list[float] = []
    async with _page(browser) as page:
        await page.goto(url)
        while len(taken) < turns:
            await page.wait_for_selector(f"{_OPTION} input:enabled")
            await chance.choice(await page.locator(_OPTION).all()).click()
            await page.wait_for_selector(f"{_ON}:enabled")
            await page.wait_for_timeout(PAUSE)
            taken.append(await _clicked(page, _ON, _STOCK_DONE))
            await page.wait_for_timeout(PAUSE)
            await page.get_by_role("button", name="Continue").click()
            await page.wait_for_selector(_STOCK_DONE, state="detached")
    return taken


async def _clicked(page: Page, button: str, feedback: str) -> float:
    await page.evaluate("([button, feedback]) => window.armStopwatch(button, feedback)", [button, feedback])
    await page.click(button)
    return float(await page.evaluate("() => window.stopwatch"))
