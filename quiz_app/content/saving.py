"""Put a text in the place of a bank's file: whole or not at all, only banks, only over what its author saw."""

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_LONGEST_WAIT = 10  # seconds for another save to end
_BANKS = re.compile(
    r"clinic\.yaml"
    r"|[\w-]+/(course|glossary|misconceptions|sources)\.yaml"
    r"|[\w-]+/topics/[\w-]+\.yaml"
    r"|[\w-]+/[a-z]{2}(-[A-Z]{2})?/((course|glossary|misconceptions)|topics/[\w-]+)\.yaml",
    re.ASCII,
)
_HALF = ".half"
_FULL = "The disk is full."
_READ_ONLY = "This program may not write there."
_SENTENCES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.ENAMETOOLONG: "The name of the file is too long.",
}


class NotABank(Exception):
    """That name is none of a question bank's file, or leads out of the questions folder."""


class CannotSave(Exception):
    """The file could not be saved, told in a plain sentence; nothing was changed."""


class Changed(Exception):
    """The file is not the one that was opened: somebody saved meanwhile."""


def is_bank(file: str) -> bool:
    """Whether a file of that name, from the questions folder on, can belong to a question bank."""
    return bool(_BANKS.fullmatch(file))


def bank_file(questions: Path, file: str) -> Path:
    """Where that file of the folder lies, there already or not; raises NotABank."""
    if not is_bank(file):
        raise NotABank(file)
    try:
        path = (questions / file).resolve()
    except (OSError, RuntimeError) as reason:  # a loop of links is a RuntimeError
        raise NotABank(file) from reason
    if not path.is_relative_to(questions.resolve()):
        raise NotABank(file)
    return path


def fingerprint_of(content: bytes) -> str:
    """Hash of a file's bytes, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Nobody else saves meanwhile, in no other thread or process that uses the same lock file; raises CannotSave."""
    try:
        lock.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        held = FileLock(lock, timeout=_LONGEST_WAIT)
        held.acquire()
    except Timeout as reason:
        raise CannotSave("Somebody else is saving just now. Please try again in a moment.") from reason
    except OSError as reason:
        raise CannotSave(_sentence(reason)) from reason
    except NotImplementedError as reason:
        raise CannotSave("The data folder lies on a drive that cannot hold a lock. Nothing was changed.") from reason
    try:
        yield
    finally:
        held.release()


def save(path: Path, content: bytes, *, base: str) -> None:
    """Replace the file if it is still the one with that fingerprint; base is empty for a file that is new.

    A stop at any moment leaves the old file or the new one. To be called while holding the lock. Raises Changed,
    CannotSave.
    """
    try:
        there = path.read_bytes() if path.exists() else None
        if (fingerprint_of(there) if there is not None else "") != base:
            raise Changed(path.name)
        _replace(path, content)
    except OSError as reason:
        raise CannotSave(_sentence(reason)) from reason


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear_halves(path)
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_HALF}")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    try:
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.chmod(mode)  # what the umask took away
        half.replace(path)
    except OSError:
        with suppress(OSError):  # the first reason is the one to tell
            half.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _clear_halves(path: Path) -> None:
    """Take away what a save left that was stopped midway; whoever holds the lock may."""
    for half in path.parent.glob(f".{path.name}.*{_HALF}"):
        with suppress(OSError):  # it harms nobody
            half.unlink()


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can; the file itself is whole either way."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network drives cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(reason: OSError) -> str:
    known = _SENTENCES.get(reason.errno or 0, f"The system says: {reason.strerror or type(reason).__name__}.")
    return f"{known} Nothing was changed."
