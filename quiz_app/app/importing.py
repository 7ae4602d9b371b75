"""From a foreign file to a draft topic: what it would be, what was lost, what the checker says, and saving it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from quiz_app.app.edits import Opened
from quiz_app.app.imported_topic import topic_text
from quiz_app.app.library import LiveLibrary
from quiz_app.app.workbench import Workbench
from quiz_app.content.placeholders import words_of
from quiz_app.content.problems import Problem
from quiz_app.content.shelf import course_files
from quiz_app.content.source import read
from quiz_app.content.tree import Value
from quiz_app.domain.access import Right
from quiz_app.exchange.fitting import with_free_names, without_braces
from quiz_app.exchange.gift_reading import read_gift
from quiz_app.exchange.imported import MOST_BYTES, About, Given, Imported, Note, refused
from quiz_app.exchange.moodle_reading import read_moodle
from quiz_app.exchange.plain import free_name, name_from
from quiz_app.exchange.table_files import read_csv, read_xlsx
from quiz_app.services.staffing import Actor, require

READERS: Mapping[str, Callable[[bytes], Imported]] = {
    "gift": read_gift,
    "txt": read_gift,
    "xml": read_moodle,
    "csv": read_csv,
    "xlsx": read_xlsx,
}
UNNAMED = "imported"
_BRACES = str.maketrans("{}", "()")


@dataclass(frozen=True)
class Wanted:
    """What is to be brought in: the course it goes to, the file with its name, the title of the new topic."""

    course: str
    file: str
    content: bytes
    title: str = ""


@dataclass(frozen=True)
class Draft:
    """A topic as it would be: its file, its text, the questions as patients would read them, and all that is said.

    `losses` and `problems` come from the reading, `findings` are what the checker would newly find in the course, in
    other files too (a question asked twice); without questions there is no text.
    """

    file: str
    title: str
    text: str
    items: tuple[Given, ...]
    losses: tuple[Note, ...]
    problems: tuple[Note, ...]
    findings: tuple[Problem, ...]


class NoSuchCourse(Exception):
    """There is no such course in the questions folder."""


class Importing:
    """Brings questions of other programs into a course, as a topic that the course does not list yet."""

    def __init__(self, workbench: Workbench, library: LiveLibrary) -> None:
        self._workbench = workbench
        self._library = library

    def draft(self, actor: Actor, wanted: Wanted) -> Draft:
        """What saving would write; the disk is untouched. Raises NotAllowed, NoSuchCourse."""
        require(actor, Right.EDIT_COURSE)
        if wanted.course not in {shelf.course for shelf in self._workbench.shelves(actor) if shelf.course}:
            raise NoSuchCourse(wanted.course)
        there = self._there(wanted.course)
        imported = with_free_names(without_braces(_read(wanted)), there.items)
        stem = PurePath(wanted.file).stem
        title = " ".join((wanted.title or stem.replace("-", " ").replace("_", " ")).translate(_BRACES).split())[:200]
        name = free_name(name_from(title) or UNNAMED, there.topics)
        file = f"{wanted.course}/topics/{name}.yaml"
        if not imported.items:
            return Draft(file, title, "", (), imported.losses, imported.problems, ())
        known = self._library.course(wanted.course)
        text, changes = topic_text(
            wanted.course,
            name,
            title,
            items=imported.items,
            objectives=known.objectives if known else {},
            words=words_of(self._library.clinic),
        )
        checked = self._workbench.check(actor, file, text)
        known_already = set(self._workbench.open(actor, f"{wanted.course}/course.yaml").problems)
        findings = tuple(found for found in checked.problems if found not in known_already)
        losses = (*imported.losses, *changes)
        return Draft(file, title, text, imported.items, losses, imported.problems, findings)

    def save(self, actor: Actor, wanted: Wanted) -> Opened:
        """Write that draft as a new file. Raises what draft raises, NothingToSave, and what Workbench.save does."""
        draft = self.draft(actor, wanted)
        if not draft.text:
            raise NothingToSave(wanted.file)
        return self._workbench.save(actor, draft.file, draft.text, base="", note=f"import: {draft.title}")

    def _there(self, course: str) -> "_There":
        """The names taken in the files of the course, listed or not."""
        files = course_files(self._library.folder / course, root=self._library.folder)
        items: set[str] = set()
        for name in files.topics:
            source, _ = read(files.raw[name], file=name)
            items.update(_ids(source.data) if source else ())
        return _There(frozenset(items), frozenset(PurePath(name).stem for name in files.topics))


class NothingToSave(Exception):
    """The file gave no question."""


@dataclass(frozen=True)
class _There:
    items: frozenset[str]
    topics: frozenset[str]


def _read(wanted: Wanted) -> Imported:
    if len(wanted.content) > MOST_BYTES:
        return refused(About.TOO_LARGE)
    reader = READERS.get(PurePath(wanted.file).suffix.lower().removeprefix("."))
    return reader(wanted.content) if reader else refused(About.OTHER_FILE, PurePath(wanted.file).suffix)


def _ids(topic: Value) -> Iterator[str]:
    items = topic.get("items") if isinstance(topic, dict) else None
    for item in items if isinstance(items, list) else ():
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            yield name
