import re
from pathlib import Path

import pytest

from quiz_app.content import check, load_library
from quiz_app.content.catalogue import CATALOGUE
from quiz_app.content.problems import Severity
from tests.content.examples import Example, coverage, good, reading, safety, schema, structure, translation, writing
from tests.content.small_bank import TODAY, write_bank

EXAMPLES = (
    *reading.EXAMPLES,
    *schema.EXAMPLES,
    *structure.EXAMPLES,
    *writing.EXAMPLES,
    *safety.EXAMPLES,
    *coverage.EXAMPLES,
    *translation.EXAMPLES,
)
GOOD = {**good.GOOD, **translation.GOOD}
NEEDS_A_LINK = {"E102"}  # see test_loader.py


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.gives[:60] for example in EXAMPLES])
def test_the_checker_says_exactly_this(example: Example, tmp_path: Path) -> None:
    questions = write_bank(tmp_path, example.files)

    problems = load_library(questions, today=TODAY).problems

    assert example.gives in [str(found).replace(f"{questions.as_posix()}/", "") for found in problems]


def test_every_code_of_the_catalogue_has_an_example() -> None:
    assert {example.code for example in EXAMPLES} | NEEDS_A_LINK == set(CATALOGUE)


@pytest.mark.parametrize("code", GOOD)
def test_what_is_nearly_the_same_and_in_order_is_left_alone(code: str, tmp_path: Path) -> None:
    questions = write_bank(tmp_path, GOOD[code])

    problems = load_library(questions, today=TODAY).problems

    assert [str(found) for found in problems if found.code == code or found.severity is Severity.ERROR] == []


def test_every_code_of_the_catalogue_has_a_good_example() -> None:
    assert set(GOOD) | NEEDS_A_LINK == set(CATALOGUE)


def test_every_entry_says_why_it_hurts_patients_and_what_to_do() -> None:
    for entry in CATALOGUE.values():
        assert re.fullmatch(r"[EW]\d{3}", entry.code)
        assert entry.title[0].isupper()
        assert not entry.title.endswith(".")
        assert entry.why.endswith(".")
        assert entry.remedy.endswith((".", "'.", "..."))


def test_no_two_codes_share_their_number() -> None:
    numbers = [code[1:] for code in CATALOGUE]

    assert len(set(numbers)) == len(numbers)


def test_the_small_bank_has_no_problem(tmp_path: Path) -> None:
    assert check(write_bank(tmp_path), today=TODAY) == ()
