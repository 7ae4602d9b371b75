"""A member of staff in front of a screen."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.said import said
from tests.browser.steps import heading, step, wait_until_drawn


class Staff:
    """Walks through the staff's pages."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self) -> "Staff":
        """Load the app."""
        self.page.goto("/")
        wait_until_drawn(self.page)
        return self

    def log_in(self, login: str, password: str) -> "Staff":
        """Fill in the form at the staff's door."""
        self.page.goto("/staff/login")
        self.page.get_by_label("Login").fill(login)
        self.page.get_by_label(self._said("Password")).fill(password)
        self.button("Log in").click()
        return self

    def arrive(self) -> str:
        """Wait for the first page behind the door, and return its heading."""
        return wait_until_drawn(self.page)

    @property
    def heading(self) -> str:
        """The heading of the screen."""
        return heading(self.page)

    def button(self, name: str) -> Locator:
        """A button by its words."""
        return self.page.get_by_role("button", name=self._said(name), exact=True)

    def _said(self, english: str) -> str | re.Pattern[str]:
        return said(self.page, english)

    def turn_to(self, name: str) -> str:
        """Open another page of the desk, and return its heading."""
        before = step(self.page)
        self.button(name).click()
        return wait_until_drawn(self.page, besides=before)

    def rows(self) -> list[str]:
        """Every attempt on the list, in its words."""
        return self.page.locator(".quiz-row").all_inner_texts()

    def look_for(self, text: str) -> "Staff":
        """Search the list by code or label."""
        field = self.page.get_by_label("Code or label")
        field.fill(text)
        field.press("Enter")
        return self

    def row_of(self, code: str) -> str:
        """The words about the patient of that code, looked for among all."""
        self.look_for(code[:4])
        row = self.page.locator(".quiz-row").filter(has_text=f"Code {code[:4]} ")
        row.wait_for()
        return row.inner_text()

    def show(self, state: str) -> "Staff":
        """Show the patients of one state only."""
        tab = self.page.get_by_role("radio", name=state)
        tab.click()
        expect(tab).to_be_checked()
        return self

    def open_patient(self, code: str) -> str:
        """Open the patient of that code from the list, and return the heading."""
        self.look_for(code[:4])
        before = step(self.page)
        self.button(f"Open {code[:4]}").click()
        return wait_until_drawn(self.page, besides=before)

    def choose(self, group: str, answer: str) -> "Staff":
        """Choose one answer in a group, found by the beginning of its name."""
        radio = self.page.get_by_role("radiogroup", name=self._said(group))
        radio = radio.get_by_role("radio", name=self._said(answer), exact=True)
        radio.locator("xpath=ancestor::label[1]").click()
        expect(radio).to_be_checked()
        return self

    def tick(self, group: str, answer: str) -> "Staff":
        """Tick one of the codes of a group."""
        box = self.page.get_by_role("group", name=self._said(group), exact=True)
        box = box.get_by_role("checkbox", name=self._said(answer), exact=True)
        box.locator("xpath=ancestor::label[1]").click()
        expect(box).to_be_checked()
        return self

    def type_a_talk(self, understanding: str = "Clear") -> "Staff":
        """Fill in every field of the talk."""
        clear = self.page.get_by_role("radio", name=self._said("Clear"), exact=True)
        clear.first.wait_for()
        for point in self.page.get_by_role("radiogroup").filter(has=clear).all():
            radio = point.get_by_role("radio", name=self._said(understanding), exact=True)
            radio.locator("xpath=ancestor::label[1]").click()
            expect(radio).to_be_checked()
        self.choose("Learner", "Patient").choose("Readiness", "Willing").choose("Interpreter", "Not needed")
        self.tick("Barriers", "Worry").tick("Barriers met by", "Short parts")
        return self.tick("Likes to learn by", "Talking").tick("Taught by", "Teach-back")

    def save_the_talk(self) -> "Staff":
        """Check what was typed, and save it."""
        self.turn_to("Check what I recorded")
        self.turn_to("Save the talk")
        return self

    def sign(self, password: str) -> "Staff":
        """Type the password again, and confirm."""
        self.page.get_by_role("link", name=self._said("Type your password to sign")).click()
        self.page.get_by_label(self._said("Password")).fill(password)
        self.page.get_by_label(self._said("Password")).press("Enter")
        self.arrive()
        self.turn_to("Confirm teach-back and save")
        return self

    def go(self, path: str) -> str:
        """Open an address of the app, and return the heading."""
        self.page.goto(path)
        return wait_until_drawn(self.page)
