"""GIFT: signs of its own in texts, and files that people wrote for Moodle."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.domain.item import Option, Verdict
from quiz_app.exchange.gift import gift
from quiz_app.exchange.gift_reading import read_gift
from quiz_app.exchange.imported import MOST_QUESTIONS, About, Imported
from tests.exchange.shipped import one, outgoing, sort

TRICKY = "~=#{}:\\->%[]/\n \"'ab1<&\N{RIGHTWARDS ARROW}\N{GREEK SMALL LETTER ALPHA}"
words = (
    st.text(st.sampled_from(TRICKY), min_size=1, max_size=40)
    .map(lambda text: "\n".join(line.rstrip() for line in text.split("\n")).strip())
    .filter(bool)
)


def noted(found: Imported) -> list[tuple[int, About, str]]:
    """What was lost, by question."""
    return [(note.at.number, note.about, note.detail) for note in found.losses]


def refused(found: Imported) -> list[tuple[int, About, str]]:
    """What was not taken, by question."""
    return [(note.at.number, note.about, note.detail) for note in found.problems]


@given(words, words, words, words)
def test_any_text_of_a_choice_comes_back_as_it_was(ask: str, right: str, wrong: str, why: str) -> None:
    ask, right, wrong, why = (
        "\n".join(line.rstrip() for line in each.split("\n")) for each in (ask, right, wrong, why)
    )
    options = (Option(right=right, why=why), Option(wrong=wrong, why=why))

    back = read_gift(gift(outgoing(one(ask=ask, options=options, not_sure=why)))).items[0]

    assert (back.ask, back.not_sure) == (ask, why)
    assert [(option.text, option.why, option.verdict) for option in back.options] == [
        (right, why, Verdict.RIGHT),
        (wrong, why, Verdict.WRONG),
    ]


@given(st.text(st.sampled_from(TRICKY + string.ascii_letters), max_size=200))
def test_any_file_is_read_without_an_error(text: str) -> None:
    read_gift(text.encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_an_error(raw: bytes) -> None:
    read_gift(raw)


def test_control_signs_are_escaped_and_a_line_end_is_written_as_n() -> None:
    item = one(ask="Is 1 = 1 {yes}?\n# ~ \\ :")

    assert "Is 1 \\= 1 \\{yes\\}?\\n\\# \\~ \\\\ \\:" in gift(outgoing(item)).decode()


def test_an_option_that_begins_with_a_percent_sign_gets_its_share_written() -> None:
    item = one(options=(Option(right="%50% of people", why="Yes."), Option(wrong="%", why="No.")))

    text = gift(outgoing(item)).decode()

    assert "=%100%%50% of people#Yes." in text
    assert [option.text for option in read_gift(text.encode()).items[0].options] == ["%50% of people", "%"]


def test_an_arrow_in_a_thing_to_sort_becomes_another_sign() -> None:
    item = sort()
    put = (item.put[0].model_copy(update={"what": "A -> B"}), item.put[1])

    back = read_gift(gift(outgoing(item.model_copy(update={"put": put})))).items[0]

    assert back.put[0].what == "A \N{RIGHTWARDS ARROW} B"


def test_a_question_from_moodle_is_taken_with_its_feedback() -> None:
    text = """\
// question: 12  name: Drip
::Your first drip::[html]<p>What <b>helps</b>?<br>Think of <a href="https://x.example">water</a>.</p>{
\t=Drinking enough#Yes.
\t~Nothing#No.
\t####Drink enough.
}
"""

    found = read_gift(text.encode("utf-8-sig"))
    item = found.items[0]

    assert (item.id, item.ask, item.not_sure) == ("your-first-drip", "What helps?\nThink of water.", "Drink enough.")
    assert [(o.text, o.verdict, o.why) for o in item.options] == [
        ("Drinking enough", Verdict.RIGHT, "Yes."),
        ("Nothing", Verdict.WRONG, "No."),
    ]
    assert noted(found) == [
        (1, About.FORMATTING, "<b>"),
        (1, About.LINK, "https://x.example"),
        (1, About.NEW_NAME, "your-first-drip"),
    ]


@pytest.mark.parametrize(
    ("text", "about", "detail"),
    [
        ("Write about it {}", About.OTHER_KIND, "essay"),
        ("How many? {#4:1}", About.OTHER_KIND, "numerical"),
        ("The word? {=drip =infusion}", About.OTHER_KIND, "shortanswer"),
        ("The word? {drip}", About.OTHER_KIND, "shortanswer"),
        ("Only a text.", About.DESCRIPTION, "Only a text."),
        ("Open {=a ~b", About.NOT_CLOSED, ""),
        ("{=a ~b}", About.NO_TEXT, ""),
        ("Many {" + "~a" * 27 + "}", About.TOO_MANY_OPTIONS, "27"),
    ],
)
def test_what_we_have_no_kind_for_is_named_and_the_next_question_is_taken(text: str, about: About, detail: str) -> None:
    found = read_gift(f"{text}\n\nNext? {{=a ~b}}".encode())

    assert refused(found) == [(1, about, detail)]
    assert [item.ask for item in found.items] == ["Next?"]


def test_true_or_false_becomes_two_options_with_moodles_order_of_feedback() -> None:
    found = read_gift(b"The drip is slow.{TRUE#It is slow.#Right, it is.}")

    assert [(o.text, o.verdict, o.why) for o in found.items[0].options] == [
        ("True", Verdict.RIGHT, "Right, it is."),
        ("False", Verdict.WRONG, "It is slow."),
    ]
    assert noted(found) == [(1, About.TRUE_FALSE, "")]


def test_shares_that_differ_from_ours_are_named() -> None:
    found = read_gift(b"Which?{~%70%a ~%30%b ~c}\n\nOne?{=a ~%50%b =d ~c}\n\nThe {=drip ~flood} is slow.")

    assert noted(found) == [
        (1, About.OWN_SHARES, ""),
        (1, About.MILD_WRONG, ""),
        (2, About.SEVERAL_FULL, ""),
        (2, About.PART_MARKS, "50"),
        (3, About.BLANK_INSIDE, ""),
    ]
    assert found.items[2].ask == "The _____ is slow."


def test_a_file_in_latin_1_is_told_kindly() -> None:
    assert [note.about for note in read_gift("Fi\xe8vre? {=a ~b}".encode("latin-1")).problems] == [About.NOT_UTF8]


def test_more_questions_than_anybody_reads_stop_at_the_limit() -> None:
    found = read_gift(b"\n\n".join(b"Q%d? {=a ~b}" % number for number in range(MOST_QUESTIONS + 5)))

    assert len(found.items) == MOST_QUESTIONS
    assert refused(found) == [(0, About.TOO_MANY, "500")]


def test_an_empty_file_says_so() -> None:
    assert refused(read_gift(b"\n\n// nothing\n")) == [(0, About.EMPTY, "")]
