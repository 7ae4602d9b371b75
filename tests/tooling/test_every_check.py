"""What the tests need is found, and what is broken is passed over."""

import sys
from pathlib import Path

import pytest

from tests.tooling import every_check

posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for programs")


def program(path: Path, says: int = 0) -> Path:
    """A program that ends with this exit code."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {says}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@posix
def test_the_browser_that_was_named_is_taken_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = program(tmp_path / "named" / "mine")
    program(tmp_path / "bin" / "chromium")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    found = every_check.find_browser({"QUIZ_APP_CHROMIUM": str(named)})

    assert found == str(named)


@posix
def test_a_browser_that_cannot_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "chromium", says=1)
    program(tmp_path / "google-chrome")
    monkeypatch.setenv("PATH", str(tmp_path))

    found = every_check.find_browser({})

    assert found == str(tmp_path / "google-chrome")


@posix
def test_the_newest_postgresql_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("9", "15"):
        program(tmp_path / version / "bin" / "initdb")
        program(tmp_path / version / "bin" / "postgres")
    monkeypatch.setenv("PATH", str(tmp_path))

    found = every_check.find_postgres([str(tmp_path / "*" / "bin")])

    assert found == str(tmp_path / "15" / "bin")


@posix
def test_a_client_alone_is_no_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "15" / "bin" / "psql")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert every_check.find_postgres([str(tmp_path / "*" / "bin")]) is None


def test_settings_of_an_app_that_runs_here_do_not_reach_the_tests() -> None:
    environment = every_check.clean({"QUIZ_APP_DATA": "/srv/clinic", "QUIZ_APP_CHROMIUM": "/c", "HOME": "/h"})

    assert "QUIZ_APP_DATA" not in environment
    assert environment["QUIZ_APP_CHROMIUM"] == "/c"
    assert environment["HOME"] == "/h"
