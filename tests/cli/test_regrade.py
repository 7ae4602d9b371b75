"""quiz-app regrade: a list first, and nothing done without being told."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from quiz_app.app.assembly import assemble
from quiz_app.app.settings import read_settings
from quiz_app.cli import main
from quiz_app.domain.progress import Stage
from tests.content.small_bank import TOPIC, write_bank

MENDED = "      - right: The team at {emergency_number}\n"
WRONG_TOPIC = TOPIC.replace("      - wrong: A friend at home\n", "      - right: A friend at home\n").replace(
    MENDED, "      - wrong: The team at {emergency_number}\n        misconception: it-passes\n"
)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clinic where one patient chose a friend at home while that was the key, which is mended by now."""
    questions = write_bank(tmp_path, {"small/topics/signs.yaml": WRONG_TOPIC})
    monkeypatch.setenv("QUIZ_APP_QUESTIONS", str(questions))
    monkeypatch.setenv("QUIZ_APP_COURSE", "small")
    app = assemble(read_settings({"QUIZ_APP_QUESTIONS": str(questions), "QUIZ_APP_DATA": str(tmp_path / "data")}))
    assert app.library.course("small"), [str(problem) for problem in app.library.problems]
    attempt = next(
        found
        for found in (app.inviting.walk_in("small")[1] for _ in range(50))
        if app.taking.sitting(found).record.form.parts[0].asked[0].item == "clot-bus"
    )
    while not (sitting := app.taking.sitting(attempt)).progress.answers:
        place = sitting.progress.current
        if place.stage is Stage.ASK and place.turn:
            app.taking.answer(sitting, place.turn, choice=("a",))
        else:
            app.taking.go_on(sitting, place)
    app.store.close()
    (questions / "small/topics/signs.yaml").write_text(TOPIC)
    return tmp_path / "data"


def run(data: Path, *more: str) -> tuple[int, str]:
    """Exit code and everything printed."""
    result = CliRunner().invoke(main, ["regrade", "small", "clot-bus", *more, "--data", str(data)])
    return result.exit_code, result.output


def test_without_commit_it_lists_and_does_nothing(data: Path) -> None:
    code, said = run(data)

    assert code == 0
    assert "Answered: 1. Count otherwise: 1. Other outcome: 0." in said
    assert "right -> missed, not-finished -> not-finished" in said
    assert "Nothing was changed." in said
    assert run(data)[1] == said


def test_with_commit_it_needs_a_reason(data: Path) -> None:
    code, said = run(data, "--commit")

    assert code == 1
    assert "Say why with --reason" in said


def test_with_a_reason_it_marks_again_and_a_second_time_adds_nothing(data: Path) -> None:
    code, said = run(data, "--commit", "--reason", "The friend was the key")

    assert (code, "Marked again." in said) == (0, True)
    assert "Answered: 1. Count otherwise: 0. Other outcome: 0." in run(data, "--commit", "--reason", "Again")[1]


def test_a_question_whose_key_is_as_it_was_cannot_be_marked_again(data: Path) -> None:
    result = CliRunner().invoke(main, ["regrade", "small", "clot-evening", "--data", str(data)])

    assert result.exit_code == 1
    assert "The key of this question is the one that patients met." in result.output
