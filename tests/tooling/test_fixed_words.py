"""What the program explains to educators is there in Spanish: the checker's rules, hints of forms, the worksheet."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from markupsafe import Markup

from quiz_app.content import load_library
from quiz_app.content.catalogue import CATALOGUE
from quiz_app.content.help import HELP
from quiz_app.content.problems import Place, Problem
from quiz_app.content.worksheet import worksheet
from quiz_app.i18n.fixed import translations
from quiz_app.i18n.messages import speak
from quiz_app.web.components import findings, html
from tests.app.shipped import QUESTIONS

FORMS = ("Card", "Chance", "Item", "Option", "Picture", "Put", "Screen")
"""The blocks of the format that have a form of their own."""

SPANISH = translations("es")
NO_QUESTION = next(each for each in CATALOGUE.values() if each.title == "Objective is not asked")


def rules() -> set[str]:
    """What the checker says of its rules."""
    return {said for each in CATALOGUE.values() for said in (each.title, each.why, each.remedy) if said}


def hints() -> set[str]:
    """What stands below the fields of forms."""
    return {said for place, said in HELP.items() if place.split(".")[0] in FORMS}


def points() -> set[str]:
    """What the worksheet asks."""
    course = load_library(QUESTIONS, today=date(2026, 11, 22)).courses["ivig"]
    parts = [part for topic in course.topics for part in worksheet(course, topic).parts]
    return {part.title for part in parts} | {point.asks for part in parts for point in part.points}


def a_problem(*, remedy: str) -> Problem:
    """An objective that no question asks about."""
    return Problem("a.yaml", Place(line=3), NO_QUESTION.code, "Nobody asks <it>.", remedy)


@pytest.fixture
def in_spanish() -> Iterator[None]:
    speak("es")
    yield
    speak("en")


def test_every_fixed_text_is_there_in_spanish_and_no_other() -> None:
    assert set(SPANISH) == rules() | hints() | points()


def test_spanish_keeps_what_stands_in_quotes_or_braces() -> None:
    kept = re.compile(r"'[a-z_]+:?'|\{[a-z_]*\}|https?://\S+")

    assert [text for text, said in SPANISH.items() if sorted(kept.findall(text)) != sorted(kept.findall(said))] == []


def test_no_english_text_was_left_in_spanish() -> None:
    assert [text for text, said in SPANISH.items() if text == said] == []


def test_a_problem_is_told_in_the_checkers_own_words_in_english() -> None:
    found = a_problem(remedy="Ask.")

    assert findings.in_short(found) == Markup("Nobody asks &lt;it&gt;. Ask.")


@pytest.mark.usefixtures("in_spanish")
def test_a_problem_begins_with_its_rule_in_spanish_and_marks_what_stays_english() -> None:
    found = a_problem(remedy=NO_QUESTION.remedy)

    assert findings.what(found) == Markup(
        'Objetivo que no se pregunta. <span lang="en" dir="auto">Nobody asks &lt;it&gt;.</span>'
    )
    assert findings.remedy(found) == "Agregue una pregunta para él o quite el objetivo."


@pytest.mark.usefixtures("in_spanish")
def test_what_nobody_translated_says_that_it_is_english() -> None:
    assert html.explained("One & two") == Markup('<span lang="en" dir="auto">One &amp; two</span>')
