"""Git, as far as a history of single files needs it: never another path, never a hook, never a signature."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

_LONGEST_RUN = 30  # seconds
_MOST = 200
_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_QUIET = (
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "commit.gpgSign=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "gc.auto=0",
    "-c",
    "maintenance.auto=false",
)  # fmt: skip - each setting with its value


class GitFailed(Exception):
    """Git did not do what was asked: what it said, for the log."""


@dataclass(frozen=True)
class Commit:
    """One commit that changed a file."""

    id: str
    at: datetime
    by: str
    note: str


def keeps(path: Path) -> bool:
    """Whether git can be run, the file lies in a work tree, and the file is not ignored there."""
    try:
        return _git(path, "rev-parse", "--is-inside-work-tree").strip() == b"true" and not _is_ignored(path)
    except GitFailed:
        return False


def commits(path: Path) -> tuple[Commit, ...]:
    """The newest commits that changed the file, newest first; raises GitFailed."""
    try:
        _git(path, "rev-parse", "--verify", "--quiet", "HEAD")
    except GitFailed:
        return ()  # nobody committed yet
    told = _git(path, "log", f"--max-count={_MOST}", "--format=%H%x1f%at%x1f%an%x1f%s", "--", _here(path))
    return tuple(_commit(line) for line in told.decode("utf-8", "replace").splitlines() if line)


def content_at(path: Path, commit: str) -> bytes | None:
    """The file as it was in a commit, None if it was not there; raises GitFailed."""
    if not is_commit(commit):
        return None
    try:
        return _git(path, "show", f"{commit}:{_here(path)}")
    except GitFailed:
        return None


def newest_content(path: Path) -> bytes | None:
    """The file as it was committed last, None if it never was."""
    try:
        return _git(path, "show", f"HEAD:{_here(path)}")
    except GitFailed:
        return None


def commit(path: Path, *, by: str, note: str, at: datetime) -> None:
    """Commit the file as it lies there, and nothing else that is changed or staged; raises GitFailed."""
    is_new = not _git(path, "ls-files", "--", _here(path)).strip()
    if is_new:
        _git(path, "add", "--intent-to-add", "--", _here(path))
    when = f"{int(at.timestamp())} +0000"
    e_mail = f"{quote(by, safe='.@+-') or 'nobody'}@quiz-app.invalid"
    person = {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", by), ("EMAIL", e_mail), ("DATE", when))
    }
    try:
        asked = ("commit", "--only", "--no-verify", "--no-gpg-sign", "--quiet", f"--message={note}")
        _git(path, *asked, "--cleanup=whitespace", "--", _here(path), more=person)
    except GitFailed:
        if is_new:
            _git(path, "rm", "--cached", "--quiet", "--", _here(path))
        raise


def is_commit(name: str) -> bool:
    """Whether the name can be a commit's, in full."""
    return bool(_COMMIT.fullmatch(name))


def _is_ignored(path: Path) -> bool:
    try:
        _git(path, "check-ignore", "--quiet", "--", _here(path))
    except GitFailed:
        return False
    return True


def _commit(line: str) -> Commit:
    name, seconds, by, note = line.split("\x1f", 3)
    return Commit(name, datetime.fromtimestamp(int(seconds), UTC), by, note)


def _here(path: Path) -> str:
    return f"./{path.name}"


def _git(path: Path, *words: str, more: dict[str, str] | None = None) -> bytes:
    """What git says when it is run in the file's folder, for that work tree whatever the surroundings say."""
    git = shutil.which("git")
    if git is None or not path.parent.is_dir():
        raise GitFailed("there is no git here")
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    quiet = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1", "GIT_EDITOR": "true"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the words are ours, the file's name and a person's after --
            [git, *_QUIET, *words],
            cwd=path.parent,
            env={**around, **quiet, **(more or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LONGEST_RUN,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired, ValueError) as reason:
        raise GitFailed(type(reason).__name__) from reason
    if done.returncode:
        raise GitFailed(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
