"""One part of a bank's text is changed; every other byte stays."""

import copy
import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.content.patching import PatchFailed, grafted, moved, value_at, with_entry, with_value, without
from quiz_app.content.scalars import told
from quiz_app.content.source import KeyPath, read
from quiz_app.content.spans import Entry, Group, Part, line_end, line_start, parts_of
from quiz_app.content.tree import Value

QUESTIONS = Path(__file__).resolve().parents[2] / "questions"
BANKS = {path.relative_to(QUESTIONS).as_posix(): path.read_text("utf-8") for path in sorted(QUESTIONS.rglob("*.yaml"))}

ITEMS = """\
# what the file is about
topic: signs
items:
  # the first one
  - id: one   # asked since May
    ask: Who helps?  # short
    options:
      - right: A nurse
        why: She knows.
      - wrong: "A friend"
        why: 'No.'
      # nobody chose this one
      - wrong: Nobody
        why: Somebody does.
    sources: [F-01]   # one is enough
    # still about the first one

  # the second one
  - id: two
    ask: And then?
    chance: {of: 100, about: 5 to 15, what: people}
"""


def _changes(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_a_sentence_is_changed_on_its_line_and_the_comment_stays() -> None:
    after = with_value(ITEMS, ("items", 0, "ask"), "Who can help?")

    assert _changes(ITEMS, after) == ["-    ask: Who helps?  # short", "+    ask: Who can help?  # short"]


def test_the_same_value_changes_nothing() -> None:
    assert with_value(ITEMS, ("items",), value_at(ITEMS, ("items",)) or "") == ITEMS


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Call 911 now", "ask: Call 911 now"),
        ("First: call", 'ask: "First: call"'),
        ("- or not", 'ask: "- or not"'),
        ("{clinic_phone} is ours", 'ask: "{clinic_phone} is ours"'),
        ("Call {clinic_phone}", "ask: Call {clinic_phone}"),
        ("Call #1", 'ask: "Call #1"'),
        ("C#1", "ask: C#1"),
        ("No", 'ask: "No"'),
        ("yes", 'ask: "yes"'),
        ("911", 'ask: "911"'),
        ("1:30", 'ask: "1:30"'),
        ("2026-11-22", 'ask: "2026-11-22"'),
        ("100.4 F (38 C)", "ask: 100.4 F (38 C)"),
        ("*now*", 'ask: "*now*"'),
        ('Say "now"', 'ask: Say "now"'),
        ('"Now" is best', "ask: '\"Now\" is best'"),
        ('It\'s "now": go', "ask: 'It''s \"now\": go'"),
        ("~", 'ask: "~"'),
        ("Ends with:", 'ask: "Ends with:"'),
        ("", 'ask: ""'),
        ("Grüße 😀", "ask: Grüße 😀"),
    ],
)
def test_a_text_is_plain_where_safe_and_quoted_where_needed(text: str, line: str) -> None:
    assert with_value("ask: Who helps?\n", ("ask",), text) == f"{line}\n"


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ('a: "Old"  # note\n', "New", 'a: "New"  # note\n'),
        ("a: 'Old'\n", "New", "a: 'New'\n"),
        ("a: 'Old'\n", "It's", "a: 'It''s'\n"),
        ('a: "Old"\n', 'Say "go"', "a: 'Say \"go\"'\n"),
        ("minutes: 15\n", "20", "minutes: 20\n"),
        ("due: 2027-05-22\n", "2028-05-22", "due: 2028-05-22\n"),
        ("a:   Old\n", "New", "a:   New\n"),
        ("a: Old", "New", "a: New"),
        ("a:\nb: c\n", "New", "a: New\nb: c\n"),
        ("a: # note\nb: c\n", "New", "a: New # note\nb: c\n"),
        ("a:\n  Old\n  text # note\nb: c\n", "New", "a: New # note\nb: c\n"),
        ("a: |\n  Old\n  text\n\nb: c\n", "New\ntext", "a: |\n  New\n  text\n\nb: c\n"),
        ("a: |- # note\n  Old\n  text\nb: c\n", "New", "a: |- # note\n  New\nb: c\n"),
        ("a: >- # note\n  Old\n  text\nb: c\n", "New", "a: New # note\nb: c\n"),
        ("a: Old # note\nb: c\n", "One\n\nTwo", "a: | # note\n  One\n\n  Two\nb: c\n"),
        ("a: |+\n  Old\n\n\nb: c\n", "New\ntext", "a: |\n  New\n  text\nb: c\n"),
    ],
)
def test_a_text_keeps_the_style_and_the_comment_of_the_one_before(before: str, text: str, after: str) -> None:
    assert with_value(before, (before.partition(":")[0],), text) == after


def test_a_long_text_is_folded_and_reads_as_one_paragraph() -> None:
    text = "Many people think that a mild headache after the drip is normal. " * 4

    after = with_value(ITEMS, ("items", 0, "options", 1, "why"), text)

    assert "\n        why: >-\n          Many people think" in after
    assert max(map(len, after.splitlines())) <= 110
    assert value_at(after, ("items", 0, "options", 1, "why")) == text.strip()


def test_a_line_that_was_long_may_stay_as_long() -> None:
    long = "a: " + "x" * 70 + " " + "y" * 70

    assert with_value(long + "\n", ("a",), "z" + "x" * 69 + " " + "y" * 70) == "a: zx" + long[5:] + "\n"


def test_a_text_on_lines_of_its_own_does_not_swallow_a_comment_below_it() -> None:
    after = with_value("a: b\n  # about a\nc: d\n", ("a",), "One.\n\nTwo.")

    assert after == 'a: "One.\\n\\nTwo."\n  # about a\nc: d\n'


def test_a_new_option_comes_last_like_its_neighbours() -> None:
    after = with_entry(ITEMS, ("items", 0, "options"), {"wrong": "My dog", "why": "It cannot: sorry."})

    assert _changes(ITEMS, after) == ["+      - wrong: My dog", '+        why: "It cannot: sorry."']
    assert after.index("My dog") > after.index("Somebody does.")


def test_an_option_goes_with_the_comment_above_it() -> None:
    after = without(ITEMS, ("items", 0, "options", 2))

    assert _changes(ITEMS, after) == [
        "-      # nobody chose this one",
        "-      - wrong: Nobody",
        "-        why: Somebody does.",
    ]


def test_an_option_moves_with_the_comment_above_it() -> None:
    after = moved(ITEMS, ("items", 0, "options"), 2, 0)

    assert after.split("options:\n")[1].split("    sources")[0] == (
        "      # nobody chose this one\n"
        "      - wrong: Nobody\n"
        "        why: Somebody does.\n"
        "      - right: A nurse\n"
        "        why: She knows.\n"
        '      - wrong: "A friend"\n'
        "        why: 'No.'\n"
    )


def test_an_item_moves_with_its_comments_and_the_empty_line_stays_between() -> None:
    after = moved(ITEMS, ("items",), 0, 1)

    assert after == (
        "# what the file is about\ntopic: signs\nitems:\n"
        "  # the second one\n  - id: two\n    ask: And then?\n    chance: {of: 100, about: 5 to 15, what: people}\n"
        "\n" + ITEMS[ITEMS.index("  # the first one") : ITEMS.index("\n  # the second one")]
    )


def test_a_whole_list_put_in_another_order_moves_its_entries() -> None:
    options = value_at(ITEMS, ("items", 0, "options"))
    assert isinstance(options, list)

    after = with_value(ITEMS, ("items", 0, "options"), [options[2], options[0], options[1]])

    assert after == moved(ITEMS, ("items", 0, "options"), 2, 0)


def test_an_entry_changed_and_another_taken_out_at_once_keep_their_own_lines() -> None:
    options = value_at(ITEMS, ("items", 0, "options"))
    assert isinstance(options, list)

    after = with_value(ITEMS, ("items", 0, "options"), [options[0], {"wrong": "Nobody", "why": "Somebody will."}])

    assert _changes(ITEMS, after) == [
        '-      - wrong: "A friend"',
        "-        why: 'No.'",
        "-        why: Somebody does.",
        "+        why: Somebody will.",
    ]


def test_a_value_between_braces_is_changed_there() -> None:
    after = with_value(ITEMS, ("items", 1, "chance", "about"), "20")

    assert _changes(ITEMS, after)[1] == '+    chance: {of: 100, about: "20", what: people}'
    quoted = with_value(ITEMS, ("items", 1, "chance", "what"), "people, or so")
    assert _changes(ITEMS, quoted)[1] == '+    chance: {of: 100, about: 5 to 15, what: "people, or so"}'


def test_a_source_is_added_and_taken_out_between_brackets() -> None:
    after = with_entry(ITEMS, ("items", 0, "sources"), "F-02")

    assert _changes(ITEMS, after)[1] == "+    sources: [F-01, F-02]   # one is enough"
    assert without(after, ("items", 0, "sources", 1)) == ITEMS


def test_the_last_entry_taken_out_leaves_an_empty_list_and_a_new_one_fills_it() -> None:
    after = without(ITEMS, ("items", 0, "sources", 0))

    assert "    sources: []   # one is enough" in after
    assert with_entry(after, ("items", 0, "sources"), "F-01") == ITEMS


def test_a_list_that_is_not_there_is_made() -> None:
    after = with_entry("topic: signs\n", ("items",), {"id": "one", "sources": ["F-01"]})

    assert after == "topic: signs\nitems:\n  - id: one\n    sources: [F-01]\n"


def test_an_empty_list_becomes_one_with_an_entry_a_line() -> None:
    after = with_entry("items: []  # none yet\nlesson: x\n", ("items",), {"id": "one", "ask": "Who?"})

    assert after == "items:  # none yet\n  - id: one\n    ask: Who?\nlesson: x\n"


def test_a_new_name_comes_behind_the_one_it_follows() -> None:
    after = with_value(ITEMS, ("items", 0, "options", 1), {"wrong": "A friend", "harmful": "true", "why": "No."})

    assert _changes(ITEMS, after) == ["+        harmful: true"]
    assert after.index("harmful") < after.index("'No.'")


def test_a_name_is_taken_out() -> None:
    after = without(ITEMS, ("items", 1, "chance"))

    assert _changes(ITEMS, after) == ["-    chance: {of: 100, about: 5 to 15, what: people}"]


def test_the_first_name_behind_a_dash_is_taken_out() -> None:
    assert without("a:\n  - b: 1\n    c: 2\n", ("a", 0, "b")) == "a:\n  - c: 2\n"


def test_a_text_takes_the_place_of_a_block_and_a_block_that_of_a_text() -> None:
    assert with_value("a: # why\n  b: 1\nc: d\n", ("a",), "text") == "a: text # why\nc: d\n"
    assert with_value("a: text # why\nc: d\n", ("a",), {"b": "x"}) == "a: # why\n  b: x\nc: d\n"


def test_comments_that_stand_alone_stay_when_their_neighbour_goes() -> None:
    text = "a:\n  - one\n\n  # part two\n\n  - two\n  - three\n"

    assert without(text, ("a", 1)) == "a:\n  - one\n\n  # part two\n  - three\n"


def test_the_layout_of_the_file_is_taken_up() -> None:
    text = "items:\n- id: one\n  block:\n      x: a\n"

    after = with_entry(text, ("items",), {"id": "two", "list": ["a b", "c d"], "block": {"x": "y"}})

    assert after == text + "- id: two\n  list:\n  - a b\n  - c d\n  block:\n      x: y\n"


def test_windows_line_ends_and_the_mark_of_windows_editors_stay() -> None:
    text = "\ufeff" + ITEMS.replace("\n", "\r\n")

    after = with_value(text, ("items", 0, "options", 1, "why"), "One.\n\nTwo.")

    assert after == "\ufeff" + ITEMS.replace(
        "        why: 'No.'", "        why: |\n          One.\n\n          Two."
    ).replace("\n", "\r\n")
    assert "\n" not in with_entry(text, ("items",), {"id": "x"}).replace("\r\n", "")
    assert moved(moved(text, ("items",), 0, 1), ("items",), 1, 0) == text


def test_an_item_is_grafted_into_another_file_with_its_comments() -> None:
    other = "items:\n- id: else\n  ask: What?\n"

    after = grafted(ITEMS, ("items", 0), other, ("items",))

    assert after.startswith(other + "# the first one\n- id: one   # asked since May\n  ask: Who helps?  # short\n")
    assert value_at(after, ("items", 1)) == value_at(ITEMS, ("items", 0))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c\n", "The file cannot be read as it stands."),
        ("a: b\na: c\n", "'a' stands twice in one block."),
    ],
)
def test_a_file_that_cannot_be_read_is_not_changed(text: str, said: str) -> None:
    with pytest.raises(PatchFailed, match=said):
        with_value(text, ("a",), "new")


def test_a_sign_that_cannot_be_seen_is_not_put_into_a_file() -> None:
    with pytest.raises(PatchFailed, match=r"There is a sign here that cannot be seen \(U\+0007\)"):
        with_value(ITEMS, ("topic",), "a\x07b")


def test_tabs_and_windows_line_ends_of_a_pasted_text_become_plain() -> None:
    assert with_value("a: x\n", ("a",), "one\ttwo\r\nthree") == "a: |\n  one two\n  three\n"


@pytest.mark.parametrize("path", [("items", 9), ("items", -1), ("nothing", "here", 3), ("topic", "x")])
def test_a_part_that_is_not_there_cannot_be_taken_out(path: KeyPath) -> None:
    with pytest.raises(PatchFailed, match="not in the file any more"):
        without(ITEMS, path)


def _paths(value: Value, path: KeyPath = ()) -> list[KeyPath]:
    inner: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [*([path] if path else []), *(found for step, part in inner for found in _paths(part, (*path, step)))]


def _data(text: str) -> Value:
    source, problems = read(text.encode(), file="")
    assert source is not None, problems
    return copy.deepcopy(source.data)


WORDS = st.sampled_from(
    [
        "Call",
        "now",
        "- x",
        ": y",
        "#",
        "{clinic_phone}",
        "it's",
        '"so"',
        "no",
        "911",
        "\\",
        "a: b",
        "é",
        "[",
        "&",
        "😀",
        "|",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=3).map("\n\n".join)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=5,
)
EVERY_PATH = [(file, path) for file, text in BANKS.items() for path in _paths(_data(text))]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(EVERY_PATH), VALUES, st.sampled_from(["\n", "\r\n"]))
def test_any_value_at_any_place_of_the_real_banks_is_as_asked_and_touches_no_other_line(
    place: tuple[str, KeyPath], value: Value, ends: str
) -> None:
    file, path = place
    text = BANKS[file].replace("\n", ends)

    after = with_value(text, path, value)

    found = value_at(after, path)
    assert found is not None
    assert told(found) == told(value)
    _same_elsewhere(text, after, path)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([place for place in EVERY_PATH if isinstance(place[1][-1], int)]), st.integers(0, 9))
def test_any_entry_of_the_real_banks_moves_and_comes_back(place: tuple[str, KeyPath], to: int) -> None:
    file, path = place
    text, index = BANKS[file], path[-1]
    assert isinstance(index, int)

    there = moved(text, path[:-1], index, to)

    found = value_at(text, path[:-1])
    assert isinstance(found, list)
    found.insert(to, found.pop(index))
    assert value_at(there, path[:-1]) == found
    assert moved(there, path[:-1], min(to, len(found) - 1), index) == text


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EVERY_PATH))
def test_any_part_of_the_real_banks_is_taken_out_and_nothing_else(place: tuple[str, KeyPath]) -> None:
    file, path = place
    text = BANKS[file]

    after = without(text, path)

    came = [line for line in _changes(text, after) if line.startswith("+")]
    assert all(line.rstrip().endswith(("]", "}", "[]", "{}")) or line.lstrip("+ ").startswith("- ") for line in came)
    assert len(came) <= 1


def _same_elsewhere(before: str, after: str, path: KeyPath) -> None:
    """Every line that does not belong to the part at the path is there as it was, in the same order."""
    entry = entry_at(before, path)
    assert after.startswith(before[: line_start(before, entry.start)])
    assert after.endswith(before[line_end(before, entry.end) :])


def entry_at(text: str, path: KeyPath) -> Entry:
    part: Part | None = parts_of(text)
    entry = None
    for step in path:
        assert isinstance(part, Group)
        index = part.index(step)
        assert index is not None
        entry = part.entries[index]
        part = entry.value
    assert entry is not None
    return entry
