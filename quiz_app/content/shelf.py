"""The files of a questions folder, taken only from inside it and only up to their size limit."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quiz_app.content.problems import Problem, did_you_mean, problem
from quiz_app.content.raw_text import MAX_BYTES

COURSE_FILES = ("course.yaml", "misconceptions.yaml", "glossary.yaml", "sources.yaml")
_LOCALE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")
FOLDERS = ("topics", "pictures")


@dataclass(frozen=True)
class Files:
    """The bytes of one course folder by their path inside it, and the problems met on the way."""

    folder: Path
    raw: Mapping[str, bytes] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    def named(self, name: str) -> str:
        """How people are shown a file of this folder."""
        return (self.folder / name).as_posix()

    @property
    def topics(self) -> tuple[str, ...]:
        """The topic files, sorted."""
        return tuple(name for name in sorted(self.raw) if name.startswith("topics/"))

    @property
    def translations(self) -> tuple[str, ...]:
        """The files of other languages, sorted; each begins with the folder of its locale."""
        return tuple(name for name in sorted(self.raw) if _LOCALE.fullmatch(name.split("/")[0]))

    @property
    def pictures(self) -> dict[str, Path]:
        """The drawings by their file names."""
        return {Path(name).name: self.folder / name for name in sorted(self.raw) if name.startswith("pictures/")}

    def fingerprint(self, *seasoning: bytes) -> str:
        """Hash of every byte in the folder and of what else decides the outcome."""
        digest = hashlib.sha256()
        for part in (*seasoning, *(part for name in sorted(self.raw) for part in (name.encode(), self.raw[name]))):
            digest.update(len(part).to_bytes(8, "big") + part)
        return digest.hexdigest()


def course_folders(questions: Path) -> tuple[Path, ...]:
    """The folders that hold a course: those with a YAML file in them."""
    folders = [entry for entry in sorted(questions.iterdir()) if entry.is_dir() and not entry.name.startswith(".")]
    return tuple(folder for folder in folders if any(folder.glob("*.y*ml")) or (folder / "topics").is_dir())


def course_files(folder: Path, *, root: Path) -> Files:
    """Every file of a course folder that a course is made of."""
    raw: dict[str, bytes] = {}
    problems: list[Problem] = []
    paths = list(_made_of(folder))
    for path in paths:
        content = taken(path, root=root)
        if isinstance(content, Problem):
            problems.append(content)
        else:
            raw[path.relative_to(folder).as_posix()] = content
    problems.extend(_unused(folder))
    seen = frozenset(path.relative_to(folder).as_posix() for path in paths)
    return Files(folder, raw, seen, tuple(problems))


def taken(path: Path, *, root: Path) -> bytes | Problem:
    """The bytes of a file, or the problem that keeps it from being read."""
    shown = path.as_posix()
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return problem("E102", "This is a link to a place outside the questions folder.", file=shown)
        if not path.is_file():
            return problem("E101", "This file is missing.", file=shown)
        if path.stat().st_size > MAX_BYTES:
            return problem("E103", f"This file is larger than {MAX_BYTES // 1024} KB.", file=shown)
        return path.read_bytes()
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError
        return problem("E101", f"I cannot read this file: {error}.", file=shown)


def _made_of(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in COURSE_FILES)
    yield from _files_in(folder / "topics", "*.yaml")
    yield from _files_in(folder / "pictures", "*.svg")
    there = folder.iterdir() if folder.is_dir() else ()
    for locale in sorted(path for path in there if path.is_dir() and _LOCALE.fullmatch(path.name)):
        yield from (*_files_in(locale, "*.yaml"), *_files_in(locale / "topics", "*.yaml"))


def _files_in(folder: Path, kind: str) -> list[Path]:
    """The files of that kind, sorted; hidden ones belong to an editor."""
    return sorted(path for path in folder.glob(kind) if not path.name.startswith("."))


def _unused(folder: Path) -> Iterator[Problem]:
    for path in sorted((*folder.glob("*.y*ml"), *(folder / "topics").glob("*.yml"))):
        if path.name not in COURSE_FILES:
            remedy = did_you_mean(path.name, COURSE_FILES)
            if path.parent != folder:
                remedy = "Let its name end in '.yaml'."
            yield problem("W234", "This file is not used: I do not know its name.", file=path.as_posix(), remedy=remedy)
