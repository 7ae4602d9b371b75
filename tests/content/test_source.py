from pathlib import Path

import pytest
import yaml

from quiz_app.content import source as source_module
from quiz_app.content import tree
from quiz_app.content.problems import Problem
from quiz_app.content.raw_text import MAX_BYTES
from quiz_app.content.source import Source, read
from tests.speed import times_as_long

LONGEST_TOPIC = Path(__file__).parents[2] / "questions/ivig/topics/side-effects.yaml"

ATTACKS = {
    "brackets": "[" * 60_000,
    "braces": "{" * 60_000,
    "dashes": "- " * 30_000,
    "questions": "? " * 30_000,
    "brackets on lines": "[\n" * 60_000,
    "deep indents": "".join(" " * depth + "a:\n" for depth in range(600)),
    "nested pairs": "{a: " * 20_000,
    "aliases": "a: &a [x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(9)),
    "documents": "---\n" * 60_000,
    "many entries": "- a\n" * 60_000,
    "open quote": 'a: "' + "x\n" * 60_000,
    "signs": "! & * % @ ` " * 10_000,
    "colons": ":" * 60_000,
}


def readable(text: str | bytes) -> Source:
    source, problems = read(text if isinstance(text, bytes) else text.encode(), file="a.yaml")
    assert source is not None, problems
    return source


def refused(text: str | bytes) -> str:
    source, problems = read(text if isinstance(text, bytes) else text.encode(), file="a.yaml")
    assert source is None
    return "\n".join(str(found) for found in problems)


def test_every_scalar_stays_text() -> None:
    source = readable("no: Yes\non: 1:30\nnumber: 0123\nday: 2026-11-22\nnone: ~\nempty:\nmerge: <<\n")

    assert source.data == {
        "no": "Yes",
        "on": "1:30",
        "number": "0123",
        "day": "2026-11-22",
        "none": "~",
        "empty": "",
        "merge": "<<",
    }


def test_each_name_and_value_knows_its_place() -> None:
    source = readable("items:\n  - id: one\n    say: |\n      First line.\n      Second line.\n  - id: two\n")

    assert (source.at_name(("items", 0, "say")).line, source.at_name(("items", 0, "say")).column) == (3, 5)
    assert (source.at_value(("items", 0, "id")).line, source.at_value(("items", 0, "id")).column) == (2, 9)
    assert (source.at_name(("items", 1)).line, source.at_name(("items", 1)).column) == (6, 5)
    assert source.at_value(("items", 0, "say")).last_line == 5


def test_a_word_inside_a_block_of_text_is_found_on_its_own_line() -> None:
    source = readable("say: |\n  First line.\n  Second line.\nafter: Second\n")

    place = source.at_word(("say",), "Second")

    assert (place.line, place.column) == (3, 3)


def test_a_path_that_leads_nowhere_ends_at_the_nearest_block() -> None:
    source = readable("a:\n  b: c\n")

    assert source.at_name(("a", "missing", 3)).line == 1


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_fine(ending: str) -> None:
    source = readable(f"a: one{ending}b: two{ending}")

    assert source.data == {"a": "one", "b": "two"}
    assert source.at_name(("b",)).line == 2


def test_the_mark_that_windows_editors_put_first_is_left_out() -> None:
    assert readable(b"\xef\xbb\xbfa: caf\xc3\xa9\n").data == {"a": "caf\u00e9"}


def test_every_name_given_twice_is_told() -> None:
    source, problems = read(b"a: 1\na: 2\nb:\n  c: 1\n  c: 2\n", file="a.yaml")

    assert source is not None
    assert [(found.line, found.code) for found in problems] == [(2, "E111"), (5, "E111")]


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused(name: str) -> None:
    source, problems = read(ATTACKS[name].encode(), file="a.yaml")

    assert source is None
    assert len(problems) == 1


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_holds_the_reader_no_longer_than_a_hundred_topics(name: str) -> None:
    attack, topic = ATTACKS[name].encode(), LONGEST_TOPIC.read_bytes()

    ratio = times_as_long(lambda: read(attack, file="a.yaml"), lambda: read(topic, file="a.yaml"))

    assert ratio < 100  # how long it takes is in benchmarks/checker.py


@pytest.mark.parametrize("name", ATTACKS)
def test_the_parser_in_pure_python_refuses_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "grow", lambda text: tree.grow_with(yaml.SafeLoader(text)))

    source, problems = read(ATTACKS[name].encode(), file="a.yaml")

    assert source is None
    assert len(problems) == 1


def test_both_parsers_tell_the_common_slips_in_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    slips = [
        "a: one: two\n",
        'a: "one\nb: two\n',
        'a: "one\nb: "two"\n',
        "a:\n  b: one\n c: two\n",
        "a: one\n  b: two\n",
        "a: @one\n",
        "a: *one\n",
        "a: !one two\n",
        "a\nb: one\n",
        'a: "one" two\n',
        "a: [one\nb: two\n",
        "a: | one\n",
        "a: one\n---\nb: two\n",
    ]
    with_libyaml = [refused(slip) for slip in slips]
    monkeypatch.setattr(source_module, "grow", lambda text: tree.grow_with(yaml.SafeLoader(text)))

    assert [refused(slip) for slip in slips] == with_libyaml


def test_a_file_of_the_largest_size_is_read() -> None:
    text = "a: " + "x" * (MAX_BYTES - 4) + "\n"

    assert readable(text).data == {"a": "x" * (MAX_BYTES - 4)}


def test_twenty_levels_are_read_and_twenty_one_are_not() -> None:
    assert readable("[" * 20 + "a" + "]" * 20).data != ""
    assert "[E107]" in refused("[" * 21 + "a" + "]" * 21)


def test_a_refusal_points_at_the_letter_that_is_not_utf_8() -> None:
    assert refused(b"a: one\r\nb: caf\xe9\n") == (
        "a.yaml:2:7: This letter is not saved as UTF-8 (perhaps as 'ANSI' or Latin-1). "
        "Save the file again with the encoding UTF-8. [E104]"
    )


def test_the_same_problem_is_one_value() -> None:
    one, other = (read(b"", file="a.yaml")[1][0] for _ in range(2))

    assert isinstance(one, Problem)
    assert one == other
