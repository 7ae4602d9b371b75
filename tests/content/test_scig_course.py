"""The second course that ships: small, honest about what is known, and built of the same parts as the first."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from quiz_app.content import load_library
from quiz_app.content.reading_level import reading_level
from quiz_app.domain.course import ReviewStatus, Topic
from quiz_app.domain.form import deal
from quiz_app.domain.item import Level, Verdict

QUESTIONS = Path(__file__).parents[2] / "questions"
LIBRARY = load_library(QUESTIONS, today=date(2026, 11, 22))
COURSE = LIBRARY.courses["scig"]
WORDS_A_MINUTE = 200
SECONDS_TO_CHOOSE = 8

PAIRS = [
    ("reaction-to-a-blood-product", "reaction-to-ivig"),
    ("itchy-at-the-start", "nurse-on-the-phone"),
    ("lips-swell", "hives-and-wheeze"),
    ("chest-pain-at-dinner", "weak-hand"),
]
KNOWN_OF_THIS_ROUTE = {"A-14", "A-15"}
"""The facts that speak of SCIG itself: how it is given, and what its side effects are like."""

KNOWN_OF_IVIG_ONLY = {
    "the boxed warning": ["F-01"],
    "when and in whom clots, kidney trouble and red cell breakdown come": ["F-04", "F-06", "F-11"],
    "how rare": ["F-19", "E-06", "E-07"],
    "how the drip goes": ["D-02", "D-04", "D-05", "D-06", "D-07", "D-09", "D-12", "E-08", "E-09"],
    "how often a dose is due": ["B-04"],
    "how long to wait with a vaccine": ["G-02", "G-03"],
}


def test_the_course_has_no_problem_and_no_rule_is_switched_off_in_it() -> None:
    files = [file.read_text(encoding="utf-8") for file in (QUESTIONS / "scig").rglob("*.yaml")]

    assert [str(problem) for problem in LIBRARY.problems if "scig" in str(problem)] == []
    assert not [text for text in files if "check: off" in text]


def test_the_course_says_that_no_clinician_approved_it() -> None:
    review = COURSE.outline.review

    assert (review.status, review.approved_by, review.fingerprint) == (ReviewStatus.DRAFT, None, None)
    assert (COURSE.outline.version, COURSE.outline.licence) == ("2026-11", "CC BY 4.0")


def test_there_are_two_topics_and_every_critical_point_has_two_wordings() -> None:
    critical = {item.id for item in COURSE.items.values() if item.critical}

    assert [topic.topic for topic in COURSE.topics] == ["under-the-skin", "signs-and-log"]
    assert critical == {name for pair in PAIRS for name in pair}
    for first, second in ((COURSE.items[a], COURSE.items[b]) for a, b in PAIRS):
        assert (first.sibling, second.sibling) == (second.id, first.id)
        assert first.ask != second.ask
        assert first.teach_back
        assert second.teach_back


def test_a_form_asks_six_items_with_every_critical_point_once_and_each_item_is_met_by_somebody() -> None:
    met = set()
    for seed in range(200):
        form = deal(COURSE, seed=seed)
        asked = [each.item for part in form.parts for each in part.asked]
        met |= set(asked)
        assert len(asked) == 6
        assert all(len(set(pair) & set(asked)) == 1 for pair in PAIRS)
    assert met == set(COURSE.items)


def test_half_of_the_items_ask_to_decide_or_to_act() -> None:
    levels = Counter(item.level for item in COURSE.items.values())

    assert levels[Level.KNOW] * 2 <= levels.total()


def test_over_caution_is_never_told_to_be_less_than_right() -> None:
    for item in COURSE.items.values():
        mistaken = [o.text.lower() for o in item.options if o.verdict is Verdict.WRONG]
        assert not [text for text in mistaken if "{emergency_number}" in text or text.startswith("call")], item.id


@pytest.mark.parametrize("topic", COURSE.topics, ids=lambda topic: topic.topic)
def test_a_topic_reads_at_grade_six_or_easier_even_with_its_terms_counted_as_hard(topic: Topic) -> None:
    taught = [text for s in topic.lesson for text in (s.heading, s.say, s.do or "", *(s.card.signs if s.card else ()))]
    asked = [text for i in topic.items for o in i.options for text in (i.ask, o.text, o.why, i.not_sure)]
    text = "\n\n".join([topic.main_message, *taught, *dict.fromkeys(asked)])

    assert reading_level(text).grade <= 6.0


def test_the_course_takes_about_the_minutes_it_promises() -> None:
    read = sum(
        _words(s.heading, s.say, s.do, *(s.card.signs if s.card else ())) for t in COURSE.topics for s in t.lesson
    )
    items = COURSE.items.values()
    one = sum(_words(i.ask, *(o.text for o in i.options), *(p.what for p in i.put)) + 25 for i in items) / len(items)

    minutes = (read + 6 * one) / WORDS_A_MINUTE + 6 * SECONDS_TO_CHOOSE / 60

    assert COURSE.outline.minutes == 6
    assert abs(minutes - 6) <= 1


def _words(*texts: str | None) -> int:
    return sum(len(text.split()) for text in texts if text)


def test_every_code_is_a_known_fact_and_nothing_uncertain_is_asked() -> None:
    facts = LIBRARY.sources["scig"].facts

    for item in COURSE.items.values():
        assert {facts[code].evidence for code in item.sources} <= {"2+", "1"}, item.id
        assert item.sources
    assert all(screen.sources for topic in COURSE.topics for screen in topic.lesson)
    assert {code for topic in COURSE.topics for screen in topic.lesson for code in screen.sources} <= facts.keys()


def test_its_facts_and_documents_are_those_of_the_first_course_word_for_word() -> None:
    first, second = LIBRARY.sources["ivig"], LIBRARY.sources["scig"]

    assert second.facts.items() <= first.facts.items()
    assert second.documents.items() <= first.documents.items()
    assert {code for fact in second.facts.values() for code in fact.sources} == set(second.documents)


@pytest.mark.parametrize("codes", KNOWN_OF_IVIG_ONLY.values(), ids=KNOWN_OF_IVIG_ONLY)
def test_what_is_known_of_ivig_only_is_not_claimed(codes: list[str]) -> None:
    assert LIBRARY.sources["scig"].facts.keys() >= KNOWN_OF_THIS_ROUTE
    assert not set(codes) & LIBRARY.sources["scig"].facts.keys()


def test_what_is_known_of_ivig_only_says_that_it_is_of_ivig() -> None:
    late = [screen for topic in COURSE.topics for screen in topic.lesson if "F-18" in screen.sources]

    assert [screen.id for screen in late] == ["emergency-signs"]
    assert "With IVIG, some signs start days later." in " ".join((late[0].say or "").split())


def test_no_sentence_speaks_of_a_drip_a_speed_a_dose_or_a_number_of_hours() -> None:
    spoken = COURSE.model_dump_json(exclude={"glossary"})

    assert re.findall(r"(?i)\b(drip|pump|speed|needle|belly|thigh|dose[sd]? of|hours? long|minutes)\b", spoken) == [
        "minutes"  # how long the course takes
    ]


def test_every_picture_is_there_with_words_that_stand_for_it() -> None:
    shown = {screen.picture.file for topic in COURSE.topics for screen in topic.lesson if screen.picture}

    assert shown == {file.name for file in (QUESTIONS / "scig" / "pictures").iterdir()}
    assert len(shown) == 2
