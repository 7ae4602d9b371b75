"""Conclusions for attempts that ended before conclusions were kept."""

from quiz_app.domain.attempt import Passed
from quiz_app.domain.board import Asked, Finished, State
from quiz_app.domain.mastery import Reason
from quiz_app.services.catching_up import catch_up
from quiz_app.storage.memory import MemoryStore
from tests.builders import MISS
from tests.services.clinic import TestClinic


class OlderStore(MemoryStore):
    """A store that does not keep conclusions until it is brought up to date."""

    keeps_conclusions = False

    def add_passed(self, attempt_id: str, passed: Passed, finished: Finished | None = None) -> bool:
        return super().add_passed(attempt_id, passed, finished if self.keeps_conclusions else None)


def test_an_attempt_from_before_gets_its_conclusion_and_only_one() -> None:
    store = OlderStore()
    clinic = TestClinic(store=store)
    nora, attempt, _under_way = clinic.nurse(), clinic.with_gaps(), clinic.walk_in()
    before = clinic.board.work_list(nora, Asked())
    store.keeps_conclusions = True

    assert [catch_up(store), catch_up(store)] == [1, 1]

    after = clinic.board.work_list(nora, Asked(state=State.TALK_FIRST))
    assert before.counts[State.TALK_FIRST] == 0
    assert [line.attempt for line in after.lines] == [attempt]
    assert [point.reason for point in after.lines[0].points] == [Reason.MISSED_TWICE]
    passed = clinic.taking.sitting(attempt).record.passed
    assert len({fact.place for fact in passed}) == len(passed)


def test_a_conclusion_that_is_there_stays_as_it_was() -> None:
    clinic = TestClinic()
    clinic.answer_all(clinic.walk_in(), MISS)
    before = clinic.store.journeys(since=clinic.clock.now())
    clinic.clock.later(days=1)

    catch_up(clinic.store)

    assert clinic.store.journeys(since=before[0].created_at) == before
