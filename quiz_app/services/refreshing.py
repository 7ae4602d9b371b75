"""The refresher before the next infusion: offered from the day after the end, and begun once."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from quiz_app.domain.attempt import Attempt, Origin, Preference
from quiz_app.domain.refresher import deal_refresher
from quiz_app.services.auditing import Audit
from quiz_app.services.ports import Clock, Store
from quiz_app.services.taking import Sitting, sitting_of

FROM = timedelta(days=1)


class NotOffered(Exception):
    """A refresher is not offered: too early, or this attempt is one itself."""


class Refreshing:
    """Offers and begins refreshers."""

    def __init__(
        self, store: Store, clock: Clock, audit: Audit, *, seed: Callable[[], int] = lambda: secrets.randbits(63)
    ) -> None:
        self._store = store
        self._clock = clock
        self._audit = audit
        self._seed = seed

    def may_begin(self, sitting: Sitting) -> bool:
        """Whether the patient may begin a refresher now: the course ended a day ago or longer, and none was begun."""
        first = sitting.record.form.refresher_of is None
        critical = any(point.critical for point in sitting.result.points)
        if not (first and critical and sitting.progress.finished):
            return False
        ended = max(passed.at for passed in sitting.record.passed)
        return self._clock.now() - ended >= FROM and self._store.refresher_of(sitting.attempt) is None

    def begin(self, attempt_id: str) -> str:
        """The refresher of that attempt, begun now if it was not; raises NotOffered, NoSuchAttempt."""
        if known := self._store.refresher_of(attempt_id):
            return known
        sitting = sitting_of(self._store, attempt_id)
        if not self.may_begin(sitting):
            raise NotOffered(attempt_id)
        form = deal_refresher(sitting.course, sitting.result, of_attempt=attempt_id, seed=self._seed())
        refresher = Attempt(
            id=uuid4().hex,
            course=form.course,
            form=form.fingerprint,
            locale=sitting.record.language,
            origin=Origin.REFRESHER,
            opened_at=self._clock.now(),
        )
        if self._store.open_refresher(refresher, form):
            self._keep_size(sitting, refresher)
            self._audit.note("patient", "begin-refresher", refresher.id)
            return refresher.id
        return self._store.refresher_of(attempt_id) or refresher.id

    def _keep_size(self, sitting: Sitting, refresher: Attempt) -> None:
        """Let the words stay as large as the patient chose them."""
        size = sitting.record.preference("text-size")
        if size:
            self._store.add_preference(refresher.id, Preference(name="text-size", value=size, at=refresher.opened_at))
