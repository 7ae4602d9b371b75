"""A clinician approves exactly the content in front of them; the approval is written into the course's own file."""

from dataclasses import dataclass
from datetime import date, timedelta

from quiz_app.app.library import LiveLibrary
from quiz_app.app.workbench import Workbench
from quiz_app.content.patching import with_value
from quiz_app.content.problems import Problem
from quiz_app.content.tree import Value
from quiz_app.domain.access import Right
from quiz_app.domain.course import Course, ReviewStatus
from quiz_app.services.auditing import Audit
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require

USUAL = timedelta(days=365)
LONGEST = timedelta(days=730)
LONGEST_ROLE = 80


class NotInOrder(Exception):
    """The course is not there, or its files have errors; problems are those of the course."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class ContentChanged(Exception):
    """The files are not those that were read: somebody saved meanwhile."""


class BadApproval(ValueError):
    """A field that cannot be so; fields name which: `role`, `due`."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


@dataclass(frozen=True)
class ToApprove:
    """The content that is asked about: the course, its content fingerprint, the findings left, the usual due date."""

    course: Course
    fingerprint: str
    problems: tuple[Problem, ...]
    due: date


@dataclass(frozen=True)
class Approval:
    """What a reviewer signs: the exact words by their fingerprint, the role they read them in, when to look again."""

    fingerprint: str
    role: str
    due: date | None


class Approving:
    """Approves content for those with the right to; the password is asked by the page, at that very moment."""

    def __init__(self, workbench: Workbench, library: LiveLibrary, store: Store, clock: Clock, audit: Audit) -> None:
        self._workbench = workbench
        self._library = library
        self._store = store
        self._clock = clock
        self._audit = audit

    def to_approve(self, actor: Actor, course_id: str, locale: str = "") -> ToApprove:
        """The course as its files stand, or one of its languages. Raises NotAllowed, NotInOrder."""
        require(actor, Right.APPROVE_COURSE)
        self._library.refresh()
        course = self._library.as_written(course_id)
        folder = (self._library.folder / course_id / locale).as_posix()
        problems = tuple(found for found in self._library.problems if found.file.startswith(f"{folder}/"))
        if course is None or (locale and locale not in course.languages):
            raise NotInOrder(problems)
        asked = course.languages[locale].fingerprint if locale else course.content_fingerprint
        return ToApprove(course, asked, problems, self._today() + USUAL)

    def approve(self, actor: Actor, course_id: str, approval: Approval, locale: str = "") -> Course:
        """Write that exactly this content is approved, or exactly these words of one language; the approved course.

        Raises NotAllowed, NotInOrder, ContentChanged, BadApproval, CannotSave.
        """
        found = self.to_approve(actor, course_id, locale)
        self._check(approval)
        if found.fingerprint != approval.fingerprint:
            raise ContentChanged(course_id)
        file = f"{course_id}/{locale}/course.yaml" if locale else f"{course_id}/course.yaml"
        opened = self._workbench.open(actor, file)
        text = with_value(opened.text, ("review",), self._review(actor, approval))
        self._workbench.save(actor, opened.file, text, base=opened.fingerprint, note="approved", approving=True)
        approved = self._library.as_written(course_id)
        if approved is None or not (approved.languages[locale].is_reviewed if locale else approved.is_approved):
            raise ContentChanged(course_id)
        self._audit.note(
            actor.id, "approve-language" if locale else "approve-course", f"{course_id}/{approval.fingerprint[:12]}"
        )
        return approved

    def _review(self, actor: Actor, approval: Approval) -> dict[str, Value]:
        member = self._store.staff(actor.id)
        return {
            "status": ReviewStatus.APPROVED.value,
            "approved_by": member.login if member else actor.id,
            "role": approval.role.strip(),
            "approved_on": self._today().isoformat(),
            "fingerprint": approval.fingerprint,
            "due": approval.due.isoformat() if approval.due else "",
        }

    def _check(self, approval: Approval) -> None:
        role, due = approval.role, approval.due
        bad = [] if 0 < len(role.strip()) <= LONGEST_ROLE else ["role"]
        if due is None or not self._today() < due <= self._today() + LONGEST:
            bad.append("due")
        if bad:
            raise BadApproval(tuple(bad))

    def _today(self) -> date:
        """The date here, as people would write it."""
        return self._clock.now().astimezone().date()
