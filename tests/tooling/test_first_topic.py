"""The page "Your first topic in ten minutes", followed word by word in a copy of the question banks."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quiz_app.cli import main

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "first-topic.md"
BLOCK = re.compile(r"(?:<!-- (?P<told>[^>]+) -->\n\n)?```(?P<kind>\w+)\n(?P<text>.*?)```\n", re.S)
RUN = "python3 run.py "


@dataclass(frozen=True)
class Block:
    """A block of the page, its kind, and what the note above it tells to do with it."""

    kind: str
    told: str
    text: str


def blocks() -> Iterator[Block]:
    for found in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        yield Block(found["kind"], found["told"] or "", found["text"])


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the question banks, as somebody has it who begins."""
    shutil.copytree(ROOT / "questions", tmp_path / "questions")
    for outline in (tmp_path / "questions").glob("*/course.yaml"):  # no reminder of a review comes between
        outline.write_text(re.sub(r"due: \d+", "due: 2999", outline.read_text(encoding="utf-8")), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUIZ_APP_QUESTIONS", "questions")
    return tmp_path


def test_every_step_of_the_page_does_what_the_page_says(copy: Path) -> None:
    said, changing, old, steps = "", copy, "", 0

    for block in blocks():
        steps += 1
        if block.told.startswith("save as "):
            (copy / block.told.removeprefix("save as ")).write_text(block.text, encoding="utf-8")
        elif block.told.startswith("change in "):
            changing, old = copy / block.told.removeprefix("change in "), block.text
        elif block.told == "to":
            before = changing.read_text(encoding="utf-8")
            assert before.count(old) == 1, old
            changing.write_text(before.replace(old, block.text), encoding="utf-8")
        elif block.kind == "sh":
            assert block.text.startswith(RUN)
            said = CliRunner().invoke(main, block.text.removeprefix(RUN).split()).stdout
        else:
            assert said == block.text
    assert steps == 18
    assert said.startswith("# Worksheet: Our numbers, close at hand\n")
