"""A patient who uses the keyboard only, and what shows them where they are."""

from collections.abc import Callable
from typing import TypedDict, cast

from playwright.sync_api import Page

from quiz_app.domain.item import Kind
from tests.browser.patient import NOT_SURE, Patient
from tests.browser.policy import Policy, choice, one_line, words_of
from tests.browser.steps import step, wait_until_drawn

_FOCUS = """() => {
  const element = document.activeElement
  const seen = [element, element.closest('label')].filter(Boolean).map(each => getComputedStyle(each))
  const widths = seen.map(style => style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth))
  return {
    tag: element.tagName, kind: element.type || '', outline: Math.max(...widths),
    words: (element.closest('label') || element).innerText.trim(),
    group: element.closest('[role=radiogroup]')?.getAttribute('aria-label') || '',
    name: element.getAttribute('aria-label') || element.labels?.[0]?.innerText.trim() || '',
    html: element.outerHTML.slice(0, 120),
  }
}"""


class Focus(TypedDict):
    """What has the focus: its words, its group, its name, and how thick its outline is."""

    tag: str
    kind: str
    outline: float
    words: str
    group: str
    name: str
    html: str


class Keyboard:
    """Presses keys and never touches the screen."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.unseen: list[str] = []

    def focus(self) -> Focus:
        """What has the focus now."""
        return cast("Focus", self._page.evaluate(_FOCUS))

    def press(self, key: str) -> Focus:
        """Press a key; remember a control that gets the focus without showing it."""
        self._page.wait_for_load_state("load")  # before its style sheet a page shows no outline of ours
        self._page.keyboard.press(key)
        focus = self.focus()
        if focus["outline"] < 3 and focus["tag"] not in {"H1", "BODY"}:
            self.unseen.append(f"{focus['html']} after {key} under {self._page.locator('h1').first.inner_text()!r}")
        return focus

    def move_to(self, fits: Callable[[Focus], bool], *, key: str = "Tab", most: int = 40) -> Focus:
        """Press a key until what has the focus fits; fails after so many times."""
        passed: list[str] = []
        for _ in range(most):
            focus = self.press(key)
            if fits(focus):
                return focus
            passed.append(f"{focus['tag']} {focus['words'][:40]}")
        raise AssertionError(f"{key} never got there, only to {passed}")

    def button(self, *words: str, most: int = 40) -> None:
        """Move to a button or link with one of these words, and press Enter on it."""
        self.move_to(lambda focus: focus["tag"] in {"BUTTON", "A", "SUMMARY"} and focus["words"] in words, most=most)
        self._page.keyboard.press("Enter")

    def choose(self, patient: Patient, policy: Policy) -> None:
        """Mark the choice of that policy on the item that is asked, in the order of the screen."""
        item = patient.asked()
        parts = choice(item, policy)
        if item.kind is Kind.CHOOSE_ALL:
            self._tick({words_of(item, part, NOT_SURE) for part in parts})
        elif item.kind is Kind.SORT:
            put = dict(part.split("=", 1) for part in parts)
            self._mark_each({one_line(item.thing(key).what): item.groups.get(put[key], NOT_SURE) for key in put})
        else:
            self._mark_each({one_line(item.ask): words_of(item, parts[0], NOT_SURE)})

    def _tick(self, wanted: set[str]) -> None:
        while wanted:
            focus = self.move_to(lambda focus: focus["kind"] == "checkbox" and focus["words"] in wanted)
            self.press("Space")
            wanted.discard(focus["words"])

    def _mark_each(self, wanted: dict[str, str]) -> None:
        """In each of these radio groups, choose the row with these words."""
        while wanted:
            group = self.move_to(lambda focus: focus["group"] in wanted)["group"]
            self._mark(wanted.pop(group))

    def _mark(self, words: str) -> None:
        if self.focus()["words"] == words:
            self.press("Space")
        else:
            self.move_to(lambda focus: focus["words"] == words, key="ArrowDown")

    def answer(self, patient: Patient, policy: Policy) -> str:
        """Answer the item that is asked, and return the heading of the feedback."""
        before = step(self._page)
        self.choose(patient, policy)
        self.button("Check my answer")
        return wait_until_drawn(self._page, besides=before)

    def go_on(self, patient: Patient) -> str:
        """Go on from this screen, and return the heading that follows."""
        before = step(self._page)
        self.button("Continue", "Start part 1")
        return wait_until_drawn(self._page, besides=before)
