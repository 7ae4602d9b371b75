"""What is in another language than its page says so."""

import pytest

from tests.browser.device import OneDevice
from tests.browser.table import TABLE


@pytest.mark.parametrize(("name", "part"), [("cards", ".cards li"), ("booklet", ".booklet"), ("booklet", ".answers")])
def test_what_is_printed_for_a_patient_says_its_language(device: OneDevice, name: str, part: str) -> None:
    device.begin_watching()

    page = TABLE[name].reach(device)

    assert set(page.locator(part).evaluate_all("all => all.map(each => each.lang)")) == {"en"}
    own = page.locator(f"{part} .strip")
    assert set(own.evaluate_all("all => all.map(each => each.lang)")) <= {"en"}
