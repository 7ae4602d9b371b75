"""Earlier versions of a file: commits where git keeps the folder, dated copies where it does not."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz_app.content.history import History, NoSuchVersion, Saved
from quiz_app.content.saving import CannotSave

FILE = "small/topics/signs.yaml"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ERA = Saved(by="era", at=NOON, note="Say it plainer")


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "repo" / "questions" / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(b"topic: old\n")
    return tmp_path / "repo" / "questions"


@pytest.fixture
def repository(questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The questions in a repository whose owner never told git a name."""
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git(questions, "init", "--quiet", "--initial-branch=main", "..")
    git(questions, "add", ".")
    git(questions, "-c", "user.name=Lead", "-c", "user.email=lead@clinic.example", "commit", "--quiet", "-m", "Begin")
    return questions


def git(folder: Path, *words: str) -> str:
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    dated = {"GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z", "GIT_AUTHOR_DATE": "2026-11-01T12:00:00Z"}
    done = subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, text=True, env={**around, **dated}
    )
    return done.stdout


def _history(questions: Path) -> History:
    return History(questions, questions.parents[1] / "data" / "history")


def _save(questions: Path, content: bytes, saved: Saved = ERA, file: str = FILE) -> None:
    history, path = _history(questions), questions / file
    if path.exists():
        history.keep_before(file, path.read_bytes(), at=saved.at)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    history.keep(file, content, saved)


def _copies(questions: Path, file: str = FILE) -> list[str]:
    return sorted(path.name for path in (questions.parents[1] / "data" / "history" / file).glob("*"))


def test_without_git_a_dated_copy_is_kept_of_the_save_and_of_what_stood_there_before(questions: Path) -> None:
    _save(questions, b"topic: new\n")

    assert _copies(questions) == [
        "20261122T115959.999999Z-.yaml",
        "20261122T120000.000000Z-era.txt",
        "20261122T120000.000000Z-era.yaml",
    ]
    new, old = _history(questions).versions(FILE)
    assert (new.by, new.note, new.at) == ("era", "Say it plainer", NOON)
    assert (old.by, old.note, old.at) == ("", "", NOON - timedelta(microseconds=1))
    assert _history(questions).content(FILE, new.id) == b"topic: new\n"
    assert _history(questions).content(FILE, old.id) == b"topic: old\n"


def test_what_an_editor_wrote_between_two_saves_is_kept_too(questions: Path) -> None:
    _save(questions, b"topic: new\n")
    (questions / FILE).write_bytes(b"topic: by another editor\n")

    _save(questions, b"topic: newer\n", Saved("eli", NOON + timedelta(hours=1), ""))

    history = _history(questions)
    contents = [history.content(FILE, version.id) for version in history.versions(FILE)]
    assert contents == [b"topic: newer\n", b"topic: by another editor\n", b"topic: new\n", b"topic: old\n"]


def test_a_login_of_any_signs_makes_no_other_path(questions: Path) -> None:
    _save(questions, b"topic: new\n", Saved("../../é v/a-b.c", NOON, ""))

    assert _history(questions).versions(FILE)[0].by == "../../é v/a-b.c"
    assert _copies(questions)[1] == "20261122T120000.000000Z-..%2F..%2F%C3%A9%20v%2Fa-b.c.yaml"


@pytest.mark.parametrize("version", ["", "../../secret", "20261122T120000.000000Z-nobody", "HEAD", "f" * 40])
def test_a_version_that_never_was_is_not_found(questions: Path, version: str) -> None:
    with pytest.raises(NoSuchVersion):
        _history(questions).content(FILE, version)


def test_files_that_others_put_among_the_copies_are_passed_over(questions: Path) -> None:
    _save(questions, b"topic: new\n")
    (questions.parents[1] / "data" / "history" / FILE / "mine.yaml").write_text("x: y\n", "utf-8")

    assert len(_history(questions).versions(FILE)) == 2


def test_a_history_that_cannot_keep_what_stood_there_stops_the_save(questions: Path) -> None:
    (questions.parents[1] / "data").write_text("a file, not a folder", "utf-8")

    with pytest.raises(CannotSave, match="The text before this change cannot be kept"):
        _history(questions).keep_before(FILE, b"topic: old\n", at=NOON)


def test_a_history_that_cannot_keep_a_save_lets_it_stand_and_says_so_in_the_log(
    questions: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (questions.parents[1] / "data").write_text("a file, not a folder", "utf-8")

    _history(questions).keep(FILE, b"topic: new\n", ERA)

    assert "a saved file cannot be kept for undo" in caplog.text


def test_in_a_repository_a_save_is_one_commit_by_that_login(repository: Path) -> None:
    _save(repository, b"topic: new\n")

    told = git(repository, "log", "-1", "--format=%an|%ae|%cn|%ce|%aI|%s")
    assert told == "era|era@quiz-app.invalid|era|era@quiz-app.invalid|2026-11-22T12:00:00+00:00|Say it plainer\n"
    assert git(repository, "status", "--porcelain") == ""
    assert _copies(repository) == []
    new, old = _history(repository).versions(FILE)
    assert (new.by, new.note, new.at) == ("era", "Say it plainer", NOON)
    assert (old.by, old.note) == ("Lead", "Begin")
    assert _history(repository).content(FILE, old.id) == b"topic: old\n"


def test_a_new_file_is_committed_alone_and_named_in_the_note(repository: Path) -> None:
    (repository / "clinic.yaml").write_text("clinic_name: ours\n", "utf-8")

    _save(repository, b"topic: more\n", Saved("era", NOON, ""), file="small/topics/more.yaml")

    assert git(repository, "log", "-1", "--format=%s", "--name-only") == (
        "Edit small/topics/more.yaml\n\nquestions/small/topics/more.yaml\n"
    )
    assert git(repository, "status", "--porcelain") == "?? questions/clinic.yaml\n"


def test_what_else_is_staged_or_changed_stays_as_it_is(repository: Path) -> None:
    (repository / "staged.txt").write_text("staged", "utf-8")
    git(repository, "add", "staged.txt")
    (repository / "loose.txt").write_text("loose", "utf-8")

    _save(repository, b"topic: new\n")

    assert git(repository, "status", "--porcelain") == "A  questions/staged.txt\n?? questions/loose.txt\n"


def test_hooks_signing_and_the_surroundings_of_a_hook_do_not_matter(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = repository.parent / ".git" / "hooks"
    for name in ("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "reference-transaction"):
        hooks.mkdir(exist_ok=True)
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n", "utf-8")
        (hooks / name).chmod(0o755)
    git(repository, "config", "commit.gpgSign", "true")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))

    _save(repository, b"topic: new\n")

    assert [version.by for version in _history(repository).versions(FILE)] == ["era", "Lead"]
    assert not (tmp_path / "ran").exists()


def test_what_was_never_committed_is_kept_before_it_is_replaced(repository: Path) -> None:
    (repository / FILE).write_bytes(b"topic: not committed\n")

    _save(repository, b"topic: new\n")

    history = _history(repository)
    assert [history.content(FILE, version.id) for version in history.versions(FILE)] == [
        b"topic: new\n",
        b"topic: not committed\n",
        b"topic: old\n",
    ]


def test_a_locked_index_leads_to_a_dated_copy(repository: Path, caplog: pytest.LogCaptureFixture) -> None:
    (repository.parent / ".git" / "index.lock").touch()

    _save(repository, b"topic: new\n")

    assert "git does not take a save, so a dated copy is kept" in caplog.text
    assert (repository / FILE).read_bytes() == b"topic: new\n"
    assert _copies(repository)[-1] == "20261122T120000.000000Z-era.yaml"
    assert [version.by for version in _history(repository).versions(FILE)] == ["era", "Lead"]


def test_a_new_file_that_git_does_not_take_is_not_left_half_staged(repository: Path) -> None:
    (repository.parent / ".git" / "refs" / "heads" / "main.lock").touch()

    _save(repository, b"topic: more\n", file="small/topics/more.yaml")

    assert git(repository, "status", "--porcelain") == "?? questions/small/topics/more.yaml\n"
    assert _copies(repository, "small/topics/more.yaml")[-1] == "20261122T120000.000000Z-era.yaml"


def test_a_file_that_git_ignores_is_kept_in_dated_copies(repository: Path) -> None:
    (repository / ".gitignore").write_text("small/topics/mine.yaml\n", "utf-8")

    _save(repository, b"topic: mine\n", file="small/topics/mine.yaml")

    assert _copies(repository, "small/topics/mine.yaml") == [
        "20261122T120000.000000Z-era.txt",
        "20261122T120000.000000Z-era.yaml",
    ]


def test_a_repository_without_a_commit_takes_the_first_one(questions: Path) -> None:
    git(questions, "init", "--quiet", "..")

    assert _history(questions).versions(FILE) == ()
    _save(questions, b"topic: new\n")

    assert [version.by for version in _history(questions).versions(FILE)] == ["era", ""]


def test_without_git_on_the_path_copies_are_kept(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    _save(repository, b"topic: new\n")

    assert [version.by for version in _history(repository).versions(FILE)] == ["era", ""]
