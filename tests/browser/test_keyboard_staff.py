"""A day of staff without a mouse: a nurse signs for a patient, an educator mends a question and publishes it."""

from pathlib import Path

from quiz_app.domain.access import Role
from quiz_app.domain.confirmation import Standing
from quiz_app.services.staffing import CONSOLE
from tests.browser.backstage import PASSWORD
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.device import OneDevice
from tests.browser.keyboard import Keyboard
from tests.browser.screens import has_finished
from tests.browser.steps import has_focus_on_heading, heading, step, wait_until_drawn

FILE = "ivig/topics/after.yaml"
TEACH_BACK = "What would you say at the pharmacy?"


class Hands:
    """Somebody of the staff with a keyboard, who notes each step that does not begin at its heading."""

    def __init__(self, clinic: Clinic, role: Role) -> None:
        clinic.backstage.staff_cookie(role)  # makes the account
        self.page = clinic.new_page(DESKTOP)
        self.keyboard = Keyboard(self.page)
        self.lost: list[str] = []
        self.page.goto("/staff/login")
        self.write("Login", f"{role}-backstage")
        self.write("Password", PASSWORD)
        self.page.keyboard.press("Enter")
        wait_until_drawn(self.page)

    def write(self, field: str, words: str) -> None:
        """Go to a field by Tab and type, in place of what stands there."""
        self.keyboard.move_to(lambda focus: focus["name"].startswith(field), most=90)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)

    def press(self, *words: str) -> str:
        """Press a button or link by Enter, and return the heading of the step that follows."""
        before = step(self.page)
        self.keyboard.button(*words, most=90)
        drawn = wait_until_drawn(self.page, besides=before)
        if not has_focus_on_heading(self.page):
            self.lost.append(drawn)
        return drawn

    def choose(self, group: str, words: str) -> None:
        """Choose in a group of radio buttons, by the arrows."""
        focus = self.keyboard.move_to(lambda focus: focus["group"].startswith(group), most=120)
        if focus["words"] != words:
            self.keyboard.move_to(lambda focus: focus["words"] == words, key="ArrowDown")
        else:
            self.keyboard.press("Space")
        self.rest()

    def tick(self, words: str) -> None:
        """Tick a box."""
        self.keyboard.move_to(lambda focus: focus["kind"] == "checkbox" and focus["words"] == words, most=120)
        self.keyboard.press("Space")
        self.rest()

    def rest(self) -> None:
        """Wait until the app has taken what was typed."""
        self.page.wait_for_timeout(150)
        state = "document.querySelector('[data-testid=\"stApp\"]').dataset.testScriptState"
        self.page.wait_for_function(f"() => {state} === 'notRunning'")


def test_a_nurses_day_by_keyboard_alone(device: OneDevice) -> None:
    device.begin_watching()
    patient = has_finished(device)
    hands = Hands(device, Role.NURSE)

    hands.write("Code or label", patient.code[:4])
    hands.page.keyboard.press("Enter")
    hands.page.locator(f".st-key-open-{patient.code[:4]}").wait_for()
    hands.rest()
    hands.press(f"Open {patient.code[:4]}")
    hands.press("Teach-back and record")
    _type_a_talk(hands)
    hands.press("Check what I recorded")
    hands.press("Save the talk")
    hands.keyboard.button("Type your password to sign", most=90)
    hands.page.locator("#password").wait_for()
    hands.page.keyboard.type(PASSWORD)
    hands.page.keyboard.press("Enter")
    wait_until_drawn(hands.page)
    hands.press("Confirm teach-back and save")

    standing = device.backstage.app.confirming.case(CONSOLE, patient.attempt).standing
    assert standing is Standing.CONFIRMED
    assert hands.lost == []
    assert hands.keyboard.unseen == []
    assert device.watch.unexpected == []


def _type_a_talk(hands: Hands) -> None:
    hands.choose("How clear was it?", "Clear")
    hands.choose("Learner", "Patient")
    hands.choose("Readiness", "Willing")
    for words in ("Worry", "Short parts", "Talking", "Teach-back"):
        hands.tick(words)
    hands.choose("Interpreter", "Not needed")


def test_an_educators_day_by_keyboard_alone(workplace: Clinic, bank: Path) -> None:
    hands = Hands(workplace, Role.EDUCATOR)

    hands.press("Open: After your infusion")
    hands.press("Edit: measles-shot-offer")
    hands.write("Teach-back", TEACH_BACK)
    hands.keyboard.button("Save", most=90)
    hands.page.get_by_text("Saved.").first.wait_for()
    hands.rest()
    hands.press("Preview")
    hands.keyboard.move_to(lambda focus: focus["kind"] == "radio" and bool(focus["group"]), most=90)
    hands.keyboard.press("Space")
    hands.press("Check my answer")
    hands.press("Versions")
    hands.press("Publish these files")
    hands.press("Publish now")

    assert f"    teach_back: {TEACH_BACK}\n" in (bank / FILE).read_text(encoding="utf-8")
    assert heading(hands.page) == "Versions"
    before, published = workplace.backstage.app.store.releases("ivig")
    assert published.signer == "educator-backstage"
    assert published.fingerprint != before.fingerprint
    assert hands.lost == []
    assert hands.keyboard.unseen == []
