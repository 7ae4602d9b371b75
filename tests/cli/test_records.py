"""The commands that check what was recorded."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quiz_app.cli import main


def _quiz_app(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of every command, not made yet."""
    for name in [name for name in os.environ if name.startswith("QUIZ_APP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("QUIZ_APP_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def _tamper(data: Path, *statements: str) -> None:
    """Change the file as somebody would who can write to it, past the guards of the tables."""
    with closing(sqlite3.connect(data / "quiz.db")) as database, database:
        guards = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in guards:
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement)


def _anchor(result: Result) -> str:
    return result.stdout.splitlines()[1].removeprefix("Anchor: ")


def test_a_whole_audit_trail_is_told_with_its_anchor() -> None:
    _quiz_app("invite", "--count", "2")

    result = _quiz_app("audit", "verify")

    assert result.exit_code == 0
    assert re.fullmatch(r"Links: 2\nAnchor: 2:[0-9a-f]{64}\n", result.stdout)


def test_a_changed_link_is_named_and_ends_with_code_one(data: Path) -> None:
    _quiz_app("invite", "--count", "3")
    _tamper(data, "UPDATE audit SET actor = 'nobody' WHERE seq = 2")

    result = _quiz_app("audit", "verify")

    assert result.exit_code == 1
    assert result.stdout.startswith("Links: 3\n")
    assert result.stderr == "The audit trail was changed at link 2, or ends before it.\n"


def test_a_tail_that_was_cut_off_is_seen_by_an_anchor_noted_earlier(data: Path) -> None:
    _quiz_app("invite", "--count", "3")
    anchor = _anchor(_quiz_app("audit", "verify"))
    held = _quiz_app("audit", "verify", "--anchor", anchor)
    _tamper(data, "DELETE FROM audit WHERE seq = 3")

    cut = _quiz_app("audit", "verify", "--anchor", anchor)

    assert (held.exit_code, cut.exit_code) == (0, 1)
    assert _quiz_app("audit", "verify").exit_code == 0
    assert cut.stderr == "The audit trail was changed at link 3, or ends before it.\n"


def test_what_is_no_anchor_is_told() -> None:
    result = _quiz_app("audit", "verify", "--anchor", "yesterday")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("yesterday: this is no anchor.")


def test_a_record_is_checked_by_the_beginning_of_its_code(data: Path) -> None:
    begins = _quiz_app("invite").stdout.removeprefix("Code: ")[:4]

    result = _quiz_app("record", "verify", f"{begins.lower()}-0000-0000")

    assert result.exit_code == 0
    assert result.stdout == f"ok: The patient with the code {begins} has not begun. There is nothing to check.\n"


def test_a_record_nobody_has_ends_with_code_one() -> None:
    result = _quiz_app("record", "verify", "ABCD")

    assert result.exit_code == 1
    assert result.stdout == "NOT OK: No invitation has a code that begins with ABCD.\n"
