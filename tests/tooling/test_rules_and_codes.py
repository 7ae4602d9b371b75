"""The page that says what holds each rule knows every code, and no other."""

import re
from pathlib import Path

from quiz_app.content.catalogue import CATALOGUE

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "rules-and-codes.md"


def test_every_code_of_wording_reading_and_coverage_holds_a_rule_in_the_page() -> None:
    named = set(re.findall(r"\b[EW]\d{3}\b", PAGE.read_text(encoding="utf-8")))

    assert named <= set(CATALOGUE)
    assert {code for code in CATALOGUE if code[1] in "345"} <= named
