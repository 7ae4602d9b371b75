"""From a line of a file back to the value that stands there."""

import pytest

from quiz_app.content.places import path_at
from quiz_app.content.source import KeyPath, Source, read

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


def source() -> Source:
    """The topic as it is read."""
    found, _ = read(TOPIC.encode(), file="signs.yaml")
    assert found
    return found


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
def test_a_place_leads_to_the_value_that_stands_there(line: int, column: int, path: KeyPath) -> None:
    assert path_at(source(), line, column) == path


def test_a_line_between_two_items_belongs_to_the_one_before() -> None:
    assert path_at(source(), 15) == ("items", 0, "sources", 1)
