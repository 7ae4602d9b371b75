"""A save is whole or nothing: only banks, only over what its author saw, whatever happens meanwhile."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz_app.content import saving
from quiz_app.content.saving import CannotSave, Changed, NotABank, bank_file, fingerprint_of, one_at_a_time, save

OLD, NEW = b"topic: old\n" * 3000, b"topic: new\n" * 4000
_FOR_EVER = """
import sys
from pathlib import Path
from quiz_app.content.saving import fingerprint_of, one_at_a_time, save
path, texts, now = Path(sys.argv[1]), (b"topic: old\\n" * 3000, b"topic: new\\n" * 4000), 0
while True:
    with one_at_a_time(path.parent / "lock"):
        save(path, texts[1 - now], base=fingerprint_of(texts[now]))
    now = 1 - now
    print("saved", flush=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "signs.yaml"
    path.write_bytes(OLD)
    return path


def test_a_file_is_replaced_and_nothing_is_left_beside_it(file: Path) -> None:
    file.chmod(0o640)

    save(file, NEW, base=fingerprint_of(OLD))

    assert file.read_bytes() == NEW
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["signs.yaml"]


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    save(tmp_path / "topics" / "new.yaml", NEW, base="")

    assert (tmp_path / "topics" / "new.yaml").read_bytes() == NEW


@pytest.mark.parametrize("base", ["", "of something else"])
def test_a_file_that_somebody_changed_meanwhile_stays(file: Path, base: str) -> None:
    with pytest.raises(Changed):
        save(file, NEW, base=base)

    assert file.read_bytes() == OLD


def test_a_file_that_somebody_took_away_meanwhile_is_told(file: Path) -> None:
    file.unlink()

    with pytest.raises(Changed):
        save(file, NEW, base=fingerprint_of(OLD))


def test_what_an_interrupted_save_left_is_cleared_by_the_next(file: Path) -> None:
    (file.parent / ".signs.yaml.0011aabb.half").write_bytes(b"topic: ha")

    save(file, NEW, base=fingerprint_of(OLD))

    assert [path.name for path in file.parent.iterdir()] == ["signs.yaml"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full. Nothing was changed."),
        (errno.EROFS, "This program may not write there. Nothing was changed."),
        (errno.EIO, "The system says: Input/output error. Nothing was changed."),
    ],
)
def test_a_disk_that_does_not_take_it_leaves_the_old_file_and_a_plain_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    def fails(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)

    with pytest.raises(CannotSave) as caught:
        save(file, NEW, base=fingerprint_of(OLD))

    assert str(caught.value) == sentence
    assert file.read_bytes() == OLD
    assert [path.name for path in file.parent.iterdir()] == ["signs.yaml"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_truly_full_disk_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def full(path: Path, flags: int, mode: int = 0o777) -> int:
        return opened("/dev/full", os.O_WRONLY) if flags & os.O_CREAT else opened(path, flags, mode)

    monkeypatch.setattr(os, "open", full)

    with pytest.raises(CannotSave, match=r"The disk is full\. Nothing was changed\."):
        save(file, NEW, base=fingerprint_of(OLD))

    assert file.read_bytes() == OLD


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_is_told(file: Path) -> None:
    file.parent.chmod(0o500)
    try:
        with pytest.raises(CannotSave, match="This program may not write there"):
            save(file, NEW, base=fingerprint_of(OLD))
    finally:
        file.parent.chmod(0o700)


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder", "utf-8")

    with pytest.raises(CannotSave, match="Nothing was changed"), one_at_a_time(tmp_path / "data" / "lock"):
        pass


def test_whoever_waits_too_long_for_another_save_is_asked_to_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_LONGEST_WAIT", 0.05)

    with (
        one_at_a_time(tmp_path / "lock"),
        pytest.raises(CannotSave, match="Somebody else is saving just now"),
        one_at_a_time(tmp_path / "lock"),
    ):
        pass


def test_of_many_who_save_over_the_same_text_one_wins_and_the_others_are_told(file: Path) -> None:
    outcomes: list[str] = []

    def try_it(number: int) -> None:
        try:
            with one_at_a_time(file.parent / "lock"):
                save(file, NEW + str(number).encode(), base=fingerprint_of(OLD))
            outcomes.append("saved")
        except Changed:
            outcomes.append("told")

    threads = [threading.Thread(target=try_it, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["saved", *["told"] * 7]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a kill is another thing on Windows")
def test_a_kill_in_the_middle_of_saves_leaves_the_old_text_or_the_new_one(file: Path) -> None:
    for number in range(20):
        file.write_bytes(OLD)
        with subprocess.Popen([sys.executable, "-c", _FOR_EVER, str(file)], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"saved\n"
            time.sleep(0.0007 * number)
            os.kill(child.pid, signal.SIGKILL)
        content = file.read_bytes()
        assert content in (OLD, NEW)
        _saves_again(file, content)


def _saves_again(file: Path, content: bytes) -> None:
    with one_at_a_time(file.parent / "lock"):
        save(file, b"topic: again\n", base=fingerprint_of(content))
    assert file.read_bytes() == b"topic: again\n"
    assert not list(file.parent.glob("*.half"))


@pytest.mark.parametrize(
    "name",
    [
        "clinic.yaml",
        "ivig/course.yaml",
        "ivig/sources.yaml",
        "ivig/topics/side-effects.yaml",
        "ivig/es/topics/side-effects.yaml",
        "ivig/es-MX/glossary.yaml",
    ],
)
def test_files_of_a_bank_may_be_saved(tmp_path: Path, name: str) -> None:
    assert bank_file(tmp_path, name) == tmp_path.resolve() / name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "notes.yaml",
        "../clinic.yaml",
        "ivig/../clinic.yaml",
        "ivig/topics/../../../clinic.yaml",
        "/etc/passwd",
        "ivig/pictures/clot.svg",
        "ivig/topics/.hidden.yaml",
        "ivig/topics/a.yml",
        "ivig/topics/a.yaml\n",
        "ivig/topics/a.yaml\0",
        "ivig\\topics\\a.yaml",
        "schema/topic.json",
        ".git/course.yaml",
        "ivig/topics/sub/a.yaml",
    ],
)
def test_nothing_else_may_be_saved(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotABank):
        bank_file(tmp_path, name)


def _linked_file(questions: Path, outside: Path) -> None:
    (questions / "ivig" / "topics").mkdir(parents=True)
    (questions / "ivig" / "topics" / "a.yaml").symlink_to(outside / "a.yaml")


def _linked_folder(questions: Path, outside: Path) -> None:
    (questions / "ivig").mkdir(parents=True)
    (questions / "ivig" / "topics").symlink_to(outside)


def _loop(questions: Path, outside: Path) -> None:
    (questions / "ivig" / "topics").mkdir(parents=True)
    (questions / "ivig" / "topics" / "a.yaml").symlink_to(questions / "ivig" / "topics" / "a.yaml")


@pytest.mark.parametrize("link", [_linked_file, _linked_folder, _loop])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    (tmp_path / "outside").mkdir()
    link(tmp_path / "questions", tmp_path / "outside")

    with pytest.raises(NotABank):
        bank_file(tmp_path / "questions", "ivig/topics/a.yaml")
