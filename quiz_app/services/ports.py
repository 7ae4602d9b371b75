"""The port: what the services need from a store and a clock; storage satisfies it without importing it.

Every method, reading or writing, raises NotSaved when the store cannot be reached or refuses. Facts of an attempt, an
invitation or a course that is not kept raise it, too.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from quiz_app.domain.access import Draft, Invitation
from quiz_app.domain.attempt import Attempt, Passed, Preference, Question, Record, Response
from quiz_app.domain.board import Asked, Finished, Journey, WorkList
from quiz_app.domain.confirmation import Care, Confirmation, Conversation, PaperEntry, Withdrawal
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form
from quiz_app.domain.regrade import Regrade
from quiz_app.domain.regraded import Marked, Regraded
from quiz_app.domain.release import OpenSitting, Release, VersionUse
from quiz_app.domain.statistics.answers import Answers
from quiz_app.services.access_port import AccessStore


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The time now, in UTC, with its zone."""


class CourseStore(Protocol):
    """Keeps every wording that was ever shown."""

    def keep_course(self, course: Course, fingerprint: str) -> None:
        """Keep a course under its fingerprint; keeping it again changes nothing."""

    def course(self, fingerprint: str) -> Course | None:
        """The course of that fingerprint."""


class ReleaseStore(Protocol):
    """Keeps which version of each course went live, and tells who met which."""

    def add_release(self, release: Release) -> bool:
        """Keep a release; False if its course has one of that number, which stays."""

    def releases(self, course_id: str) -> Sequence[Release]:
        """Every release of a course, in order."""

    def released_courses(self) -> Sequence[str]:
        """Every course that ever had a release, sorted."""

    def newest_release(self, course_id: str) -> Release | None:
        """The release of a course that counts now."""

    def fingerprints(self) -> Sequence[str]:
        """Every wording that is kept, in the order in which patients first met it; those nobody met come last."""

    def use_of(self, fingerprints: Sequence[str]) -> Sequence[VersionUse]:
        """How many patients met these versions; a version nobody met is left out."""

    def open_sittings(self, fingerprints: Sequence[str], *, now: datetime) -> Sequence[OpenSitting]:
        """Patients who began one of these versions, have not finished it and can still come back, the newest first."""

    def is_answered(self, item: str) -> bool:
        """Whether any patient ever answered an item of that id, in whatever course."""


class AttemptStore(Protocol):
    """Keeps the facts of attempts; nothing is changed or taken away."""

    def open_attempt(self, attempt: Attempt, form: Form, invitation: Invitation) -> bool:
        """Keep a new attempt, its form and that its invitation opened it, together; False if it had opened one."""

    def record(self, attempt_id: str) -> Record | None:
        """All facts of one attempt, each kind in the order it came."""

    def records(self, *, newest: int) -> Sequence[Record]:
        """The records of the newest attempts, newest first, in a fixed number of queries."""

    def has_real_attempts(self) -> bool:
        """Whether any attempt is a patient's, not a simulated one."""

    def has_simulated_attempts(self) -> bool:
        """Whether any attempt is a simulated one, so that the database is there for a demonstration."""

    def add_response(self, attempt_id: str, response: Response) -> bool:
        """Keep the response of a turn; False if that turn already has one, which stays."""

    def add_passed(self, attempt_id: str, passed: Passed, finished: Finished | None = None) -> bool:
        """Keep that the patient went on and, with the last step, what was concluded; False if it was known."""

    def add_preference(self, attempt_id: str, preference: Preference) -> None:
        """Keep a preference; the latest counts."""

    def add_paper(
        self,
        entry: PaperEntry,
        *,
        responses: Sequence[Response],
        passed: Sequence[Passed],
        preferences: Sequence[Preference],
        finished: Finished | None,
    ) -> bool:
        """Keep everything of a paper sheet together; False, and nothing is kept, if there is an answer already."""

    def open_refresher(self, attempt: Attempt, form: Form) -> bool:
        """Keep a refresher and its form; False if the attempt it belongs to (form.refresher_of) has one."""

    def refresher_of(self, attempt_id: str) -> str | None:
        """The refresher of that attempt, if one was begun."""

    def add_question(self, attempt_id: str, question: Question) -> bool:
        """Keep a question of the patient's; False if the very same one was kept."""


class RegradeStore(Protocol):
    """Keeps which keys were corrected, and which attempts were marked again; records come with their corrections."""

    def versions_met(self, course_id: str) -> Sequence[str]:
        """The versions of a course that patients were invited to and began, in the order they were first met."""

    def regrades(self, fingerprint: str) -> Sequence[Regrade]:
        """Every correction of a key of that version, in the order they came."""

    def marked(self, fingerprint: str, item: str) -> Sequence[Marked]:
        """Every attempt on that version that answered the item, refreshers included, in the order they were opened."""

    def regraded(self, attempt_id: str) -> Sequence[Regraded]:
        """How often an attempt was marked again, in order."""

    def add_regrades(self, corrections: Sequence[Regrade], again: Sequence[Regraded]) -> bool:
        """Keep corrections and what they did, together; False, and nothing is kept, if one number is taken."""


class CareStore(Protocol):
    """Keeps what staff recorded about attempts; facts are only added, drafts come and go."""

    def care(self, attempt_id: str) -> Care:
        """Everything staff recorded about that attempt; empty for one that is not kept."""

    def add_conversation(self, conversation: Conversation) -> bool:
        """Keep a talk; False if the attempt has one of that number, which stays."""

    def add_confirmation(self, confirmation: Confirmation) -> bool:
        """Keep a confirmation; False if the attempt has one of that number, which stays."""

    def add_withdrawal(self, withdrawal: Withdrawal) -> bool:
        """Keep that a confirmation was taken back; False if it was already."""

    def keep_draft(self, draft: Draft) -> None:
        """Keep what one member of staff typed about one attempt, in place of what was kept."""

    def draft(self, attempt_id: str, by: str) -> Draft | None:
        """What that member of staff typed about that attempt and did not record."""

    def drop_draft(self, attempt_id: str, by: str) -> None:
        """Let go of a draft after it was recorded."""


class BoardStore(Protocol):
    """Answers for the whole clinic at once, without replaying every attempt."""

    def work_list(self, asked: Asked, *, now: datetime) -> WorkList:
        """One page of invitations and the counts of all states, in three queries at most.

        Order: infusion date (none last), then talk first, ready, in progress, not started, confirmed, then selector.
        Invitations that were revoked or have expired before they were begun are left out.
        """

    def journeys(self, *, since: datetime) -> Sequence[Journey]:
        """The moments of every patient invited since then, simulated ones included, in one query or two."""


class AnswerStore(Protocol):
    """Gathers the answers of many patients for figures about questions, in a fixed number of queries."""

    def answers(self, versions: Sequence[str]) -> Answers:
        """The first attempts of real patients on these versions; of simulated ones while there is no real one.

        Patients in the order they began, without those who answered nothing.
        """


class Store(
    CourseStore, ReleaseStore, AttemptStore, RegradeStore, CareStore, BoardStore, AnswerStore, AccessStore, Protocol
):
    """The whole store, as the app wires it."""

    def check(self) -> None:
        """Prove that facts can be written now; raises NotSaved with the reason."""

    def close(self) -> None:
        """Let go of the database."""
