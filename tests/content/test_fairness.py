"""A finding that is not fair teaches authors to ignore the checker: what must be found, and what must be left alone."""

from pathlib import Path

import pytest

from quiz_app.content import load_library
from tests.content.small_bank import CLINIC, COURSE, GLOSSARY, MISCONCEPTIONS, SOURCES, TODAY, TOPIC, write_bank

STEM = "It is evening and your chest hurts. What do you do?"


def codes(topic: str, folder: Path, glossary: str = GLOSSARY) -> set[str]:
    questions = write_bank(folder, {"small/topics/signs.yaml": topic, "small/glossary.yaml": glossary})
    return {found.code for found in load_library(questions, today=TODAY).problems}


def saying(sentence: str) -> str:
    return TOPIC.replace("It can block a blood vessel.", sentence)


def asking(question: str) -> str:
    return TOPIC.replace(STEM, f'"{question}"')


def offering(right: str, first: str, second: str) -> str:
    topic = TOPIC.replace("- right: Call {emergency_number}\n", f'- right: "{right}"\n')
    return topic.replace("wrong: Rest and wait", f'wrong: "{first}"').replace("Drink some water", second)


@pytest.mark.parametrize("word", ["wrong", "Failed", "failure", "incorrectly", "retest", "tested", "exams", "scoring"])
def test_forms_of_shame_words_are_found(word: str, tmp_path: Path) -> None:
    assert codes(saying(f"So {word} it is."), tmp_path) == {"E301"}


@pytest.mark.parametrize("word", ["contest", "latest", "protest", "example", "testicle", "attest", "underscore"])
def test_words_that_only_look_like_shame_words_are_left_alone(word: str, tmp_path: Path) -> None:
    assert codes(saying(f"So {word} it is."), tmp_path) == set()


@pytest.mark.parametrize(
    "words", ["1 in 10", "one in ten", "1 in every 1,000", "5 %", "5%", "5 percent", "one in a million"]
)
def test_chances_that_are_hard_to_compare_are_found(words: str, tmp_path: Path) -> None:
    assert codes(saying(f"It happens to {words}."), tmp_path) == {"E302"}


@pytest.mark.parametrize(
    "words", ["5 to 15 of every 100", "2 out of 100 people", "one in the arm", "2 in the morning", "3 of the 6 groups"]
)
def test_other_numbers_are_left_alone(words: str, tmp_path: Path) -> None:
    assert codes(saying(f"It happens to {words}."), tmp_path) == set()


@pytest.mark.parametrize(
    "question",
    [
        "Your chest hurts. Which of these should you not do?",
        "Your chest hurts. What don't you do?",
        "Your chest hurts. When should you not call?",
        "Your chest hurts. Do all of these EXCEPT what?",
        "Your chest hurts. Who can help, except a friend?",
    ],
)
def test_questions_for_what_is_not_so_are_found(question: str, tmp_path: Path) -> None:
    assert "E304" in codes(asking(question), tmp_path)


@pytest.mark.parametrize(
    "question",
    [
        "You do not feel well. What do you do?",
        "What do you do if the nurse is not there?",
        "What do you do when you don't feel well?",
        "When you can't breathe, who can help?",
        "Why is it not safe to wait?",
        "Your chest is not right, and who can help?",
    ],
)
def test_a_not_in_the_scene_is_left_alone(question: str, tmp_path: Path) -> None:
    assert codes(asking(question), tmp_path) == set()


@pytest.mark.parametrize(
    "sentence", ["The drip is started by the nurse.", "The clinic should be called.", "You are watched by your team."]
)
def test_instructions_that_hide_who_acts_are_found(sentence: str, tmp_path: Path) -> None:
    assert codes(saying(sentence), tmp_path) == {"W325"}


@pytest.mark.parametrize(
    "sentence",
    [
        "It is made from plasma.",
        "You may be tired by noon.",
        "You should be prepared.",
        "Some rest is needed by noon.",
        "The drip was slowed down.",
        "It should be easy.",
    ],
)
def test_harmless_passives_and_states_are_left_alone(sentence: str, tmp_path: Path) -> None:
    assert codes(saying(sentence), tmp_path) == set()


@pytest.mark.parametrize("sentence", ["It is a DVT.", "Ask for the CBC now.", "Two PICCs help."])
def test_abbreviations_that_nobody_explains_are_found(sentence: str, tmp_path: Path) -> None:
    assert codes(saying(sentence), tmp_path) == {"W404"}


@pytest.mark.parametrize(
    "sentence", ["It was 20 C at 9 AM in the US.", "Use the IV.", "CALL us.", "I do.", "Take vitamin B12."]
)
def test_explained_and_everyday_letters_are_left_alone(sentence: str, tmp_path: Path) -> None:
    glossary = GLOSSARY + "intravenous:\n  means: Into a vein.\n  also: [IV]\n"

    assert codes(saying(f"{sentence} The IV is in."), tmp_path, glossary) == set()


@pytest.mark.parametrize("option", ["Always rest", "It may pass", "Wait, as all do", "Usually rest"])
def test_absolute_and_vague_words_in_options_are_found(option: str, tmp_path: Path) -> None:
    assert codes(offering("Call {emergency_number}", option, "Drink water"), tmp_path) == {"W323"}


@pytest.mark.parametrize("option", ["Wait until May", "Drink every day", "Rest all night", "Do nothing at all"])
def test_everyday_words_in_options_are_left_alone(option: str, tmp_path: Path) -> None:
    assert codes(offering("Call {emergency_number}", option, "Drink water"), tmp_path) == set()


@pytest.mark.parametrize("option", ["All of the above", "None of these.", "Both of them"])
def test_options_about_other_options_are_found(option: str, tmp_path: Path) -> None:
    assert "E303" in codes(offering("Call {emergency_number}", "Rest a while", option), tmp_path)


@pytest.mark.parametrize(
    ("option", "code"), [("A and B", "E305"), ("Both A and C", "E305"), ("Rest a while and read", "E305")]
)
def test_options_that_join_others_are_found(option: str, code: str, tmp_path: Path) -> None:
    assert codes(offering("Call {emergency_number}", "Rest a while", option), tmp_path) == {code}


def test_an_option_with_an_and_of_its_own_is_left_alone(tmp_path: Path) -> None:
    assert codes(offering("Call {emergency_number}", "Rest a while", "Drink tea and read"), tmp_path) == set()


def test_a_word_that_other_options_share_is_no_hint(tmp_path: Path) -> None:
    assert codes(offering("Show my chest", "Rub my chest", "Rest at home"), tmp_path) == set()


def test_a_word_in_another_form_is_still_a_hint(tmp_path: Path) -> None:
    assert codes(offering("Say it is hurting", "Rest a while", "Rest at home"), tmp_path) == {"W324"}


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<iframe src=x>", "[here](http://x.org)", "www.x.org"])
def test_anything_but_text_is_found(text: str, tmp_path: Path) -> None:
    assert codes(saying(f"Look at {text} now."), tmp_path) == {"E306"}


@pytest.mark.parametrize("text", ["a temperature < 8 C", "5 > 3", "(see below)", "[sic] this", "your data: it helps"])
def test_signs_in_plain_text_are_left_alone(text: str, tmp_path: Path) -> None:
    assert codes(saying(f"Look at {text} now."), tmp_path) == set()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "example.org", "https://x.org/<b>", "data:text/html,x"])
def test_a_document_without_a_plain_web_address_is_found(address: str, tmp_path: Path) -> None:
    sources = SOURCES.replace("https://example.org/clots", f'"{address}"')
    questions = write_bank(tmp_path, {"small/sources.yaml": sources})

    assert [found.code for found in load_library(questions, today=TODAY).problems] == ["E306"]


@pytest.mark.parametrize(
    ("file", "text", "old"),
    [
        ("small/misconceptions.yaml", MISCONCEPTIONS, "Chest pain passes"),
        ("small/sources.yaml", SOURCES, "Blood clots"),
        ("small/course.yaml", COURSE, "CC BY"),
        ("small/glossary.yaml", GLOSSARY, "clot:"),
        ("clinic.yaml", CLINIC, "the Lakeside"),
    ],
)
def test_html_is_found_wherever_it_hides(file: str, text: str, old: str, tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {file: text.replace(old, f"<img src=x> {old}")})

    assert "E306" in [found.code for found in load_library(questions, today=TODAY).problems]


def test_short_options_may_differ_in_length(tmp_path: Path) -> None:
    assert codes(offering("Call the nurse", "Wait", "Rest"), tmp_path) == set()


def test_numbers_in_order_either_way_are_left_alone(tmp_path: Path) -> None:
    assert codes(offering("3 days", "2 days", "1 day"), tmp_path) == set()


def test_choose_all_that_apply_may_follow_the_question(tmp_path: Path) -> None:
    assert codes(asking("Which of these help you? Choose all that apply."), tmp_path) == set()
