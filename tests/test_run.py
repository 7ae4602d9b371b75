"""run.py decides well: what to install, what to say, what to start."""

import ast
import sys
from pathlib import Path

import pytest

import run

HERE = Path(run.__file__)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for .venv that has a Python and no stamp yet."""
    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run, "STAMP", tmp_path / "stamp.txt")
    python = run.python_of_venv()
    python.parent.mkdir()
    python.touch()
    return tmp_path


def test_without_a_command_the_quiz_is_served_and_options_travel_along() -> None:
    words = run.quiz_app_words(["--port", "8600", "--data", "here"])

    assert words == ["serve", "--port", "8600", "--data", "here"]


def test_any_other_word_is_a_command_of_quiz_app() -> None:
    words = run.quiz_app_words(["check", "questions"])

    assert words == ["check", "questions"]


def test_a_clinic_with_postgresql_gets_its_driver_and_nobody_else_does() -> None:
    assert run.parts_to_run({}) == {"app"}
    assert run.parts_to_run({"QUIZ_APP_DATABASE_URL": "sqlite:///x.db"}) == {"app"}
    assert run.parts_to_run({"QUIZ_APP_DATABASE_URL": "postgresql://db/quiz"}) == {"app", "postgres"}


@pytest.mark.usefixtures("bare")
def test_nothing_is_installed_before_the_first_start() -> None:
    assert not run.is_installed({"app"})


@pytest.mark.usefixtures("bare")
def test_the_second_start_installs_nothing() -> None:
    run.write_stamp({"app"})

    assert run.is_installed({"app"})


@pytest.mark.usefixtures("bare")
def test_a_start_after_the_tests_installs_nothing_but_tests_after_a_start_do() -> None:
    run.write_stamp({"app", "postgres", "dev"})
    assert run.is_installed({"app"})

    run.write_stamp({"app"})
    assert not run.is_installed({"app", "postgres", "dev"})


@pytest.mark.usefixtures("bare")
def test_a_new_lock_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    run.write_stamp({"app"})
    for file in ("uv.lock", "pyproject.toml"):
        (tmp_path / file).write_text("changed", encoding="utf-8")

    monkeypatch.setattr(run, "ROOT", tmp_path)

    assert not run.is_installed({"app"})


def test_a_copied_folder_is_installed_anew(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run.write_stamp({"app"})
    copy = bare / "copy"
    copy.mkdir()

    monkeypatch.setattr(run, "VENV", copy)

    assert not run.is_installed({"app"})


def test_a_venv_whose_python_is_gone_is_made_anew(bare: Path) -> None:
    run.write_stamp({"app"})

    run.python_of_venv().unlink()

    assert bare.exists()
    assert not run.is_installed({"app"})


@pytest.mark.usefixtures("bare")
def test_a_stamp_cut_short_counts_as_nothing_installed() -> None:
    run.STAMP.write_text("", encoding="utf-8")

    assert not run.is_installed({"app"})


def test_patients_get_exactly_the_lock_and_developers_hear_when_it_is_old() -> None:
    assert {"--frozen", "--no-dev"} <= set(run.sync_words({"app"}))
    assert {"--locked", "dev", "postgres"} <= set(run.sync_words({"app", "postgres", "dev"}))


def test_the_installer_comes_in_its_locked_version_with_checksums(bare: Path) -> None:
    line = run.uv_requirement().read_text(encoding="utf-8")

    locked = run.locked_package("uv")
    assert f"uv=={locked['version']} --hash=sha256:" in line
    assert line.count("--hash=") == len(locked["wheels"])
    assert bare.exists()


def test_a_python_without_venv_is_told_what_to_type() -> None:
    assert "sudo apt install python3-venv" in run.MISSING_VENV


def test_an_old_python_gets_a_kind_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    code = run.start_again_with_newer_python([])

    assert code == 1
    assert "The quiz needs Python 3.11 or newer; this is Python" in capsys.readouterr().err


def test_an_old_python_can_read_the_file() -> None:
    tree = ast.parse(HERE.read_text(encoding="utf-8"), feature_version=(3, 8))

    assert tree.body


def test_only_the_standard_library_is_needed() -> None:
    tree = ast.parse(HERE.read_text(encoding="utf-8"))

    plain = [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    taken_from = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.split(".")[0] for name in plain + taken_from} <= sys.stdlib_module_names


def test_help_is_printed_and_nothing_installed(capsys: pytest.CaptureFixture[str]) -> None:
    code = run.main(["--help"])

    assert code == 0
    assert "python3 run.py test" in capsys.readouterr().out
