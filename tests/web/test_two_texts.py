"""Two educators in one file: where their texts differ, and when both can stand together."""

from quiz_app.web.app_pages.educator.merging import merged
from quiz_app.web.app_pages.educator.side_by_side import Change, changes

START = "one\ntwo\nthree\nfour\nfive\n"


def test_changes_in_different_places_are_put_together() -> None:
    mine = START.replace("two", "TWO")
    theirs = START.replace("five\n", "five\nsix\n")

    assert merged(START, mine, theirs) == "one\nTWO\nthree\nfour\nfive\nsix\n"


def test_changes_of_the_same_line_are_left_to_a_person() -> None:
    assert merged(START, START.replace("two", "TWO"), START.replace("two", "2")) is None


def test_changes_of_neighbouring_lines_are_left_to_a_person() -> None:
    assert merged(START, START.replace("two", "TWO"), START.replace("three\n", "")) is None


def test_the_same_change_made_twice_is_made_once() -> None:
    both = START.replace("two", "TWO")

    assert merged(START, both, both) == both


def test_only_what_differs_is_shown_with_the_line_in_the_right_text() -> None:
    right = START.replace("two", "TWO").replace("four\n", "")

    assert list(changes(START, right)) == [
        Change("replace", 2, ("two",), ("TWO",)),
        Change("delete", 4, ("four",), ()),
    ]
