"""A retired item stays in its file for those who answered it, and nobody is asked it any more."""

from pathlib import Path

import pytest

from quiz_app.content import load_library
from tests.content.small_bank import COURSE, MISCONCEPTIONS, TODAY, TOPIC, write_bank

PAIR_RETIRED = TOPIC.replace("    critical: true\n", "    critical: true\n    retired: true\n")
ONE_RETIRED = TOPIC.replace("  - id: clot-bus\n", "  - id: clot-bus\n    retired: true\n")
LAST_RETIRED = TOPIC.replace("  - id: sort-signs\n", "  - id: sort-signs\n    retired: true\n")
ONE_ASKED = COURSE.replace("asked_per_topic: 2", "asked_per_topic: 1")


def found_in(topic: str, folder: Path, course: str = COURSE, misconceptions: str = MISCONCEPTIONS) -> list[str]:
    files = {
        "small/topics/signs.yaml": topic,
        "small/course.yaml": course,
        "small/misconceptions.yaml": misconceptions,
    }
    questions = write_bank(folder, files)
    return [f"{found.line} {found.code}" for found in load_library(questions, today=TODAY).problems]


def test_an_item_can_be_retired(tmp_path: Path) -> None:
    assert found_in(LAST_RETIRED, tmp_path, ONE_ASKED) == []


def test_a_pair_is_retired_together_and_is_no_longer_counted(tmp_path: Path) -> None:
    assert found_in(PAIR_RETIRED, tmp_path, ONE_ASKED) == ["9 E505", "10 E506"]


def test_a_retired_item_counts_neither_as_asked_nor_for_its_objective(tmp_path: Path) -> None:
    topic = LAST_RETIRED.replace("objectives:\n", "objectives:\n  call-soon: You know when to call.\n")
    topic = topic.replace("objective: spot-clot\n    level: decide", "objective: call-soon\n    level: decide")

    assert found_in(topic, tmp_path) == ["1 W503", "4 E504"]


def test_only_what_is_asked_uses_a_misconception(tmp_path: Path) -> None:
    topic = LAST_RETIRED.replace("into: today\n", "into: today\n        misconception: rash-is-fine\n")
    beliefs = MISCONCEPTIONS + MISCONCEPTIONS.replace("it-passes", "rash-is-fine")

    assert found_in(topic, tmp_path, ONE_ASKED, beliefs) == ["5 E507"]


def test_a_sibling_that_is_retired_alone_is_an_error(tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {"small/topics/signs.yaml": ONE_RETIRED})

    problems = load_library(questions, today=TODAY).problems

    (told,) = [str(found).rpartition("/")[2] for found in problems if found.code == "E222"]
    assert told == (
        "signs.yaml:35:14: The sibling 'clot-bus' is retired, so nobody is asked it. "
        "Let two critical items of one objective point at each other. [E222]"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("objective: spot-clot\n    level: decide", "objective: taken-out\n    level: decide"),
        ("sources: [F-01]", "sources: [F-02]"),
        ("sources: [F-01]", "sources: [F-77]"),
        ("    not_sure: Thank you. Call us", "    revisit: taken-out\n    not_sure: Thank you. Call us"),
        ("When do you call for each sign?", "Which of these is NOT a test, and how many of them are wrong"),
        ("We want to see it.", "It is wrong to wait. Take 2 pills."),
    ],
)
def test_what_a_retired_item_says_and_points_at_is_not_judged(old: str, new: str, tmp_path: Path) -> None:
    before, last = LAST_RETIRED.split("  - id: sort-signs\n")

    assert found_in(f"{before}  - id: sort-signs\n{last.replace(old, new)}", tmp_path, ONE_ASKED) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("- id: sort-signs", "- id: clot-bus", "57 E214"),
        ("level: decide", "level: guess", "60 E206"),
        ("into: today", "into: tomorrow", "70 E228"),
        ("We want to see it.", "<b>We want to see it.</b>", "72 E306"),
        ("You have a rash", "Your chest hurts", "69 E216"),
    ],
)
def test_a_retired_item_keeps_its_form(old: str, new: str, code: str, tmp_path: Path) -> None:
    assert code in found_in(LAST_RETIRED.replace(old, new), tmp_path, ONE_ASKED)


def test_a_question_may_come_back_in_the_words_of_a_retired_one(tmp_path: Path) -> None:
    again = LAST_RETIRED.partition("  - id: sort-signs\n")[2].replace("    retired: true\n", "")

    assert found_in(f"{LAST_RETIRED}  - id: sort-again\n{again}", tmp_path) == []
