"""The credit rule of the three kinds of item."""

import pytest

from quiz_app.domain.item import Item
from quiz_app.domain.marking import NOT_SURE, Choice, ChoiceNotOffered, mark
from tests.builders import item

ONE = Item.model_validate(item("clot"))
ALL = Item.model_validate(
    item(
        "tell",
        options=[
            {"right": "Old clots", "why": "Yes."},
            {"right": "Diabetes", "why": "Yes, too."},
            {"wrong": "My shoe size", "why": "No need."},
        ],
    )
)
SORT = Item.model_validate(
    item(
        "sort",
        options=[],
        groups={"emergency": "Call 911", "today": "Call the clinic", "next-visit": "Tell us later"},
        put=[
            {"what": "Chest pain", "into": "emergency", "why": "Fast."},
            {"what": "Dark urine", "into": "today", "accept": ["emergency"], "why": "Today."},
        ],
    )
)


@pytest.mark.parametrize(
    ("choice", "credit", "right"),
    [(("a",), 1.0, True), (("b",), 0.0, False), (("c",), 1.0, True), ((NOT_SURE,), 0.0, False)],
)
def test_choosing_one_is_all_or_nothing_and_over_caution_counts(choice: Choice, credit: float, right: bool) -> None:  # noqa: FBT001 - a value of the table
    marked = mark(ONE, choice)

    assert (marked.credit, marked.right) == (credit, right)


@pytest.mark.parametrize(
    ("choice", "credit"), [(("a", "b"), 1.0), (("a",), 0.5), (("a", "c"), 0.0), (("a", "b", "c"), 0.0)]
)
def test_choosing_all_gives_the_right_share_unless_something_wrong_was_chosen(choice: Choice, credit: float) -> None:
    assert mark(ALL, choice).credit == credit


def test_not_sure_among_ticks_counts_as_not_sure() -> None:
    marked = mark(ALL, ("a", NOT_SURE))

    assert marked.unsure
    assert not marked.right


@pytest.mark.parametrize(
    ("choice", "credit"),
    [
        (("a=emergency", "b=today"), 1.0),
        (("a=emergency", "b=emergency"), 1.0),
        (("a=today", "b=today"), 0.5),
        (("a=next-visit", "b=next-visit"), 0.0),
    ],
)
def test_sorting_gives_the_share_in_place_and_accepts_over_caution(choice: Choice, credit: float) -> None:
    assert mark(SORT, choice).credit == credit


def test_a_sign_left_at_not_sure_makes_the_answer_unsure() -> None:
    marked = mark(SORT, ("a=emergency", f"b={NOT_SURE}"))

    assert marked.unsure
    assert marked.credit == 0.5


def test_a_harmful_distractor_is_marked_as_such() -> None:
    assert mark(ONE, ("b",)).harmful


@pytest.mark.parametrize(
    ("asked", "choice"),
    [
        (ONE, ()),
        (ONE, ("a", "b")),
        (ONE, ("z",)),
        (ONE, ("a=emergency",)),
        (ALL, ("a", "a")),
        (SORT, ("a",)),
        (SORT, ("a=emergency",)),
        (SORT, ("b=today", "a=emergency")),
        (SORT, ("a=emergency", "b=moon")),
    ],
)
def test_a_choice_the_item_does_not_offer_is_refused(asked: Item, choice: Choice) -> None:
    with pytest.raises(ChoiceNotOffered):
        mark(asked, choice)
