"""One run of marking an item again: which corrections it needs, and what they do to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from quiz_app.domain.board import Finished
from quiz_app.domain.confirmation import Confirmation, Standing, standing
from quiz_app.domain.course import Course
from quiz_app.domain.mastery import Outcome
from quiz_app.domain.regrade import Regrade, same_key, with_key_of
from quiz_app.domain.regraded import Effect, Marked, Regraded, effect
from quiz_app.services.key_changes import MetVersion
from quiz_app.services.ports import Store


@dataclass(frozen=True)
class Line:
    """One attempt whose answer counts otherwise: before is what the list says, signed what a nurse confirmed on it."""

    attempt: str
    selector: str
    label: str
    is_refresher: bool
    effect: Effect
    listed: Finished | None
    signed: Confirmation | None

    @property
    def changes_outcome(self) -> bool:
        """Whether the list will say something else about a patient who finished."""
        now = (self.effect.outcome_now, self.effect.points_now)
        return self.listed is not None and now != (self.listed.outcome, self.listed.points)


@dataclass(frozen=True)
class Run:
    """What marking again does, or did: how many answered the item, and whose answer counts otherwise.

    live: fingerprint of the version whose key is used; corrected: how many versions get it by this run.
    """

    course: str
    item: str
    live: str
    answered: int
    corrected: int
    lines: tuple[Line, ...]

    @property
    def outcomes(self) -> tuple[Line, ...]:
        """Those whose outcome, or points to talk about, become others."""
        return tuple(line for line in self.lines if line.changes_outcome)

    @property
    def under_way(self) -> tuple[Line, ...]:
        """Those in mid-course: their mark changes, there is no outcome yet."""
        return tuple(line for line in self.lines if line.effect.outcome_now is Outcome.NOT_FINISHED)

    @property
    def signed(self) -> tuple[Line, ...]:
        """Those a nurse has confirmed, whose confirmation stands; it is flagged, never changed."""
        return tuple(line for line in self.lines if line.signed)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.corrected or self.lines)


class Work:
    """One run over every version that patients met: the corrections it needs, and the attempts they concern."""

    def __init__(
        self, store: Store, live: Course, item: str, *, by: tuple[str, str], reason: str, at: datetime
    ) -> None:
        self._store = store
        self._live = live
        self._item = item
        self._by, self._signer = by
        self._reason = reason
        self._at = at
        self.corrections: list[Regrade] = []
        self.regraded: list[Regraded] = []

    def run(self, met: Sequence[MetVersion]) -> Run:
        """Look at these versions, which differ from the live one in the key of the item."""
        answered = 0
        changed: list[tuple[Marked, Effect, datetime]] = []
        for version in met:
            correction = self._correction(version)
            marked = self._store.marked(version.fingerprint, self._item)
            answered += len(marked)
            changed += list(self._changed(version.course, marked, correction))
        return Run(
            course=self._live.outline.course,
            item=self._item,
            live=self._live.fingerprint,
            answered=answered,
            corrected=len(self.corrections),
            lines=self._lines(changed),
        )

    def _correction(self, version: MetVersion) -> Regrade:
        """The correction by the live key: the one that counts already, or a new one."""
        live, newest = self._live.items[self._item], version.correction(self._item)
        if newest and same_key(newest.corrected, live):
            return newest
        made = Regrade(
            course=version.fingerprint,
            item=self._item,
            number=newest.number + 1 if newest else 1,
            live=self._live.fingerprint,
            corrected=with_key_of(version.items[self._item], live),
            by=self._by,
            signer=self._signer,
            reason=self._reason,
            at=self._at,
        )
        self.corrections.append(made)
        return made

    def _changed(
        self, course: Course, marked: Sequence[Marked], correction: Regrade
    ) -> Iterator[tuple[Marked, Effect, datetime]]:
        for each in marked:
            did = effect(course, each.record, correction)
            if did and _is_to_add(each, did, correction):
                self.regraded.append(self._again(each, did, correction))
                yield each, did, correction.at

    def _again(self, marked: Marked, did: Effect, correction: Regrade) -> Regraded:
        return Regraded(
            attempt=marked.record.attempt.id,
            number=len(marked.regraded) + 1,
            course=correction.course,
            item=correction.item,
            regrade=correction.number,
            old=did.old.credit,
            new=did.new.credit,
            outcome=did.outcome_now,
            points=did.points_now,
            by=self._by,
            signer=self._signer,
            reason=self._reason,
            corrected_at=correction.at,
            at=self._at,
        )

    def _lines(self, changed: Sequence[tuple[Marked, Effect, datetime]]) -> tuple[Line, ...]:
        owners = [each.record.form.refresher_of or each.record.attempt.id for each, _, _ in changed]
        invited = self._store.invitations_of(owners) if owners else {}
        lines = []
        for (each, did, corrected_at), owner in zip(changed, owners, strict=True):
            invitation = invited.get(owner)
            line = Line(
                attempt=each.record.attempt.id,
                selector=invitation.selector if invitation else "",
                label=invitation.label if invitation else "",
                is_refresher=each.record.form.refresher_of is not None,
                effect=did,
                listed=each.listed,
                signed=self._signed(each, corrected_at),
            )
            lines.append(line)
        return tuple(lines)

    def _signed(self, marked: Marked, corrected_at: datetime) -> Confirmation | None:
        """The confirmation that stands on these answers and was given before the correction."""
        if marked.ended is None:
            return None
        care = self._store.care(marked.record.attempt.id)
        signed = care.confirmation if standing(marked.record, care) is Standing.CONFIRMED else None
        return signed if signed and signed.at < corrected_at else None


def _is_to_add(marked: Marked, did: Effect, correction: Regrade) -> bool:
    """Whether this correction has not reached that attempt, or the list still says what was so before it."""
    if not did.changes_mark:
        return False
    if not any((each.course, each.item, each.regrade) == _key(correction) for each in marked.regraded):
        return True
    listed = marked.listed
    return did.changes_outcome and listed is not None and _says(listed) == (did.outcome_before, did.points_before)


def _key(correction: Regrade) -> tuple[str, str, int]:
    return correction.course, correction.item, correction.number


def _says(listed: Finished) -> tuple[Outcome, tuple[object, ...]]:
    return listed.outcome, listed.points
