"""The table against HL7's functional model names a test that exists for every line, or says that it is not met."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "reference" / "hl7-ehr-s-fm.md"
LINES = {"CP.8.1": 14, "CPS.8.5": 11}


def rows() -> list[tuple[str, str, str]]:
    """Each line of the tables: its number, how far it is met, and the proof."""
    found = re.findall(
        r"^\| (CPS?\.8\.\d#\d\d) \|[^|]*\|[^|]*\| (met|part|not met) \|([^|]*)\|$", TABLE.read_text("utf-8"), re.M
    )
    return [(number, state, proof) for number, state, proof in found]


def test_every_line_of_both_functions_is_in_the_table_once() -> None:
    expected = [f"{function}#{number:02}" for function, most in LINES.items() for number in range(1, most + 1)]

    assert [number for number, _, _ in rows()] == expected


@pytest.mark.parametrize(("number", "state", "proof"), rows())
def test_a_line_that_is_met_names_a_test_that_exists(number: str, state: str, proof: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", proof)

    assert named or state == "not met", number
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), f"{number}: {file}::{test}"
