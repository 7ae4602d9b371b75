"""One screen, reached once and examined in every variant: width, zoom, text, spacing, colours, motion, focus."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from playwright.sync_api import Page

from tests.browser.clinic import DESKTOP, NARROW, PHONE
from tests.browser.examine import axe_findings, controls, sideways
from tests.browser.steps import has_focus_on_heading

_SWEEP = (Path(__file__).parent / "sweep.js").read_text(encoding="utf-8")
COLOURS = ("color-contrast", "link-in-text-block")
LAYOUT = ("target-size", "scrollable-region-focusable")
ZOOMED = (640, 450)
"""A window of 1280 by 900 at 200 %; at 400 % it is as wide as NARROW."""
LARGER = ("22", "28")
"""The two larger text sizes of patients; the first is that of the page itself."""
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""WCAG 2.2, criterion 1.4.12."""

_AT_WORK = "() => document.activeElement?.closest(window.sweep.AT_WORK)"


def findings(page: Page, *, locale: str, for_patients: bool) -> list[str]:
    """Everything found on this screen, with the variant in which it was found."""
    page.locator("h1").first.wait_for()
    page.wait_for_load_state()
    is_app = page.locator(".stApp").count() > 0
    page.evaluate(_SWEEP)
    found = list(_at_rest(page, locale=locale, is_app=is_app))
    found += _wide(page, for_patients=for_patients)
    found += _narrow(page, for_patients=for_patients)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    found += _phone(page, for_patients=for_patients)
    found += _colours(page)
    return found


def _at_rest(page: Page, *, locale: str, is_app: bool) -> Iterator[str]:
    """As the screen was reached: its structure, and where its focus is."""
    yield from _ask(page, "structure", locale, is_app)
    if is_app and not page.evaluate(_AT_WORK):
        yield from () if has_focus_on_heading(page) else ("the focus is not on the heading",)


def _wide(page: Page, *, for_patients: bool) -> list[str]:
    _resize(page, DESKTOP)
    found = [*axe_findings(page), *sideways(page), *_small(page, for_patients=for_patients)]
    with _styled(page, "html { font-size: 200% !important; }"):
        found += [f"with words twice as large: {each}" for each in [*sideways(page), *_ask(page, "clipped")]]
    _resize(page, ZOOMED)
    found += [f"at 200 %: {each}" for each in [*sideways(page), *_ask(page, "clipped")]]
    return [f"at 1280 px: {each}" for each in found]


def _narrow(page: Page, *, for_patients: bool) -> list[str]:
    _resize(page, NARROW)
    found = [*axe_findings(page), *sideways(page), *_ask(page, "clipped"), *_small(page, for_patients=for_patients)]
    for size in LARGER if for_patients else ():
        with _styled(page, f"html {{ font-size: {int(size) / 16 * 100}% !important; }}"):
            problems = [*axe_findings(page, *LAYOUT), *sideways(page), *_ask(page, "clipped")]
            found += [f"words of {size} px: {each}" for each in problems]
    return [f"at 320 px: {each}" for each in found]


def _phone(page: Page, *, for_patients: bool) -> list[str]:
    found = [*axe_findings(page), *sideways(page), *_small(page, for_patients=for_patients), *_ask(page, "edges")]
    with _styled(page, SPACED):
        found += [f"with more space: {each}" for each in [*sideways(page), *_ask(page, "clipped")]]
    page.keyboard.press("Tab")  # from here on the browser shows the focus as it does for the keyboard
    found += _ask(page, "focus")
    page.emulate_media(reduced_motion="reduce")
    found += [f"although less motion is wanted: {each}" for each in _ask(page, "moving")]
    page.emulate_media(reduced_motion="no-preference")
    return [f"at 390 px: {each}" for each in found]


def _colours(page: Page) -> list[str]:
    """In the dark, and in colours that the reader forces upon the page."""
    found, light = [], _ground(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(400)  # Streamlit draws its own parts anew
    if _ground(page) != light:
        problems = [*axe_findings(page, *COLOURS), *_ask(page, "edges"), *_ask(page, "focus")]
        found += [f"in the dark: {each}" for each in problems]
    page.emulate_media(color_scheme="light", forced_colors="active")
    page.wait_for_timeout(400)
    problems = [*axe_findings(page, *COLOURS), *_ask(page, "chosen"), *_ask(page, "edges"), *_ask(page, "focus")]
    page.emulate_media(forced_colors="none")
    return found + [f"in forced colours: {each}" for each in problems]


def _ground(page: Page) -> str:
    grounds = "[document.body, document.querySelector('.stApp')].map(e => e && getComputedStyle(e).backgroundColor)"
    return str(page.evaluate(f"() => {grounds}.join()"))


def has_help(page: Page) -> bool:
    """Whether the page says whom to call."""
    return bool(page.evaluate("() => window.sweep.hasHelp()"))


def _small(page: Page, *, for_patients: bool) -> list[str]:
    """What is smaller than a finger needs: 48 px for patients, 24 px for staff."""
    least = 48 if for_patients else 24
    return [
        f"{each['width']:.0f} by {each['height']:.0f} px: {each['what']}"
        for each in controls(page)
        if each["height"] < least or each["width"] < least
    ]


def _ask(page: Page, name: str, *values: object) -> list[str]:
    return cast("list[str]", page.evaluate(f"values => window.sweep.{name}(...values)", list(values)))


def _resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_timeout(600 if page.locator(".vega-embed").count() else 60)  # charts are drawn anew


@contextmanager
def _styled(page: Page, css: str) -> Iterator[None]:
    """The page with a style of the reader's own."""
    added = page.add_style_tag(content=css)
    yield
    added.evaluate("style => style.remove()")
