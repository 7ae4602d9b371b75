"""The nurse's work list: where each patient stands, from invitation to confirmation."""

from quiz_app.domain.access import Right
from quiz_app.domain.board import Asked, WorkList
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require


class Board:
    """Answers for many patients at once, from what was concluded when each of them finished."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def work_list(self, actor: Actor, asked: Asked) -> WorkList:
        """One page of patients under what is asked, with the counts of all states; raises NotAllowed."""
        require(actor, Right.READ_BOARD)
        return self._store.work_list(asked, now=self._clock.now())
