"""One screen, reached once and examined in every variant: width, zoom, text, spacing, colours, motion, focus."""

import os
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
"""A window of 1280 by 900 at 200 %."""
LONGER = "es"
"""The language whose words are longer."""
EVERY_VARIANT = bool(os.environ.get("QUIZ_APP_EVERY_VARIANT"))
LARGER = ("22", "28")
"""The two larger text sizes of patients; the first is that of the page itself."""
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""WCAG 2.2, criterion 1.4.12."""

_AT_WORK = "() => document.activeElement?.closest(window.sweep.AT_WORK)"


def findings(page: Page, *, locale: str, for_patients: bool) -> list[str]:
    """Everything found on this screen, with the variant in which it was found.

    Each language is examined at every width. Zoom, larger words and wider spacing follow in the language whose words
    are longer; what no language changes, in the other: colours, motion, and where the focus shows. With
    QUIZ_APP_EVERY_VARIANT set, every language is examined in every variant.
    """
    page.locator("h1").first.wait_for()
    page.wait_for_load_state()
    is_app = page.locator(".stApp").count() > 0
    page.evaluate(_SWEEP)
    found = list(_at_rest(page, locale=locale, is_app=is_app))
    found += _at_every_width(page, for_patients=for_patients)
    if locale == LONGER or EVERY_VARIANT:
        found += [*_zoomed(page), *_spaced(page)]
        found += _larger(page) if for_patients else ()
    if locale != LONGER or EVERY_VARIANT:
        found += [*_operated(page), *_coloured(page)]
    return found


def _at_rest(page: Page, *, locale: str, is_app: bool) -> Iterator[str]:
    """As the screen was reached: its structure, and where its focus is."""
    yield from _ask(page, "structure", locale, is_app)
    if is_app and not page.evaluate(_AT_WORK):
        yield from () if has_focus_on_heading(page) else ("the focus is not on the heading",)


def _at_every_width(page: Page, *, for_patients: bool) -> Iterator[str]:
    for size in (DESKTOP, PHONE, NARROW):
        _resize(page, size)
        problems = [*axe_findings(page), *_lost(page), *_small(page, for_patients=for_patients)]
        yield from (f"at {size[0]} px: {each}" for each in problems)


def _zoomed(page: Page) -> Iterator[str]:
    """The browser's zoom; at 400 % a window of 1280 px is as wide as the narrowest one."""
    _resize(page, DESKTOP)
    with _styled(page, "html { font-size: 200% !important; }"):
        yield from (f"with words twice as large: {each}" for each in _lost(page))
    _resize(page, ZOOMED)
    yield from (f"at 200 %: {each}" for each in _lost(page))


def _spaced(page: Page) -> Iterator[str]:
    """With more space between lines, words and letters, on a phone."""
    _resize(page, PHONE)
    with _styled(page, SPACED):
        yield from (f"with more space: {each}" for each in _lost(page))


def _larger(page: Page) -> Iterator[str]:
    """In the larger text sizes of patients, where the room is smallest."""
    _resize(page, NARROW)
    for size in LARGER:
        with _styled(page, f"html {{ font-size: {int(size) / 16 * 100}% !important; }}"):
            problems = [*axe_findings(page, *LAYOUT), *_lost(page)]
            yield from (f"words of {size} px: {each}" for each in problems)


def _operated(page: Page) -> Iterator[str]:
    """By keyboard, and by somebody who wants less motion."""
    _resize(page, PHONE)
    page.keyboard.press("Tab")  # from here on the browser shows the focus as it does for the keyboard
    yield from (f"by keyboard: {each}" for each in [*_ask(page, "edges"), *_ask(page, "focus")])
    page.emulate_media(reduced_motion="reduce")
    yield from (f"although less motion is wanted: {each}" for each in _ask(page, "moving"))
    page.emulate_media(reduced_motion="no-preference")


def _coloured(page: Page) -> Iterator[str]:
    """In the dark, and in colours that the reader forces upon the page."""
    light = _ground(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)  # Streamlit draws its own parts anew
    if _ground(page) != light:
        problems = [*axe_findings(page, *COLOURS), *_ask(page, "edges"), *_ask(page, "focus")]
        yield from (f"in the dark: {each}" for each in problems)
    page.emulate_media(color_scheme="light", forced_colors="active")
    page.wait_for_timeout(100)
    problems = [*axe_findings(page, *COLOURS), *_ask(page, "chosen"), *_ask(page, "edges"), *_ask(page, "focus")]
    page.emulate_media(forced_colors="none")
    yield from (f"in forced colours: {each}" for each in problems)


def _lost(page: Page) -> list[str]:
    """Words that are cut off or lie over each other, and whatever reaches beyond the edge."""
    return [*sideways(page), *_ask(page, "clipped")]


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
