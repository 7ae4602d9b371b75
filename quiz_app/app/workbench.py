"""Where educators edit the question banks: open, check, save, earlier versions, moving and taking out of items."""

import logging
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from quiz_app.app.edits import Answered, Checked, Clash, NoSuchFile, NoSuchItem, Opened, Refused, Shelf
from quiz_app.app.library import LiveLibrary
from quiz_app.app.typed_approval import refuse_typed_approval
from quiz_app.content import saving
from quiz_app.content.history import FileVersion, History, NoSuchVersion, Saved
from quiz_app.content.manners import in_manner_of, text_in
from quiz_app.content.patching import PatchFailed, grafted, with_entry, without
from quiz_app.content.saving import CannotSave
from quiz_app.content.shelf import COURSE_FILES, course_folders
from quiz_app.content.templates import index_of, new_topic
from quiz_app.content.trial import CLINIC_FILE, Trials, hindrances
from quiz_app.domain.access import Right
from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.release import Release, ReleaseKind
from quiz_app.services.auditing import Audit
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require

__all__ = [
    "Answered", "CannotSave", "Checked", "Clash", "FileVersion", "NoSuchFile", "NoSuchItem", "NoSuchVersion", "Opened",
    "PatchFailed", "Refused", "Shelf", "Workbench",
]  # fmt: skip


_LOG = logging.getLogger(__name__)


class Workbench:
    """Reads and writes the files of the questions folder for those who may edit courses."""

    def __init__(
        self,
        library: LiveLibrary,
        store: Store,
        clock: Clock,
        audit: Audit,
        *,
        data: Path,
        today: Callable[[], date],
    ) -> None:
        self._library = library
        self._store = store
        self._clock = clock
        self._audit = audit
        self._today = today
        self._history = History(library.folder, data / "history")
        self._lock = data / "locks" / "questions.lock"
        self._trials = Trials(library.folder)

    def shelves(self, actor: Actor) -> tuple[Shelf, ...]:
        """The courses and their files, the clinic's own words last. Raises NotAllowed."""
        require(actor, Right.EDIT_COURSE)
        folder = self._library.folder
        found = [self._shelf(course) for course in course_folders(folder)] if folder.is_dir() else []
        return (*found, Shelf("", "", (CLINIC_FILE,)))

    def open(self, actor: Actor, file: str) -> Opened:
        """A file as it stands. Raises NotAllowed, NoSuchFile."""
        require(actor, Right.EDIT_COURSE)
        opened = self._opened(file)
        if not opened.fingerprint:
            raise NoSuchFile(file)
        return opened

    def check(self, actor: Actor, file: str, text: str) -> Checked:
        """The course of that file with this text in it, the disk untouched. Raises NotAllowed, NoSuchFile."""
        require(actor, Right.EDIT_COURSE)
        there = self._bytes(file)
        tried = self._trials.of(file, in_manner_of(there, text), today=self._today())
        return Checked(tried.problems, tried.course)

    def save(self, actor: Actor, file: str, text: str, *, base: str, note: str = "", approving: bool = False) -> Opened:
        """Put the text in the place of the file that was opened with the fingerprint `base`; "" for a new file.

        approving: the approval in it was just given. The first change of a course here publishes what patients get, so
        that it waits as a draft. Raises NotAllowed, NoSuchFile, Refused, Clash, CannotSave, NotSaved.
        """
        require(actor, Right.EDIT_COURSE)
        path = self._path(file)
        with saving.one_at_a_time(self._lock):
            there = self._bytes(file)
            content = in_manner_of(there, text)
            problems = hindrances(file, content)
            if problems:
                raise Refused(problems)
            if base != self._fingerprint(there):
                raise Clash(self._opened(file))
            if content == there:
                return self._opened(file)
            if not approving:
                refuse_typed_approval(file, there, content)
                self._keep_live(actor, file)
            self._replace(path, file, there, content, Saved(by=self._login(actor), at=self._clock.now(), note=note))
        self._library.refresh()
        try:
            self._audit.note(actor.id, "save-course-file", file)
        except NotSaved as reason:  # the file is saved; its history says who did it
            _LOG.warning("a saved file could not be noted in the audit trail: %s", reason)
        return self._opened(file)

    def _replace(self, path: Path, file: str, there: bytes | None, content: bytes, saved: Saved) -> None:
        """Put the content in the place of what is there, and keep both in the history. Raises Clash, CannotSave."""
        if there is not None:
            self._history.keep_before(file, there, at=saved.at)
        try:
            saving.save(path, content, base=self._fingerprint(there))
        except saving.Changed as reason:
            raise Clash(self._opened(file)) from reason
        self._history.keep(file, content, saved)

    def versions(self, actor: Actor, file: str) -> tuple[FileVersion, ...]:
        """Every version of the file that is kept, newest first. Raises NotAllowed, NoSuchFile."""
        require(actor, Right.EDIT_COURSE)
        self._path(file)
        return self._history.versions(file)

    def text_of(self, actor: Actor, file: str, version_id: str) -> str:
        """The file as it was in that version; saving it undoes what came after.

        Raises NotAllowed, NoSuchFile, NoSuchVersion.
        """
        require(actor, Right.EDIT_COURSE)
        self._path(file)
        return text_in(self._history.content(file, version_id))

    def add_topic(self, actor: Actor, course: str, name: str, title: str) -> Opened:
        """A new topic file, listed last in the course; Clash means that there is one of that name.

        Raises NotAllowed, NoSuchFile, PatchFailed, Refused, Clash, CannotSave.
        """
        outline = self.open(actor, f"{course}/course.yaml")
        listed = with_entry(outline.text, ("topics",), name)
        made = self.save(actor, f"{course}/topics/{name}.yaml", new_topic(course, name, title), base="")
        self.save(actor, outline.file, listed, base=outline.fingerprint)
        return self._opened(made.file)

    def move_item(self, actor: Actor, item_id: str, from_file: str, to_file: str, bases: Mapping[str, str]) -> Opened:
        """Move an item to the end of another topic with its comments; bases: the fingerprint of each file as opened.

        It is added first and taken out second, so that it is never lost; gives the file it went to. Raises NotAllowed,
        NoSuchFile, NoSuchItem, PatchFailed, Refused, Clash, CannotSave.
        """
        source, target = self.open(actor, from_file), self.open(actor, to_file)
        for opened in (source, target):
            if bases[opened.file] != opened.fingerprint:
                raise Clash(opened)
        place = ("items", self._index(source, item_id))
        if from_file == to_file:
            return target
        longer, shorter = grafted(source.text, place, target.text, ("items",)), without(source.text, place)
        problems = hindrances(from_file, shorter.encode())  # or it would be added here and could not be taken out there
        if problems:
            raise Refused(problems)
        self.save(actor, to_file, longer, base=target.fingerprint)
        self.save(actor, from_file, shorter, base=source.fingerprint)
        return self._opened(to_file)

    def take_out(self, actor: Actor, file: str, item_id: str, base: str) -> Opened:
        """Take out an item that nobody answered.

        Raises NotAllowed, NoSuchFile, NoSuchItem, Answered, PatchFailed, Refused, Clash, CannotSave.
        """
        opened = self.open(actor, file)
        if base != opened.fingerprint:
            raise Clash(opened)
        place = ("items", self._index(opened, item_id))
        if self._store.is_answered(item_id):
            raise Answered(item_id)
        return self.save(actor, file, without(opened.text, place), base=base)

    def _index(self, opened: Opened, item_id: str) -> int:
        found = index_of(opened.text, item_id)
        if found is None:
            raise NoSuchItem(item_id)
        return found

    def _shelf(self, folder: Path) -> Shelf:
        course = self._library.course(folder.name)
        found = [folder / name for name in COURSE_FILES]
        found += [*sorted((folder / "topics").glob("*.yaml")), *sorted(folder.glob("*/*.yaml"))]
        found += sorted(folder.glob("*/topics/*.yaml"))
        names = dict.fromkeys(path.relative_to(self._library.folder).as_posix() for path in found if path.is_file())
        editable = tuple(name for name in names if saving.is_bank(name))
        return Shelf(folder.name, course.outline.title if course else folder.name, editable)

    def _opened(self, file: str) -> Opened:
        content = self._bytes(file)
        if content is None:
            return Opened(file, "", "", ())
        tried = self._trials.of(file, content, today=self._today())
        return Opened(file, text_in(content), self._fingerprint(content), tried.problems)

    def _bytes(self, file: str) -> bytes | None:
        try:
            return self._path(file).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as reason:
            raise NoSuchFile(file) from reason

    def _fingerprint(self, content: bytes | None) -> str:
        return "" if content is None else saving.fingerprint_of(content)

    def _path(self, file: str) -> Path:
        try:
            return saving.bank_file(self._library.folder, file)
        except saving.NotABank as reason:
            raise NoSuchFile(file) from reason

    def _keep_live(self, actor: Actor, file: str) -> None:
        """Publish what patients get now before the first change of a course here, so that changes wait as drafts."""
        course_id, _, inside = file.partition("/")
        course = self._library.course(course_id)
        belongs = inside in COURSE_FILES or inside.startswith("topics/")
        if course is None or not belongs or self._store.newest_release(course_id):
            return
        self._store.keep_course(course, course.fingerprint)
        first = Release(
            course=course_id,
            number=1,
            kind=ReleaseKind.PUBLISHED,
            fingerprint=course.fingerprint,
            by=actor.id,
            signer=self._login(actor),
            at=self._clock.now(),
        )
        if self._store.add_release(first):
            self._audit.note(actor.id, "publish-course", f"{course_id}/{course.fingerprint[:12]}")

    def _login(self, actor: Actor) -> str:
        member = self._store.staff(actor.id)
        return member.login if member else actor.id
