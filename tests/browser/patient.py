"""A patient in front of a screen: reads the heading, chooses by policy, goes on."""

import re
from typing import Literal

from playwright.sync_api import Locator, Page

from quiz_app.domain.course import Course
from quiz_app.domain.item import Item, Kind
from tests.browser.backstage import Walked
from tests.browser.policy import Policy, choice, one_line, words_of
from tests.browser.said import said
from tests.browser.steps import heading, step, wait_until_drawn

NOT_SURE = "I'm not sure"
ON = re.compile(r"^(Continue|Start part 1)$")


class Patient:
    """Knows the course by heart, so that every choice is made on purpose."""

    def __init__(self, page: Page, course: Course, walked: Walked) -> None:
        self.page = page
        self.attempt = walked.attempt
        self.code = walked.code
        self._items = {one_line(item.ask): item for item in course.items.values()}

    def walk_in(self) -> "Patient":
        """Begin at the open door, and read the code to come back with."""
        self.page.goto("/enter")
        self.button("Begin").click()
        self.code = self.page.locator(".code").inner_text()
        self.page.get_by_role("link", name="I have it. Go on").click()
        wait_until_drawn(self.page)
        return self

    def come_back(self, code: str) -> "Patient":
        """Type in a code at the door."""
        self.page.goto("/enter")
        self.page.get_by_label(said(self.page, "Your code")).fill(code)
        self.button("Open with my code").click()
        return self

    def open(self) -> "Patient":
        """Load the app."""
        self.page.goto("/")
        wait_until_drawn(self.page)
        return self

    @property
    def heading(self) -> str:
        """The heading of the screen."""
        return heading(self.page)

    @property
    def item(self) -> Item | None:
        """The item that is being asked, if one is."""
        return self._items.get(self.heading) if self.button("Check my answer").count() else None

    def asked(self) -> Item:
        """The item that is being asked now."""
        item = self.item
        assert item, f"no item is asked under {self.heading!r}"
        return item

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """A button by its words, which a page in another language has in that language."""
        there = said(self.page, name) if isinstance(name, str) else name
        return self.page.get_by_role("button", name=there, exact=True)

    def choose(self, policy: Policy) -> "Patient":
        """Mark the options of that policy on the item that is asked, without sending them."""
        item = self.asked()
        for part in choice(item, policy):
            self.row(item, part).click()
        return self

    def row(self, item: Item, part: str) -> Locator:
        """The row to tap for one part of a choice."""
        if item.kind is Kind.SORT:
            key, _, place = part.partition("=")
            thing = one_line(item.thing(key).what)
            group = self.page.get_by_role("radiogroup", name=thing, exact=True)
            control = group.get_by_role("radio", name=item.groups.get(place, NOT_SURE), exact=True)
        else:
            role: Literal["checkbox", "radio"] = "checkbox" if item.kind is Kind.CHOOSE_ALL else "radio"
            control = self.page.get_by_role(role, name=words_of(item, part, NOT_SURE), exact=True)
        return control.locator("xpath=ancestor::label[1]")

    def check(self) -> str:
        """Send the answer, and return the heading that follows."""
        before = step(self.page)
        self.button("Check my answer").click()
        return wait_until_drawn(self.page, besides=before)

    def answer(self, policy: Policy) -> str:
        """Choose, send, and return the heading of the feedback."""
        return self.choose(policy).check()

    def go_on(self) -> str:
        """Press the button that goes on, and return the heading that follows."""
        before = step(self.page)
        self.button(ON).click()
        return wait_until_drawn(self.page, besides=before)

    def go_back(self) -> str:
        """Press Back, and return the heading that follows."""
        before = step(self.page)
        self.button("Back").click()
        return wait_until_drawn(self.page, besides=before)

    def press(self, name: str) -> str:
        """Press a button that opens or closes a view, and return the heading that follows."""
        before = step(self.page)
        self.button(name).click()
        return wait_until_drawn(self.page, besides=before)

    def text(self) -> str:
        """All words on the screen."""
        return self.page.locator("[data-testid=stMain]").inner_text()

    def options(self) -> list[str]:
        """The rows to choose from, as shown, without the ones about being sure."""
        rows = self.page.locator(
            "[data-testid=stForm] [data-testid=stRadioOption], [data-testid=stForm] .stCheckbox label"
        )
        return [words for words in rows.all_inner_texts() if not words.endswith("sure") or words == NOT_SURE]
