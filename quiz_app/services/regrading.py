"""Marking again after a wrong key was mended: what it would do, and doing it; nothing recorded is ever changed."""

from collections.abc import Callable, Mapping

from quiz_app.domain.access import Right
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item
from quiz_app.domain.regrade import Unlike
from quiz_app.services.auditing import Audit
from quiz_app.services.key_changes import MetVersion, Offer, offer_of
from quiz_app.services.marking_again import Line, Run, Work
from quiz_app.services.ports import Clock, RegradeStore, Store
from quiz_app.services.staffing import Actor, require

__all__ = [  # Line, Offer and Run are part of what a page needs from here
    "LONGEST_REASON",
    "CannotRegrade",
    "Line",
    "LiveChanged",
    "NothingLive",
    "Offer",
    "ReasonNeeded",
    "Regrading",
    "Run",
    "corrected_items",
]
LONGEST_REASON = 300
_TRIES = 5


class NothingLive(Exception):
    """No version of the course is live, so there is no key to mark by."""


class CannotRegrade(Exception):
    """The item cannot be marked again; why says what makes it another question, None where no key differs."""

    def __init__(self, item: str, why: Unlike | None) -> None:
        super().__init__(item)
        self.why = why


class ReasonNeeded(ValueError):
    """Answers are marked again only with a reason of 1 to 300 characters."""


class LiveChanged(Exception):
    """Another version went live after the dry run was looked at."""


def corrected_items(store: RegradeStore, fingerprint: str) -> Mapping[str, Item]:
    """The items of that version whose key was corrected, by id, with the key that counts now."""
    return {correction.item: correction.corrected for correction in store.regrades(fingerprint)}


class Regrading:
    """Marks answers given under older versions by the key of the live one; every method needs the right to edit."""

    def __init__(self, store: Store, clock: Clock, audit: Audit, *, live: Callable[[str], Course | None]) -> None:
        self._store = store
        self._clock = clock
        self._audit = audit
        self._live = live

    def offers(self, actor: Actor, course_id: str) -> tuple[Offer, ...]:
        """The items whose key differs from a version patients met, then those that became other questions.

        Raises NotAllowed, NothingLive.
        """
        live, met = self._live_version(actor, course_id), self._met(course_id)
        items = dict.fromkeys(item for version in met for item in version.items)
        offers = [offer for item in items if (offer := offer_of(item, live, met))]
        return tuple(sorted(offers, key=lambda offer: offer.why is not None))

    def dry_run(self, actor: Actor, course_id: str, item: str) -> Run:
        """What marking that item again would do; raises NotAllowed, NothingLive, CannotRegrade."""
        live = self._live_version(actor, course_id)
        work = Work(self._store, live, item, by=(actor.id, ""), reason="", at=self._clock.now())
        return work.run(self._differing(live, item))

    def commit(self, actor: Actor, course_id: str, item: str, *, reason: str, live: str) -> Run:
        """Mark that item again, all together or not at all; done again it adds only whom it missed.

        live: of the dry run that was looked at.
        Raises NotAllowed, NothingLive, CannotRegrade, ReasonNeeded, LiveChanged.
        """
        version, why = self._live_version(actor, course_id), reason.replace("\0", "").strip()
        if not 0 < len(why) <= LONGEST_REASON:
            raise ReasonNeeded
        if version.fingerprint != live:
            raise LiveChanged
        self._store.keep_course(version, version.fingerprint)
        member = self._store.staff(actor.id)
        by = (actor.id, member.login if member else actor.id)
        for _ in range(_TRIES):
            work = Work(self._store, version, item, by=by, reason=why, at=self._clock.now())
            run = work.run(self._differing(version, item))
            if run.is_empty:
                return run
            if self._store.add_regrades(work.corrections, work.regraded):
                self._audit.note(actor.id, "regrade", f"{item} {live[:12]}")
                return run
        raise LiveChanged  # others mark the same attempts again at this very moment

    def _live_version(self, actor: Actor, course_id: str) -> Course:
        require(actor, Right.EDIT_COURSE)
        live = self._live(course_id)
        if live is None:
            raise NothingLive(course_id)
        return live

    def _met(self, course_id: str) -> tuple[MetVersion, ...]:
        found = ((name, self._store.course(name)) for name in self._store.versions_met(course_id))
        return tuple(MetVersion(name, course, self._store.regrades(name)) for name, course in found if course)

    def _differing(self, live: Course, item: str) -> tuple[MetVersion, ...]:
        """The versions that differ from the live one in the key of that item only; raises CannotRegrade."""
        met = self._met(live.outline.course)
        offer = offer_of(item, live, met)
        if offer is None or not offer.versions:
            raise CannotRegrade(item, offer.why if offer else None)
        return tuple(version for version in met if version.fingerprint in offer.versions)
