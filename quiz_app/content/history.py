"""Earlier versions of a bank's file: git commits where git keeps the folder, dated copies where it does not."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote, unquote

from quiz_app.content import commits
from quiz_app.content.saving import CannotSave

_log = logging.getLogger(__name__)
_WRITTEN = "%Y%m%dT%H%M%S.%fZ"
_LONGEST_NAME = 120


class NoSuchVersion(Exception):
    """The file has no earlier version of that id."""


@dataclass(frozen=True)
class FileVersion:
    """One earlier text of a file: who saved it, empty where nobody knows, and what they noted."""

    id: str
    at: datetime
    by: str
    note: str


@dataclass(frozen=True)
class Saved:
    """One save, as the history is told: who did it, when, and what they noted."""

    by: str
    at: datetime
    note: str


class History:
    """Keeps what was saved and gives it back; `copies` is the folder of the dated copies."""

    def __init__(self, questions: Path, copies: Path) -> None:
        self._questions = questions
        self._copies = copies

    def versions(self, file: str) -> tuple[FileVersion, ...]:
        """Every version that is kept of the file, newest first."""
        path = self._questions / file
        found = list(self._dated(file))
        if commits.keeps(path):
            try:
                found += [FileVersion(entry.id, entry.at, entry.by, entry.note) for entry in commits.commits(path)]
            except commits.GitFailed as reason:
                _log.warning("git does not tell the versions of a file: %s", reason)
        return tuple(sorted(found, key=lambda version: version.at, reverse=True))

    def content(self, file: str, version: str) -> bytes:
        """The file as it was in that version; raises NoSuchVersion."""
        path = self._questions / file
        content = commits.content_at(path, version) if commits.is_commit(version) else self._copy(file, version)
        if content is None:
            raise NoSuchVersion(version)
        return content

    def keep_before(self, file: str, content: bytes, *, at: datetime) -> None:
        """Keep what stands in the file before it is replaced, unless it is kept already; raises CannotSave."""
        path = self._questions / file
        if commits.keeps(path) and commits.newest_content(path) == content:
            return
        newest = next(iter(self._dated(file)), None)
        if newest and self._copy(file, newest.id) == content:
            return
        try:
            self._write(file, content, Saved(by="", at=_just_before(at), note=""))
        except OSError as reason:
            raise CannotSave("The text before this change cannot be kept. Nothing was changed.") from reason

    def keep(self, file: str, content: bytes, saved: Saved) -> None:
        """Keep what was just saved: as a commit, else as a dated copy. The save stands even if neither works."""
        path = self._questions / file
        if commits.keeps(path):
            try:
                commits.commit(path, by=saved.by, note=saved.note or f"Edit {file}", at=saved.at)
            except commits.GitFailed as reason:
                _log.warning("git does not take a save, so a dated copy is kept: %s", reason)
            else:
                return
        try:
            self._write(file, content, saved)
        except OSError as reason:
            _log.warning("a saved file cannot be kept for undo: %s", reason.strerror)

    def _dated(self, file: str) -> tuple[FileVersion, ...]:
        """The dated copies of a file, newest first."""
        copies = sorted(self._folder(file).glob("*.yaml"), reverse=True)
        return tuple(version for copy in copies if (version := _version(copy)) is not None)

    def _copy(self, file: str, version: str) -> bytes | None:
        if version not in {kept.id for kept in self._dated(file)}:
            return None
        try:
            return (self._folder(file) / f"{version}.yaml").read_bytes()
        except OSError:
            return None

    def _write(self, file: str, content: bytes, saved: Saved) -> None:
        folder = self._folder(file)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = _free_name(folder, saved)
        if saved.note:
            (folder / f"{name}.txt").write_text(saved.note, "utf-8")
        half = folder / f"{name}.half"
        half.write_bytes(content)
        half.replace(folder / f"{name}.yaml")

    def _folder(self, file: str) -> Path:
        return self._copies / file


def _just_before(at: datetime) -> datetime:
    """A moment that sorts before a commit of that time: git counts whole seconds."""
    return at.replace(microsecond=0) - timedelta(microseconds=1)


def _free_name(folder: Path, saved: Saved) -> str:
    """A name that sorts by time; one microsecond later where it is taken."""
    at, who = saved.at.astimezone(UTC), quote(saved.by, safe="@+")[:_LONGEST_NAME]
    while any(folder.glob(f"{at.strftime(_WRITTEN)}-*.yaml")):
        at += timedelta(microseconds=1)
    return f"{at.strftime(_WRITTEN)}-{who}"


def _version(copy: Path) -> FileVersion | None:
    """The version that a copy holds, None for a file that somebody else put there."""
    written, _, who = copy.stem.partition("-")
    try:
        at = datetime.strptime(written, _WRITTEN).replace(tzinfo=UTC)
    except ValueError:
        return None
    note = copy.with_suffix(".txt")
    return FileVersion(copy.stem, at, unquote(who), note.read_text("utf-8") if note.is_file() else "")
