"""What somebody types from a printed answer sheet."""

import pytest

from quiz_app.domain.answer_sheet import Unreadable, read
from quiz_app.domain.item import Item
from tests.builders import item

ONE = Item.model_validate(item("clot"))
ALL = Item.model_validate(
    item(
        "signs",
        options=[
            {"right": "Chest pain", "why": "Yes."},
            {"right": "Short breath", "why": "Yes."},
            {"wrong": "Hunger", "why": "That is common."},
        ],
    )
)
SORT = Item.model_validate(
    item("when", options=[])
    | {
        "groups": {"now": "Call now", "later": "Call later"},
        "put": [
            {"what": "Chest pain", "into": "now", "why": "Danger."},
            {"what": "Mild headache", "into": "later", "why": "Common."},
            {"what": "Short breath", "into": "now", "why": "Danger."},
        ],
    }
)
PRINTED = ("c", "a", "b")


@pytest.mark.parametrize(
    ("item", "typed", "choice"),
    [
        (ONE, "a", ("c",)),
        (ONE, " B. ", ("a",)),
        (ONE, "bb", ("a",)),
        (ONE, "?", ("not-sure",)),
        (ALL, "ab", ("c", "a")),
        (ALL, "C, a", ("c", "b")),
        (ALL, "b", ("a",)),
        (ALL, "?", ("not-sure",)),
        (SORT, "2 1 2", ("a=now", "b=later", "c=later")),
        (SORT, "211", ("a=now", "b=now", "c=later")),
        (SORT, "2,?,1", ("a=not-sure", "b=now", "c=later")),
        (SORT, "?", ("a=not-sure", "b=not-sure", "c=not-sure")),
    ],
)
def test_letters_count_in_the_printed_order(item: Item, typed: str, choice: tuple[str, ...]) -> None:
    assert read(item, PRINTED, typed) == choice


@pytest.mark.parametrize(
    ("item", "typed", "reason"),
    [
        (ONE, "", "empty"),
        (ONE, " , ", "empty"),
        (ONE, "d", "unknown"),
        (ONE, "1", "unknown"),
        (ONE, "ab", "only-one"),
        (ONE, "a?", "only-one"),
        (ALL, "az", "unknown"),
        (SORT, "2 3 1", "unknown"),
        (SORT, "abc", "unknown"),
        (SORT, "2 1", "each-one"),
        (SORT, "2 1 2 1", "each-one"),
    ],
)
def test_what_cannot_be_read_says_why(item: Item, typed: str, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read(item, PRINTED, typed)

    assert raised.value.reason == reason
