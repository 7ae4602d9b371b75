"""The worksheet: what a machine can count is filled in, and the rest is left to two raters."""

import re
from pathlib import Path

import pytest

from quiz_app.content import load_library
from quiz_app.content.points import Counted, Worksheet
from quiz_app.content.worksheet import worksheet
from quiz_app.content.worksheet_page import CDC_INDEX, PEMAT, as_markdown
from quiz_app.domain.course import Course, Topic
from tests.app.shipped import QUESTIONS
from tests.content.small_bank import TODAY, TOPIC, write_bank

SHIPPED = load_library(QUESTIONS, today=TODAY).courses
TOPICS = [(course, topic) for course in SHIPPED.values() for topic in course.topics]


def sheet_of(topic: str, folder: Path) -> Worksheet:
    questions = write_bank(folder, {"small/topics/signs.yaml": topic})
    course = load_library(questions, today=TODAY).courses["small"]
    return worksheet(course, course.topics[0])


def counted(sheet: Worksheet, asks: str) -> Counted | None:
    return next(point.counted for part in sheet.parts for point in part.points if point.asks.startswith(asks))


def test_what_can_be_counted_is_filled_in_with_its_evidence(tmp_path: Path) -> None:
    sheet = sheet_of(TOPIC, tmp_path)

    assert counted(sheet, "There is one main message") == Counted(
        "6 words: “Chest pain needs help right away.”", holds=True
    )
    assert counted(sheet, "There is at least one thing") == Counted(
        "1: “Call 911 first. Then call 555-0100.”", holds=True
    )
    assert counted(sheet, "At least half") == Counted("3 of 3 questions", holds=True)
    assert counted(sheet, "Chances are told") == Counted("“5 to 15 of 100 people with a headache”")
    assert counted(sheet, "Each picture") == Counted("“A person holds their chest”")
    assert counted(sheet, "Every screen and question") == Counted("all do", holds=True)
    assert counted(sheet, "Behind each option") == Counted("1 of 3 name one", holds=False)


def test_a_passive_and_a_step_without_its_verb_are_shown(tmp_path: Path) -> None:
    topic = TOPIC.replace("It can block a blood vessel.", "The clinic should be called.")
    topic = topic.replace("do: Call {emergency_number} first.", "do: You call {emergency_number} first.")

    sheet = sheet_of(topic, tmp_path)

    assert counted(sheet, "It says who acts") == Counted("“should be called”", holds=False)
    assert counted(sheet, "Each begins with a verb") == Counted(
        "“You call 911 first. Then call 555-0100.”", holds=False
    )


def test_a_retired_question_is_not_counted(tmp_path: Path) -> None:
    topic = TOPIC.replace("    level: decide\n", "    level: decide\n    retired: true\n")

    assert counted(sheet_of(topic, tmp_path), "At least half") == Counted("2 of 2 questions", holds=True)


def test_the_page_leaves_a_column_for_each_rater_and_a_line_for_their_agreement(tmp_path: Path) -> None:
    sheet = sheet_of(TOPIC, tmp_path)

    page = as_markdown(sheet)

    for_raters = re.findall(r"^\| \d+ \| .* \|  \|  \|$", page, re.M)
    assert len(for_raters) == sheet.asked
    assert "| rater 1 | rater 2 |" in page
    assert f"Both raters gave the same answer at ______ of the {sheet.asked} points" in page


def test_the_page_never_calls_itself_a_score_and_says_where_the_instruments_are(tmp_path: Path) -> None:
    page = as_markdown(sheet_of(TOPIC, tmp_path))

    assert "PEMAT-informed" in page
    assert "**not** a PEMAT score" in page
    assert PEMAT in page
    assert CDC_INDEX in page


@pytest.mark.parametrize(("course", "topic"), TOPICS, ids=[f"{c.outline.course}/{t.topic}" for c, t in TOPICS])
def test_every_shipped_topic_has_a_whole_worksheet(course: Course, topic: Topic) -> None:
    sheet = worksheet(course, topic)
    page = as_markdown(sheet)

    rows = [line for line in page.splitlines() if re.match(r"\| \d+ \|", line)]
    assert len(rows) == sum(len(part.points) for part in sheet.parts)
    assert all(line.count("|") - line.count("\\|") == 6 for line in rows)
    grade = counted(sheet, "It reads at grade 6")
    assert grade
    assert grade.holds
