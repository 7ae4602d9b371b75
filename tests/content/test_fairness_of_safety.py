"""What the rules about safety find in a text or a question, and what they leave alone."""

from pathlib import Path

import pytest

from quiz_app.content import load_library
from tests.content.small_bank import COURSE, TODAY, TOPIC, write_bank
from tests.content.test_fairness import asking, codes, offering, saying


@pytest.mark.parametrize(
    "sentence",
    [
        "It is twice as likely in bed.",
        "It is three times more likely in bed.",
        "That doubles the risk.",
        "You have half the risk.",
        "It happens 4 times as often.",
        "It is a 2-fold chance.",
    ],
)
def test_chances_told_against_other_chances_are_found(sentence: str, tmp_path: Path) -> None:
    assert codes(saying(sentence), tmp_path) == {"E310"}


@pytest.mark.parametrize(
    "sentence",
    ["Look at it three times a day.", "It is more likely in bed.", "Read it twice.", "It raises the risk.", "Fold it."],
)
def test_other_comparisons_are_left_alone(sentence: str, tmp_path: Path) -> None:
    assert codes(saying(sentence), tmp_path) == set()


@pytest.mark.parametrize("words", ["400 mg", "0.5 g/kg", "20 mL", "two tablets", "3 pills", "10 units"])
def test_doses_are_found(words: str, tmp_path: Path) -> None:
    assert codes(saying(f"Take {words} of it."), tmp_path) == {"E311"}


@pytest.mark.parametrize("words", ["2 glasses", "a pill", "3 days", "10 steps", "one pill", "5 grandsons"])
def test_other_amounts_are_left_alone(words: str, tmp_path: Path) -> None:
    assert codes(saying(f"Take {words} for it."), tmp_path) == set()


@pytest.mark.parametrize(
    "words", ["Call 911.", "Dial 112 now.", "Call the number 999.", "Call 555-0100.", "Call (555) 555-0100."]
)
def test_telephone_numbers_in_a_text_are_found(words: str, tmp_path: Path) -> None:
    assert codes(saying(words), tmp_path) == {"E312"}


@pytest.mark.parametrize("words", ["38 C", "38.5 °C", "100.4 F", "101 degrees"])
def test_limits_of_fever_in_a_text_are_found(words: str, tmp_path: Path) -> None:
    assert codes(saying(f"Call us at {words} or more."), tmp_path) == {"E312"}


@pytest.mark.parametrize(
    "words", ["Call {emergency_number}.", "Keep it below 25 C.", "Call within 112 minutes.", "In 2019-2020 it was so."]
)
def test_other_numbers_in_a_text_are_left_alone(words: str, tmp_path: Path) -> None:
    assert codes(saying(words), tmp_path) == set()


@pytest.mark.parametrize(
    "words", ["Stop taking your water pills.", "Skip the blood thinner.", "Rest. Then start the aspirin."]
)
def test_advice_to_stop_or_start_a_medicine_is_found(words: str, tmp_path: Path) -> None:
    assert codes(saying(words), tmp_path) == {"E313"}


@pytest.mark.parametrize(
    "words",
    [
        "Do not stop your pills.",
        "Ask your team before you stop a medicine.",
        "Stop and call us.",
        "It can stop live vaccines from working.",
        "Start with your list of medicines.",
    ],
)
def test_careful_advice_about_medicines_is_left_alone(words: str, tmp_path: Path) -> None:
    assert codes(saying(words), tmp_path) == set()


@pytest.mark.parametrize("option", ["Stop my water pills", "Do not worry"])
def test_an_option_that_is_not_right_may_say_what_patients_believe(option: str, tmp_path: Path) -> None:
    assert codes(offering("Call the nurse", "Rest a while", option), tmp_path) == set()


@pytest.mark.parametrize(
    "question",
    [
        "Do you have a rash?",
        "Are you taking a blood thinner?",
        "How do you feel today?",
        "Which medicines do you take?",
    ],
)
def test_questions_about_the_patients_own_health_are_found(question: str, tmp_path: Path) -> None:
    assert codes(asking(f"It is evening. {question}"), tmp_path) == {"E314"}


@pytest.mark.parametrize(
    "question",
    [
        "What do you do when you have a rash?",
        "A rash begins. Do you rest, or wait?",
        "Which medicines help?",
        "How do you tell us?",
    ],
)
def test_scenes_about_health_are_left_alone(question: str, tmp_path: Path) -> None:
    assert codes(asking(question), tmp_path) == set()


@pytest.mark.parametrize(
    "question", ["How many donors help?", "What is the half-life of it?", "What share is that?", "How much of it?"]
)
def test_trivia_is_found(question: str, tmp_path: Path) -> None:
    assert codes(asking(question), tmp_path) == {"W331"}


@pytest.mark.parametrize("question", ["How do you help?", "How much later do you rest?"])
def test_questions_about_doing_are_no_trivia(question: str, tmp_path: Path) -> None:
    assert codes(asking(question), tmp_path) == set()


@pytest.mark.parametrize("sentence", ["Do not worry.", "There is nothing to worry about.", "Never be afraid of it."])
def test_false_comfort_is_found(sentence: str, tmp_path: Path) -> None:
    assert codes(saying(sentence), tmp_path) == {"W330"}


@pytest.mark.parametrize("sentence", ["Call if it worries you.", "It is rare, so learn the signs.", "Tell us a worry."])
def test_honest_comfort_is_left_alone(sentence: str, tmp_path: Path) -> None:
    assert codes(saying(sentence), tmp_path) == set()


@pytest.mark.parametrize("step", ["You call us.", "The clinic helps.", "It is good to rest."])
def test_what_to_do_without_a_verb_in_front_is_found(step: str, tmp_path: Path) -> None:
    assert codes(TOPIC.replace("Call {emergency_number} first. Then call {clinic_phone}.", step), tmp_path) == {"W328"}


@pytest.mark.parametrize("step", ["Call us.", "If it hurts, rest.", "Before you go, call us.", "Do not wait."])
def test_steps_that_begin_with_a_verb_or_a_condition_are_left_alone(step: str, tmp_path: Path) -> None:
    assert codes(TOPIC.replace("Call {emergency_number} first. Then call {clinic_phone}.", step), tmp_path) == set()


@pytest.mark.parametrize("option", ["Wait, then call {emergency_number}", "Only call {emergency_number} tomorrow"])
def test_help_that_comes_too_late_may_be_wrong(option: str, tmp_path: Path) -> None:
    assert "W334" not in codes(offering("Call the nurse", "Rest a while", f'"{option}"'), tmp_path)


def test_twenty_questions_are_not_too_many_and_twenty_one_are(tmp_path: Path) -> None:
    def told(topics: str, asked: int) -> list[str]:
        course = COURSE.replace("topics: [signs]", f"topics: [{topics}]")
        course = course.replace("asked_per_topic: 2", f"asked_per_topic: {asked}")
        problems = load_library(write_bank(tmp_path, {"small/course.yaml": course}), today=TODAY).problems
        return [found.code for found in problems if found.code == "W520"]

    assert told("signs, b, c, d", 5) == []
    assert told("signs, b, c, d, e, f, g", 3) == ["W520"]
