"""The course that ships: it teaches what it promises, asks what matters, and says honestly where it stands."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from quiz_app.content import load_library
from quiz_app.content.reading_level import reading_level
from quiz_app.domain.course import ReviewStatus, Topic
from quiz_app.domain.form import deal
from quiz_app.domain.item import Item, Kind, Level, Verdict

QUESTIONS = Path(__file__).parents[2] / "questions"
LIBRARY = load_library(QUESTIONS, today=date(2026, 11, 22))
COURSE = LIBRARY.courses["ivig"]
WORDS_A_MINUTE = 200
SECONDS_TO_CHOOSE = 8

MUST_KNOW = {
    "1 tell the nurse about any new feeling": ["new-feeling-warm-itch", "new-feeling-back-ache"],
    "2 severe allergic reaction": ["allergy-in-the-chair", "allergy-at-home"],
    "3 blood clot": ["clot-chest-evening", "clot-leg-next-day"],
    "4 say: clots, heart, estrogen, moving little": ["old-leg-clot", "estrogen-and-chair"],
    "5 say: kidneys, diabetes, hard medicines": ["form-old-kidneys", "naproxen-and-diabetes"],
    "5 signs of kidney trouble": ["little-urine-swollen-feet", "fast-weight-gain"],
    "6 say: earlier reactions, very low IgA": ["reaction-years-ago", "low-iga-letter"],
    "7 say: fructose, proline, corn": ["fructose-since-birth", "corn-and-proline"],
    "8 headache with stiff neck": ["headache-stiff-neck", "headache-light-hurts"],
    "9 dark urine, yellow skin": ["dark-urine-a-week-later", "yellow-eyes-tired"],
    "10 breathing, blue lips": ["hard-to-breathe-in-chair", "blue-lips-at-home"],
    "11 drink enough; ask before pills and vaccines": ["sore-back-eve", "three-days-to-go"],
    "12 sugar meter": ["rosa-meter", "high-number-tonight"],
    "12 phone numbers": ["numbers-before-you-go", "numbers-saturday-night"],
}


class Claim(BaseModel):
    """One claim of the article the course began with, and what became of it."""

    claim: str
    taught: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    left_out: str = ""
    because: str = ""


CLAIMS = TypeAdapter(list[Claim]).validate_python(
    yaml.safe_load((Path(__file__).parent / "claims.yaml").read_text(encoding="utf-8"))
)


def test_the_banks_that_ship_have_no_problem_at_all() -> None:
    assert [str(problem) for problem in LIBRARY.problems] == []


def test_the_course_says_that_no_clinician_approved_it() -> None:
    review = COURSE.outline.review

    assert (review.status, review.approved_by) == (ReviewStatus.DRAFT, None)


def test_there_are_six_topics_and_at_least_36_items_of_the_three_kinds() -> None:
    kinds = Counter(item.kind for item in COURSE.items.values())

    assert len(COURSE.topics) == 6
    assert sum(kinds.values()) >= 36
    assert all(kinds[kind] >= 3 for kind in Kind)


@pytest.mark.parametrize("pair", MUST_KNOW.values(), ids=MUST_KNOW)
def test_every_must_know_fact_is_critical_in_two_wordings(pair: list[str]) -> None:
    first, second = (COURSE.items[name] for name in pair)

    assert first.critical
    assert second.critical
    assert (first.sibling, second.sibling) == (second.id, first.id)
    assert first.ask != second.ask
    assert first.teach_back
    assert second.teach_back


def test_every_critical_item_stands_in_the_table_of_must_know_facts() -> None:
    critical = {item.id for item in COURSE.items.values() if item.critical}

    assert critical == {name for pair in MUST_KNOW.values() for name in pair}


def test_a_form_asks_18_items_with_every_critical_point_once() -> None:
    for seed in range(50):
        form = deal(COURSE, seed=seed)
        asked = [each.item for part in form.parts for each in part.asked]
        assert len(asked) == 18
        assert all(2 <= len(part.asked) <= 3 for part in form.parts)
        assert all(len(set(pair) & set(asked)) == 1 for pair in MUST_KNOW.values())


def test_every_high_risk_myth_is_a_distractor_somebody_can_meet_on_the_way() -> None:
    met = {each.item for seed in range(200) for part in deal(COURSE, seed=seed).parts for each in part.asked}
    believed = {belief for name in met for belief in beliefs(COURSE.items[name])}

    assert set(COURSE.outline.required_misconceptions) <= believed
    assert len(COURSE.outline.required_misconceptions) == 8


def beliefs(item: Item) -> set[str]:
    named = [option.misconception for option in item.options] + [thing.misconception for thing in item.put]
    return {name for name in named if name}


def test_half_of_the_items_ask_to_decide_or_to_act() -> None:
    levels = Counter(item.level for item in COURSE.items.values())

    assert levels[Level.KNOW] * 2 <= levels.total()


def test_over_caution_is_never_told_to_be_less_than_right() -> None:
    urgent = ("{emergency_number}", "911", "emergency")

    for item in COURSE.items.values():
        calls = [o.text for o in item.options if o.verdict is Verdict.WRONG and o.text.lower().startswith("call")]
        assert not [text for text in calls if any(word in text.lower() for word in urgent)], item.id


@pytest.mark.parametrize("topic", COURSE.topics, ids=lambda topic: topic.topic)
def test_a_topic_reads_at_grade_six_or_easier_even_with_its_terms_counted_as_hard(topic: Topic) -> None:
    taught = [text for s in topic.lesson for text in (s.heading, s.say, s.do or "", *(s.card.signs if s.card else ()))]
    asked = [text for i in topic.items for o in i.options for text in (i.ask, o.text, o.why, i.not_sure)]
    text = "\n\n".join([topic.main_message, *taught, *dict.fromkeys(asked)])

    assert reading_level(text).grade <= 6.0


def test_the_whole_course_takes_about_the_minutes_it_promises() -> None:
    read = sum(
        words(s.heading, s.say, s.do, *(s.card.signs if s.card else ())) for t in COURSE.topics for s in t.lesson
    )
    items = COURSE.items.values()
    one_item = sum(words(i.ask, *(o.text for o in i.options), *(p.what for p in i.put)) + 25 for i in items) / len(
        items
    )

    minutes = (read + 18 * one_item) / WORDS_A_MINUTE + 18 * SECONDS_TO_CHOOSE / 60

    assert abs(minutes - COURSE.outline.minutes) <= 3


def words(*texts: str | None) -> int:
    return sum(len(text.split()) for text in texts if text)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.claim)
def test_every_claim_of_the_article_is_taught_or_corrected_or_left_out_for_a_reason(claim: Claim) -> None:
    screens = {f"{topic.topic}/{screen.id}" for topic in COURSE.topics for screen in topic.lesson}

    assert {*claim.taught, *claim.corrected} <= screens
    assert claim.taught or claim.left_out or (claim.corrected and claim.because)


def test_the_table_of_claims_covers_the_article() -> None:
    assert len(CLAIMS) >= 45


def test_every_code_is_a_known_fact_and_nothing_uncertain_is_asked() -> None:
    facts = LIBRARY.sources["ivig"].facts

    for item in COURSE.items.values():
        assert {facts[code].evidence for code in item.sources if code in facts} <= {"2+", "1"}, item.id
        assert item.sources
    assert all(screen.sources for topic in COURSE.topics for screen in topic.lesson)
