"""The clinic's own key: without it no code works, so it is made once and never half."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from quiz_app.app.assembly import key
from quiz_app.app.settings import BadSetting, Settings


def _file(data: Path) -> Path:
    return data / "keys" / "secret.key"


def _keep(data: Path, content: bytes) -> None:
    _file(data).parent.mkdir(parents=True)
    _file(data).write_bytes(content)


def test_the_first_start_makes_a_long_key(tmp_path: Path) -> None:
    made = key(Settings(data=tmp_path))

    assert len(made) == 64
    assert _file(tmp_path).read_bytes() == made


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other people out of a folder by its own lists")
def test_only_its_owner_may_read_the_key(tmp_path: Path) -> None:
    key(Settings(data=tmp_path / "data"))

    assert _file(tmp_path / "data").stat().st_mode & 0o777 == 0o600
    assert _file(tmp_path / "data").parent.stat().st_mode & 0o777 == 0o700


def test_nothing_half_written_is_left_beside_the_key(tmp_path: Path) -> None:
    key(Settings(data=tmp_path))

    assert [each.name for each in _file(tmp_path).parent.iterdir()] == ["secret.key"]


def test_the_second_start_finds_the_same_key(tmp_path: Path) -> None:
    first = key(Settings(data=tmp_path))

    assert key(Settings(data=tmp_path)) == first


def test_two_clinics_have_two_keys(tmp_path: Path) -> None:
    assert key(Settings(data=tmp_path / "one")) != key(Settings(data=tmp_path / "two"))


@pytest.mark.parametrize("content", [b"", b"too short to be a key"])
def test_a_damaged_key_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    _keep(tmp_path, content)

    with pytest.raises(BadSetting, match=r"secret\.key is damaged: it holds no key\. Bring it back from a copy"):
        key(Settings(data=tmp_path))

    assert _file(tmp_path).read_bytes() == content


def test_a_key_in_the_settings_is_used_and_no_file_is_made(tmp_path: Path) -> None:
    found = key(Settings(data=tmp_path, secret_key="k" * 32))

    assert found == b"k" * 32
    assert list(tmp_path.iterdir()) == []


def test_a_short_key_in_the_settings_is_refused_without_saying_it(tmp_path: Path) -> None:
    with pytest.raises(BadSetting) as told:
        key(Settings(data=tmp_path, secret_key="s" * 31))

    assert str(told.value) == "QUIZ_APP_SECRET_KEY: needs 32 characters or more"


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file, not a folder", encoding="utf-8")

    with pytest.raises(BadSetting, match="QUIZ_APP_DATA: ") as told:
        key(Settings(data=in_the_way))

    assert str(in_the_way) in str(told.value)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this person may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir(mode=0o500)

    with pytest.raises(BadSetting, match="Permission denied"):
        key(Settings(data=tmp_path))


def test_starts_at_the_same_moment_agree_on_one_key(tmp_path: Path) -> None:
    together, settings = Barrier(8), Settings(data=tmp_path)

    def start(_: int) -> bytes:
        together.wait(timeout=10)
        return key(settings)

    with ThreadPoolExecutor(8) as people:
        found = set(people.map(start, range(8)))

    assert found == {_file(tmp_path).read_bytes()}
