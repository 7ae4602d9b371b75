"""The command that takes pictures of every screen."""

import os
import shutil
import struct
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quiz_app.cli import main

CHROMIUM = os.environ.get("QUIZ_APP_CHROMIUM") or shutil.which("chromium") or ""


def _size(picture: Path) -> tuple[int, int]:
    """Width and height, as a PNG says in its first bytes."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


@pytest.mark.browser
@pytest.mark.slow
def test_pictures_of_some_screens_are_taken_at_both_sizes(tmp_path: Path) -> None:
    words = ["screenshots", str(tmp_path), "--only", "co", "--browser", CHROMIUM]
    result = CliRunner().invoke(main, words, env={"QUIZ_APP_CHROMIUM": None})

    taken = {path.relative_to(tmp_path / "en").as_posix(): _size(path) for path in tmp_path.rglob("*.png")}
    names = {Path(name).stem[3:] for name in taken}
    page = (tmp_path / "en" / "index.html").read_text(encoding="utf-8")
    assert result.exit_code == 0, result.stderr
    assert {"code", "confirmed", "course"} <= names  # of a patient, a nurse, an educator
    assert {width for name, (width, _) in taken.items() if name.startswith("phone/")} == {390}
    assert {width for name, (width, _) in taken.items() if name.startswith("desktop/")} == {1280}
    assert len(taken) == 2 * len(names)
    assert [name for name in taken if name not in page] == []


def test_a_language_without_words_is_refused_in_one_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["screenshots", str(tmp_path), "--language", "tlh"])

    assert result.exit_code == 1
    assert result.stderr.startswith("There are no interface words in the language tlh. There are: en")


def test_without_playwright_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    for name in [name for name in sys.modules if name.startswith("quiz_app.cli.studio")]:
        monkeypatch.delitem(sys.modules, name)

    result = CliRunner().invoke(main, ["screenshots", str(tmp_path)])

    assert result.exit_code == 1
    assert (
        result.stderr
        == "Pictures need Playwright, which only developers have. Install it with: pip install playwright\n"
    )


def test_a_browser_that_is_not_there_is_told_with_the_way_to_get_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["screenshots", str(tmp_path), "--browser", str(tmp_path / "nothing")])

    assert result.exit_code == 1
    assert "python -m playwright install chromium" in result.stderr
    assert "Traceback" not in result.stderr
