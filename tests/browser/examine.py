"""What is examined on a screen: axe-core's rules, and sizes that axe does not measure."""

from functools import cache
from importlib.resources import files
from typing import TypedDict, cast

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]

_RUN = """([type, values]) => axe.run({runOnly: {type, values}, resultTypes: ['violations']})
  .then(found => found.violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id}: ${node.html} (${node.failureSummary})`)))"""

_SIDEWAYS = """() => [...document.querySelectorAll('body, body *')]
  .filter(each => each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX)
    || each.getBoundingClientRect().right > innerWidth + 1 && each.getBoundingClientRect().width > 1
      && each.getBoundingClientRect().height > 1 && each.checkVisibility({visibilityProperty: true}))
  .slice(0, 5).map(each => `${Math.round(each.getBoundingClientRect().right)}px: ${each.outerHTML.slice(0, 200)}`)"""

_CONTROLS = """() => {
  const shown = each => each.checkVisibility() && each.getBoundingClientRect().width > 1
  const seen = new Set()
  const found = []
  for (const control of document.querySelectorAll('button, a[href], input, textarea, summary, select')) {
    const target = control.closest('label') || control
    if (seen.has(target) || !shown(target) || control.type === 'hidden') continue
    seen.add(target)
    const box = target.getBoundingClientRect()
    found.push({what: target.outerHTML.slice(0, 160), width: box.width, height: box.height})
  }
  return found
}"""


class Control(TypedDict):
    """How large a control is, in pixels."""

    what: str
    width: float
    height: float


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def axe_findings(page: Page, *rules: str) -> list[str]:
    """Every violation of these rules, or else of all, that axe-core finds, with its node."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe())
    asked = ["rule", list(rules)] if rules else ["tag", TAGS]
    return cast("list[str]", page.evaluate(_RUN, asked))


def sideways(page: Page) -> list[str]:
    """Whatever reaches beyond the right edge or scrolls sideways."""
    return cast("list[str]", page.evaluate(_SIDEWAYS))


def controls(page: Page) -> list[Control]:
    """Every control that is shown."""
    return cast("list[Control]", page.evaluate(_CONTROLS))
