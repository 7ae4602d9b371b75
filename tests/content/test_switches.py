from pathlib import Path

from quiz_app.content import load_library
from tests.content.small_bank import TODAY, TOPIC, write_bank


def found_in(topic: str, folder: Path) -> list[str]:
    questions = write_bank(folder, {"small/topics/signs.yaml": topic})
    return [f"{found.line} {found.code}" for found in load_library(questions, today=TODAY).problems]


def test_a_rule_is_switched_off_for_one_line_with_a_reason(tmp_path: Path) -> None:
    topic = TOPIC.replace("wrong: Rest and wait", "wrong: Never mind  # check: off W323 because people say it so")

    assert found_in(topic, tmp_path) == []


def test_a_switch_leaves_other_lines_and_other_rules_alone(tmp_path: Path) -> None:
    topic = TOPIC.replace("wrong: Rest and wait", "wrong: Never mind  # check: off W323 because people say it so")
    topic = topic.replace("wrong: Drink some water", "wrong: Always a test")

    assert found_in(topic, tmp_path) == ["31 W323", "31 E301"]


def test_a_switch_behind_the_bar_covers_the_whole_block_of_text(tmp_path: Path) -> None:
    topic = TOPIC.replace("say: |", "say: |  # check: off E301 because it is the name of a form")
    topic = topic.replace("It can make your chest hurt.", "Ask for the test form.")

    assert found_in(topic, tmp_path) == []


def test_errors_of_structure_cannot_be_switched_off(tmp_path: Path) -> None:
    topic = TOPIC.replace("sibling: clot-bus", "sibling: clot-buss  # check: off E221 because it comes later")

    assert found_in(topic, tmp_path) == ["35 E221", "35 E131", "53 E222"]


def test_html_cannot_be_switched_off(tmp_path: Path) -> None:
    topic = TOPIC.replace("wrong: Rest and wait", "wrong: <b>Rest</b>  # check: off E306 because it is bold")

    assert found_in(topic, tmp_path) == ["27 E306", "27 E131"]


def test_a_switch_needs_the_word_because(tmp_path: Path) -> None:
    topic = TOPIC.replace("wrong: Rest and wait", "wrong: Never mind  # check: off W323 people say so")

    assert found_in(topic, tmp_path) == ["27 W323", "27 E130"]


def test_other_comments_are_left_alone(tmp_path: Path) -> None:
    topic = TOPIC.replace("wrong: Rest and wait", "wrong: Rest and wait  # please check this again, W323 is off")

    assert found_in(topic, tmp_path) == []
