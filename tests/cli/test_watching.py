"""`quiz-app check --watch`, as a person with an editor beside it meets it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content.small_bank import FILES, TOPIC, write_bank

START = """
import signal
from quiz_app.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test that runs in the background has Ctrl-C switched off
main()
"""
NO_DUE_DATE_NEAR = FILES["small/course.yaml"].replace("2027-06-01", "2999-06-01")
DRAFT = Path("small") / "topics" / "signs.yaml"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    return write_bank(tmp_path, {"small/course.yaml": NO_DUE_DATE_NEAR})


@pytest.fixture(params=["text"])
def watching(questions: Path, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", START, "check", str(questions), "--watch"]
    command += ["--format", request.param]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        yield process
        process.kill()


def said(process: subprocess.Popen[str]) -> list[str]:
    """The lines until it waits again."""
    lines: list[str] = []
    while not lines or not lines[-1].startswith("Checked"):
        assert process.stdout
        line = process.stdout.readline()
        assert line, lines
        lines.append(line.rstrip("\n"))
    return lines


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_it_checks_again_after_every_change_and_ends_in_peace(watching: subprocess.Popen[str], questions: Path) -> None:
    assert said(watching) == [
        f"Checking {questions}",
        "No problems.",
        "Checked: 0 errors, 0 warnings. Waiting for a change; Ctrl-C ends.",
    ]

    (questions / DRAFT).write_text(TOPIC.replace("level: decide", "level: decied"), encoding="utf-8")
    assert said(watching) == [
        f"Checking {questions}",
        (
            f"{(questions / DRAFT).as_posix()}:59:12: I do not know 'decied' for 'level'. "
            "Did you mean 'decide'? Use know or decide or act. [E206]"
        ),
        "Checked: 1 error, 0 warnings. Waiting for a change; Ctrl-C ends.",
    ]

    (questions / DRAFT).unlink()
    assert "[E232]" in said(watching)[1]

    (questions / DRAFT).write_text(TOPIC, encoding="utf-8")
    assert said(watching)[1] == "No problems."

    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=20) == 0


@pytest.mark.parametrize("watching", ["github"], indirect=True)
def test_it_prints_in_the_form_that_was_asked_for(watching: subprocess.Popen[str], questions: Path) -> None:
    assert said(watching)[1:] == ["Checked: 0 errors, 0 warnings. Waiting for a change; Ctrl-C ends."]

    (questions / DRAFT).write_text(TOPIC.replace("level: decide", "level: decied"), encoding="utf-8")

    assert said(watching)[1].startswith(f"::error file={(questions / DRAFT).as_posix()},line=59,col=12,title=E206 ")
