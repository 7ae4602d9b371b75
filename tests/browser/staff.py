"""A member of staff in front of a screen."""

from playwright.sync_api import Locator, Page

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
        self.page.get_by_label("Password").fill(password)
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
        return self.page.get_by_role("button", name=name, exact=True)

    def turn_to(self, name: str) -> str:
        """Open another page of the desk, and return its heading."""
        before = step(self.page)
        self.button(name).click()
        return wait_until_drawn(self.page, besides=before)

    def rows(self) -> list[str]:
        """Every attempt on the list, in its words."""
        return self.page.locator(".quiz-row").all_inner_texts()

    def row_of(self, code: str) -> str:
        """The words about the attempt of that code."""
        [row] = [row for row in self.rows() if f"Code {code[:4]} " in row]
        return row
