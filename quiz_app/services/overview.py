"""Figures about the whole clinic, for the nurse in charge."""

from datetime import timedelta

from quiz_app.domain.access import Right
from quiz_app.domain.overview import Overview, monday, overview_of
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require

WEEKS = 12
EARLIER = timedelta(weeks=12)  # who was invited before the first week may have finished in it


class Overviews:
    """Counts what happened, never who."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def overview(self, actor: Actor, *, weeks: int = WEEKS) -> Overview:
        """The last weeks of the clinic; raises NotAllowed."""
        require(actor, Right.READ_OVERVIEW)
        now = self._clock.now()
        today = now.date()
        since = now - (today - monday(today)) - timedelta(weeks=weeks - 1) - EARLIER
        return overview_of(self._store.journeys(since=since), today=today, weeks=weeks)
