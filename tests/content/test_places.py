"""From a line of a file back to the value that stands there."""

import pytest

from quiz_app.content.places import path_at

TOPIC = """\
topic: signs
objectives:
  spot: You know the signs.
items:
  - id: first
    ask: What now?
    options:
      - right: Call
        why: It helps.
      - wrong: Wait
        why: |
          Many people
          wait.
    sources: [F-01, F-02]

  - id: second  # the other one
    ask: And now?
"""


@pytest.mark.parametrize(
    ("line", "column", "path"),
    [
        (1, 1, ("topic",)),
        (3, 9, ("objectives", "spot")),
        (6, 10, ("items", 0, "ask")),
        (9, 14, ("items", 0, "options", 0, "why")),
        (13, 11, ("items", 0, "options", 1, "why")),
        (14, 21, ("items", 0, "sources", 1)),
        (16, 18, ("items", 1, "id")),
        (17, 5, ("items", 1, "ask")),
    ],
)
def test_a_place_leads_to_the_value_that_stands_there(line: int, column: int, path: tuple[str | int, ...]) -> None:
    assert path_at(TOPIC, line, column) == path


def test_a_line_between_two_items_belongs_to_the_one_before() -> None:
    assert path_at(TOPIC, 15) == ("items", 0, "sources", 1)


def test_a_file_that_cannot_be_read_has_no_places() -> None:
    assert path_at('topic: "signs\n', 1) == ()
