"""The record of one patient: drawn together for export, and checked against the facts it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz_app.domain.access import RIGHTS, Right
from quiz_app.domain.attempt import Record
from quiz_app.domain.confirmation import Care, Confirmation, digest_of
from quiz_app.domain.course import Course
from quiz_app.domain.marking import ChoiceNotOffered, check_offered
from quiz_app.domain.mastery import Outcome, assess
from quiz_app.domain.progress import replay
from quiz_app.domain.regrade import unlike
from quiz_app.domain.regraded import Regraded
from quiz_app.domain.summary import AttemptSummary, Summary, summarize, summarize_attempt
from quiz_app.services.auditing import Audit
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require
from quiz_app.services.taking import NoSuchAttempt


@dataclass(frozen=True)
class Finding:
    """One thing that was checked, in plain words, and whether it holds."""

    text: str
    ok: bool


class Recording:
    """Draws records together; every export and every refusal leaves an audit fact."""

    def __init__(self, store: Store, clock: Clock, audit: Audit) -> None:
        self._store = store
        self._clock = clock
        self._audit = audit

    def summary(self, actor: Actor, attempt_id: str) -> Summary:
        """The whole record of one attempt; raises NotAllowed, NoSuchAttempt."""
        record = self._store.record(attempt_id)
        if Right.EXPORT not in RIGHTS[actor.role]:
            # An id nobody has is not repeated: it could be anything that was typed.
            self._audit.note(actor.id, "export-refused", attempt_id if record else "unknown")
        require(actor, Right.EXPORT)
        course = self._store.course(record.attempt.course) if record else None
        if record is None or course is None:
            raise NoSuchAttempt(attempt_id)
        summary = summarize(
            course,
            record,
            self._store.care(attempt_id),
            invitation=self._store.invitations_of([attempt_id]).get(attempt_id),
            refresher=self._refresher(attempt_id),
        )
        self._audit.note(actor.id, "export", attempt_id)
        return summary

    def _refresher(self, attempt_id: str) -> AttemptSummary | None:
        found = self._store.refresher_of(attempt_id)
        record = self._store.record(found) if found else None
        course = self._store.course(record.attempt.course) if record else None
        return summarize_attempt(course, record) if course and record else None

    def verify(self, selector: str) -> tuple[Finding, ...]:
        """Build the wording again from the stored facts and check every fingerprint and digest of that patient."""
        invitation = self._store.invitation(selector)
        if invitation is None:
            return (Finding(f"No invitation has a code that begins with {selector}.", ok=False),)
        if invitation.attempt is None:
            return (
                Finding(f"The patient with the code {selector} has not begun. There is nothing to check.", ok=True),
            )
        found = list(self._findings("Check", invitation.attempt))
        again = self._store.refresher_of(invitation.attempt)
        return (*found, *(self._findings("Refresher", again) if again else ()))

    def _findings(self, part: str, attempt_id: str) -> Iterator[Finding]:
        try:
            record = self._store.record(attempt_id)
            course = self._store.course(record.attempt.course) if record else None
        except ValueError:
            yield Finding(f"{part}: the stored form or course is damaged and cannot be read.", ok=False)
            return
        if record is None or course is None:
            yield Finding(f"{part}: the stored answers or their course are gone.", ok=False)
            return
        yield from _wording(part, record, course)
        yield from _answers(part, record, course)
        yield from _signatures(record, self._store.care(attempt_id))
        yield from _marked_again(part, record, course, self._store.regraded(attempt_id))


def _wording(part: str, record: Record, course: Course) -> Iterator[Finding]:
    yield _compared(f"{part}: the wording of the course", course.fingerprint, record.attempt.course)
    yield _compared(f"{part}: the form as it was dealt", record.form.fingerprint, record.attempt.form)
    named = record.form.course == record.attempt.course
    yield Finding(f"{part}: the form {'names' if named else 'does not name'} that course.", ok=named)


def _compared(what: str, made: str, stored: str) -> Finding:
    if made == stored:
        return Finding(f"{what} matches its fingerprint {stored[:12]}.", ok=True)
    return Finding(f"{what} does not match: stored as {stored[:12]}, but its content gives {made[:12]}.", ok=False)


def _answers(part: str, record: Record, course: Course) -> Iterator[Finding]:
    dealt = {asked.item for each in record.form.parts for asked in (*each.asked, *each.held_back)}
    for item in sorted(dealt - course.items.keys()):
        yield Finding(f"{part}: the question {item} was dealt, but that wording does not have it.", ok=False)
    stands = 0
    for response in record.responses:
        item = response.turn.item
        if item not in dealt & course.items.keys():
            yield Finding(f"{part}: {item} was answered, but the form does not ask it.", ok=False)
        elif not _offered(course, item, response.choice):
            yield Finding(f"{part}: {item} has an answer that the question does not offer.", ok=False)
        else:
            stands += 1
    whole = stands == len(record.responses)
    yield Finding(f"{part}: {stands} of {len(record.responses)} answers stand in that wording.", ok=whole)


def _marked_again(part: str, record: Record, course: Course, again: Sequence[Regraded]) -> Iterator[Finding]:
    """Whether corrected keys fit the words that were shown, and what was kept then is what the answers give now."""
    for correction in record.regrades:
        fits = correction.item in course.items and not unlike(correction.corrected, course.items[correction.item])
        said = "fits the words that were shown" if fits else "does not fit the words that were shown"
        yield Finding(f"{part}: the corrected key of {correction.item}, by {correction.signer}, {said}.", ok=fits)
    ends = [each for each in again if each.outcome is not Outcome.NOT_FINISHED]
    if ends and all(each.item in course.items for each in record.regrades):
        same = ends[-1].outcome is assess(course, record, replay(course, record)).outcome
        said = "is what the answers give" if same else "is not what the answers give"
        yield Finding(f"{part}: the outcome kept when it was marked again {said}.", ok=same)


def _offered(course: Course, item: str, choice: tuple[str, ...]) -> bool:
    try:
        check_offered(course.items[item], choice)
    except ChoiceNotOffered:
        return False
    return True


def _signatures(record: Record, care: Care) -> Iterator[Finding]:
    for confirmation in care.confirmations:
        yield _signature(record, care, confirmation)


def _signature(record: Record, care: Care, confirmation: Confirmation) -> Finding:
    """Whether a digest matches what was there when it was signed; answers that came later are left aside and told."""
    what = f"Confirmation {confirmation.number} by {confirmation.signer}"
    signed = next((talk for talk in care.conversations if talk.number == confirmation.conversation), None)
    if signed is None:
        return Finding(f"{what}: the talk it was about is gone.", ok=False)
    if digest_of(record, signed) == confirmation.digest:
        return Finding(f"{what}: the digest matches the answers and the talk.", ok=True)
    then = tuple(response for response in record.responses if response.at <= confirmation.at)
    if digest_of(record.model_copy(update={"responses": then}), signed) == confirmation.digest:
        return Finding(f"{what}: the digest matches what was there when it was signed. Answers came later.", ok=True)
    return Finding(
        f"{what}: the digest does not match. The answers or the talk are not those that were signed.", ok=False
    )
