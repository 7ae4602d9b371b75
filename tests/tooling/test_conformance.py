"""The table against WCAG 2.2 has every criterion of levels A and AA once, and each line names a test that exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "accessibility" / "conformance.md"
LEVELS = {
    "A": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 "
    "2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
    "AA": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 "
    "3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
}
LINE = re.compile(r"^\| ([\d.]+) \| (AA?) \|[^|]*\| (met|part|not|does not apply) \|[^|]+\|([^|]*)\|$", re.MULTILINE)


def rows() -> list[tuple[str, str, str, str]]:
    """Each line of the table: its criterion, its level, how far it is met, and the proof."""
    found = LINE.findall(TABLE.read_text("utf-8"))
    return [(number, level, state, proof) for number, level, state, proof in found]


def test_every_criterion_of_levels_a_and_aa_is_in_the_table_once() -> None:
    expected = {number: level for level, numbers in LEVELS.items() for number in numbers.split()}

    assert [len(numbers.split()) for numbers in LEVELS.values()] == [31, 24]
    assert [number for number, *_ in rows()] == sorted(expected, key=lambda each: [*map(int, each.split("."))])
    assert {number: level for number, level, *_ in rows()} == expected


@pytest.mark.parametrize(("number", "state", "proof"), [(number, state, proof) for number, _, state, proof in rows()])
def test_a_criterion_names_a_test_that_exists(number: str, state: str, proof: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", proof)

    assert named or state == "not", number
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), f"{number}: {file}::{test}"
