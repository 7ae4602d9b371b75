"""An educator in front of the workbench."""

from playwright.sync_api import Locator, expect

from quiz_app.i18n.messages import languages, words
from tests.browser.staff import Staff
from tests.browser.steps import step, wait_until_drawn

_RESTS = """() => document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning'"""
_NAMES = """() => [...document.querySelectorAll('button, a[href], input:not([type=radio]), textarea, summary')]
  .filter(each => each.checkVisibility() && each.tabIndex >= 0)
  .map(each => `${each.tagName} ${each.getAttribute('aria-label') || each.innerText || each.labels?.[0]?.innerText}`)"""


class Educator(Staff):
    """Looks at a course, edits its files, saves, and sees it as patients do."""

    def part(self, file: str, part: str = "", *, do: str = "") -> str:
        """Open a file, or a part of it, by its address; the heading."""
        return self.go(f"/?course=ivig&file={file}&part={part}&do={do}")

    def field(self, name: str) -> Locator:
        """A field by its name."""
        return self.page.get_by_label(name, exact=True)

    def type(self, name: str, words: str) -> "Educator":
        """Write into a field in place of what stands there, and leave it."""
        field = self.field(name)
        field.fill(words)
        field.blur()
        return self.rest()

    def rest(self) -> "Educator":
        """Wait until the app has taken what was typed."""
        for _ in range(2):  # a run that saved something is followed by another one that shows it
            self.page.wait_for_timeout(150)
            self.page.wait_for_function(_RESTS, polling=50)
        return self

    def press(self, name: str) -> "Educator":
        """Press a button and wait until the app has done it."""
        self.button(name).click()
        return self.rest()

    def walk_to(self, name: str) -> str:
        """Press a button that leads to another screen; its heading."""
        before = step(self.page)
        self.button(name).click()
        return wait_until_drawn(self.page, besides=before)

    def choose_in(self, name: str, words: str) -> "Educator":
        """Choose in a select by the keyboard's way of opening it, by the beginning of the words."""
        self.rest().field(name).press("ArrowDown")
        self.page.get_by_role("option", name=words).first.click()
        return self.rest()

    def save(self) -> "Educator":
        """Save, and see that it is said."""
        self.press("Save")
        expect(self.says("Saved.")).to_be_visible()
        return self

    def says(self, words: str) -> Locator:
        """Where the page says something, its beginning given."""
        return self.page.locator('[data-testid="stMain"]').get_by_text(words).first

    def names_used_twice(self) -> list[str]:
        """Accessible names that two controls share."""
        streamlits = {f"BUTTON {words(locale)('shell.clear')}" for locale in languages()}
        names = [name for name in self.page.evaluate(_NAMES) if name not in streamlits]
        return [f"two controls are called {name!r}" for name in sorted(set(names)) if names.count(name) > 1]
