"""Moodle XML: what Moodle writes, and files that would do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz_app.domain.item import Verdict
from quiz_app.exchange.imported import About, Imported
from quiz_app.exchange.moodle import moodle
from quiz_app.exchange.moodle_reading import read_moodle
from tests.exchange.shipped import one, outgoing, several

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def question(kind: str, inside: str) -> str:
    """One question as Moodle writes it."""
    name = f"<name><text>Drip {kind}</text></name>"
    return (
        f'<question type="{kind}">{name}<questiontext format="html"><text>What helps?</text></questiontext>'
        f"{inside}</question>"
    )


def quiz(*questions: str) -> Imported:
    """What is read of a file with these questions."""
    return read_moodle(f"{HEAD}<quiz>{''.join(questions)}</quiz>".encode())


def notes(found: Imported) -> list[tuple[int, About, str]]:
    """What was lost or not taken, by question."""
    return [(note.at.number, note.about, note.detail) for note in (*found.losses, *found.problems)]


def test_shares_are_those_of_moodles_list() -> None:
    text = moodle(outgoing(several())).decode()

    assert text.count('fraction="33.33333"') == 3
    assert text.count('fraction="-100"') == 1
    assert text.count('fraction="0"') == 1


def test_signs_of_xml_are_only_letters() -> None:
    item = one(ask="Is 1 < 2 & 'so' \"on\"? ]]> <script>alert(1)</script>")

    assert read_moodle(moodle(outgoing(item))).items[0].ask == item.ask


def test_a_question_from_moodle_is_taken_as_plain_words() -> None:
    found = quiz(
        question(
            "multichoice",
            "<generalfeedback format='html'><text>Drink.</text></generalfeedback><single>true</single>"
            "<answer fraction='100' format='html'><text><![CDATA[<p>Water &amp; <em>tea</em></p>]]></text>"
            "<feedback format='html'><text><![CDATA[Yes.<img src='x.png' alt='A glass'>]]></text></feedback></answer>"
            "<answer fraction='0'><text>Wine</text><feedback><text>No.</text></feedback></answer>"
            "<correctfeedback><text>Well done</text></correctfeedback><hint><text>Think</text></hint>"
            "<tags><tag><text>hematology</text></tag></tags>",
        )
    )
    item = found.items[0]

    assert (item.id, item.ask, item.not_sure) == ("drip-multichoice", "What helps?", "Drink.")
    assert [(o.text, o.why, o.verdict) for o in item.options] == [
        ("Water & tea", "Yes.", Verdict.RIGHT),
        ("Wine", "No.", Verdict.WRONG),
    ]
    assert notes(found) == [
        (1, About.NEW_NAME, "drip-multichoice"),
        (1, About.OTHER_TAG, "hematology"),
        (1, About.GENERAL_WORDS, ""),
        (1, About.HINTS, ""),
        (1, About.FORMATTING, "<em>"),
        (1, About.PICTURE, "A glass"),
    ]


@pytest.mark.parametrize("kind", ["shortanswer", "numerical", "essay", "calculated", "cloze", "ddwtos", "stack"])
def test_other_kinds_of_question_are_named_and_left_out(kind: str) -> None:
    assert notes(quiz(question(kind, "<answer fraction='100'><text>4</text></answer>"))) == [
        (1, About.OTHER_KIND, kind)
    ]


def test_matching_and_true_or_false_become_kinds_of_ours() -> None:
    pair = "<subquestion format='html'><text>{}</text><answer><text>{}</text></answer></subquestion>"
    matching = pair.format("Chest pain", "Call 911") + pair.format("Rash", "Call today") + pair.format("", "Wait")
    answers = "<answer fraction='0'><text>true</text></answer><answer fraction='100'><text>false</text></answer>"

    sort, choose = quiz(question("matching", matching), question("truefalse", answers)).items

    assert sort.groups == (("call-911", "Call 911"), ("call-today", "Call today"), ("wait", "Wait"))
    assert [(thing.what, thing.into) for thing in sort.put] == [("Chest pain", "call-911"), ("Rash", "call-today")]
    assert [(o.text, o.verdict) for o in choose.options] == [("True", Verdict.WRONG), ("False", Verdict.RIGHT)]


def test_a_question_without_answers_is_named() -> None:
    found = quiz(question("multichoice", ""), '<question type="multichoice"></question>')

    assert [note.about for note in found.problems] == [About.NO_ANSWERS, About.NO_TEXT]


BOMB = """<?xml version="1.0"?>
<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<quiz><question type="multichoice"><name><text>&b;</text></name></question></quiz>"""
OUTSIDE = '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'


@pytest.mark.parametrize(
    ("raw", "about"),
    [
        (BOMB.encode(), About.UNSAFE_XML),
        (OUTSIDE.encode(), About.UNSAFE_XML),
        (b"<!DOCTYPE quiz SYSTEM 'http://x.example/quiz.dtd'><quiz/>", About.UNSAFE_XML),
        (b"<quiz><question>", About.NOT_XML),
        (b"\xff\xfe<\x00q\x00", About.NOT_UTF8),
        (b"<?xml version='1.0' encoding='klingon'?><quiz/>", About.NOT_XML),
        ("<quiz>Fi\xe8vre</quiz>".encode("latin-1"), About.NOT_UTF8),
        (b"<html/>", About.NOT_A_QUIZ),
        (b"<quiz/>", About.EMPTY),
        (b"", About.NOT_XML),
    ],
)
def test_a_file_that_cannot_or_must_not_be_read_says_why(raw: bytes, about: About) -> None:
    assert [note.about for note in read_moodle(raw).problems] == [about]


def test_a_very_deep_file_is_read_or_refused_without_harm() -> None:
    read_moodle(b"<quiz>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</quiz>")


@given(st.text(max_size=100))
def test_any_text_inside_a_question_is_read_without_an_error(text: str) -> None:
    read_moodle(f"<quiz>{text}</quiz>".encode("utf-8", "replace"))
