"""Marking answers again after a wrong key: whom it concerns, once, all together, and nothing signed is touched."""

import pytest

from quiz_app.domain.access import Role
from quiz_app.domain.board import Asked, Line, State
from quiz_app.domain.confirmation import Standing
from quiz_app.domain.course import Course
from quiz_app.domain.mastery import Outcome, Reason
from quiz_app.domain.progress import Stage
from quiz_app.domain.regrade import Unlike
from quiz_app.domain.regraded import Worth
from quiz_app.services.confirming import Stale
from quiz_app.services.recording import Recording
from quiz_app.services.refreshing import Refreshing
from quiz_app.services.regrading import (
    CannotRegrade,
    LiveChanged,
    NothingLive,
    ReasonNeeded,
    Regrading,
    corrected_items,
)
from quiz_app.services.staffing import Actor, NotAllowed
from tests.builders import course, item, topic
from tests.services.clinic import TestClinic

WHY = "Option b was the key by mistake."
PLAIN = ("Rest", "Call us", "Call 911")


def keyed(right: str, *, ask: str = "What now?", title: str = "A small course") -> Course:
    """A course with one critical item whose key is the option of that letter."""
    options = [
        {"right" if letter == right else "wrong": text, "why": f"About {text}."}
        for letter, text in zip("abc", PLAIN, strict=True)
    ]
    asked = item("clot", critical=True, ask=ask, options=options)
    made = course(topic("first", [asked]))
    return made.model_copy(update={"outline": made.outline.model_copy(update={"title": title})})


WRONG, MENDED = keyed("b"), keyed("a", title="Mended")


class Scene(TestClinic):
    """A clinic whose course has the key b, and an educator."""

    __test__ = False

    def __post_init__(self) -> None:
        super().__post_init__()
        self.course = WRONG
        self.eda = self.nurse("eda", Role.EDUCATOR)
        self.nora = self.nurse()
        self.regrading = Regrading(self.store, self.clock, self.audit, live=self._course)

    def mend(self, mended: Course = MENDED) -> None:
        """New patients get the mended course, an hour later."""
        self.clock.later(hours=1)
        self.course = mended

    def commit(self, actor: Actor | None = None) -> int:
        """Mark again; how many answers count otherwise."""
        self.clock.later(hours=1)
        live = self.course.fingerprint
        return len(self.regrading.commit(actor or self.eda, "small", "clot", reason=WHY, live=live).lines)

    def line(self, attempt: str) -> Line:
        """What the list says about a patient."""
        found = self.board.work_list(self.nora, Asked()).lines
        return next(each for each in found if each.attempt == attempt)

    def sign(self, attempt: str) -> None:
        """Talk with a patient and sign."""
        self.clock.later(minutes=5)
        seen = self.confirming.case(self.nora, attempt).seen
        self.confirming.record(self.nora, attempt, self.typed(attempt), seen=seen)
        seen = self.confirming.case(self.nora, attempt).seen
        self.confirming.confirm(self.nora, attempt, seen=seen, reauthenticated_at=self.clock.now())

    def verified(self, attempt: str) -> list[str]:
        """What record verify complains about."""
        selector = self.store.invitations_of([attempt])[attempt].selector
        found = Recording(self.store, self.clock, self.audit).verify(selector)
        return [finding.text for finding in found if not finding.ok]


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_exactly_the_items_that_differ_in_the_key_only_are_offered(scene: Scene) -> None:
    scene.ready()
    scene.mend()

    offers = scene.regrading.offers(scene.eda, "small")

    assert [(offer.item, offer.stem, offer.topic) for offer in offers] == [("clot", "What now?", "About first")]
    assert [(offer.versions, offer.why) for offer in offers] == [((WRONG.fingerprint,), None)]


def test_nothing_is_offered_while_nobody_met_another_key(scene: Scene) -> None:
    scene.ready()

    assert scene.regrading.offers(scene.eda, "small") == ()
    with pytest.raises(CannotRegrade) as refused:
        scene.regrading.dry_run(scene.eda, "small", "clot")
    assert refused.value.why is None


def test_a_reworded_item_is_another_question_and_says_why(scene: Scene) -> None:
    scene.ready()
    scene.mend(keyed("a", ask="What would you do now?"))

    assert [(offer.versions, offer.why) for offer in scene.regrading.offers(scene.eda, "small")] == [((), Unlike.STEM)]
    with pytest.raises(CannotRegrade) as refused:
        scene.regrading.dry_run(scene.eda, "small", "clot")
    assert refused.value.why is Unlike.STEM


def test_a_dry_run_lists_whose_mark_and_outcome_change_and_keeps_nothing(scene: Scene) -> None:
    lost, gained, same = scene.walk_in(), scene.walk_in(), scene.walk_in()
    scene.answer_all(lost, ("b",))
    scene.answer_all(gained, ("a",))
    scene.answer_all(same, ("c",))
    scene.mend()

    run = scene.regrading.dry_run(scene.eda, "small", "clot")

    assert (run.answered, run.corrected, run.live) == (3, 1, MENDED.fingerprint)
    assert [(line.attempt, line.effect.outcome_before, line.effect.outcome_now) for line in run.lines] == [
        (lost, Outcome.READY_TO_CONFIRM, Outcome.TALK_FIRST),
        (gained, Outcome.TALK_FIRST, Outcome.READY_TO_CONFIRM),
    ]
    assert [point.reason for point in run.lines[0].effect.points_now] == [Reason.MISSED]
    assert (len(run.outcomes), run.under_way, run.signed) == (2, (), ())
    assert run.lines[0].selector
    assert scene.store.regrades(WRONG.fingerprint) == []
    assert scene.line(lost).state is State.READY_TO_CONFIRM


def test_after_the_commit_the_list_and_every_page_follow_the_new_key(scene: Scene) -> None:
    lost, gained = scene.answer_all(scene.walk_in(), ("b",)), scene.answer_all(scene.walk_in(), ("a",))
    scene.mend()

    assert scene.commit() == 2

    assert (scene.line(lost).state, scene.line(gained).state) == (State.TALK_FIRST, State.READY_TO_CONFIRM)
    assert [point.objective for point in scene.line(lost).points] == ["You know know-clot."]
    case = scene.confirming.case(scene.nora, lost)
    assert (case.briefing.outcome, case.briefing.talk[0].said[0].right) == (Outcome.TALK_FIRST, False)
    told = case.briefing.marked_again
    assert [(each.before, each.now, each.signer, each.reason) for each in told] == [
        (Worth.RIGHT, Worth.MISSED, "eda", WHY)
    ]
    assert scene.taking.sitting(lost).progress.answers[0].shown.right
    assert scene.verified(lost) == scene.verified(gained) == []


def test_every_fact_says_old_and_new_credit_who_and_why(scene: Scene) -> None:
    lost = scene.answer_all(scene.walk_in(), ("b",))
    scene.mend()
    scene.commit()

    (fact,) = scene.store.regraded(lost)
    (correction,) = scene.store.regrades(WRONG.fingerprint)
    assert (fact.number, fact.item, fact.regrade, fact.old, fact.new) == (1, "clot", 1, 1.0, 0.0)
    assert (fact.outcome, fact.by, fact.signer, fact.reason) == (Outcome.TALK_FIRST, "id-eda", "eda", WHY)
    assert (correction.number, correction.live, correction.corrected.option("a").right) == (
        1,
        MENDED.fingerprint,
        "Rest",
    )
    assert [link.fact.action for link in scene.store.audit_chain(after=0, most=99)][-1] == "regrade"


def test_doing_it_twice_adds_nothing(scene: Scene) -> None:
    lost = scene.answer_all(scene.walk_in(), ("b",))
    scene.mend()
    scene.commit()

    assert scene.commit() == 0

    assert len(scene.store.regraded(lost)) == len(scene.store.regrades(WRONG.fingerprint)) == 1
    assert scene.regrading.dry_run(scene.eda, "small", "clot").is_empty


def test_a_later_run_adds_only_those_who_came_since(scene: Scene) -> None:
    early, late = scene.answer_all(scene.walk_in(), ("b",)), scene.walk_in()
    scene.mend()
    scene.commit()
    scene.answer_all(late, ("b",))

    assert scene.line(late).state is State.TALK_FIRST  # concluded by the corrected key from the start
    assert scene.commit() == 1

    assert [len(scene.store.regraded(each)) for each in (early, late)] == [1, 1]
    assert scene.line(late).state is State.TALK_FIRST


def test_mid_course_the_mark_changes_and_the_end_is_concluded_by_the_new_key(scene: Scene) -> None:
    attempt = scene.walk_in()
    while (sitting := scene.taking.sitting(attempt)).progress.current.stage is not Stage.FEEDBACK:
        place = sitting.progress.current
        if place.stage is Stage.ASK and place.turn:
            scene.taking.answer(sitting, place.turn, choice=("b",))
        else:
            scene.taking.go_on(sitting, place)
    scene.mend()

    run = scene.regrading.dry_run(scene.eda, "small", "clot")
    scene.commit()
    shown = scene.taking.sitting(attempt).progress
    scene.answer_all(attempt, ("b",))

    assert [line.attempt for line in run.under_way] == [attempt]
    assert (run.outcomes, shown.current.stage) == ((), Stage.FEEDBACK)
    assert shown.answers[0].shown.right
    assert scene.line(attempt).state is State.TALK_FIRST
    assert scene.commit() == 0


def test_a_confirmation_is_flagged_and_stands_until_a_nurse_takes_it_back(scene: Scene) -> None:
    signed = scene.answer_all(scene.walk_in(), ("b",))
    scene.sign(signed)
    before = scene.store.care(signed)
    scene.mend()

    run = scene.regrading.dry_run(scene.eda, "small", "clot")
    scene.commit()

    assert [line.signed.signer for line in run.signed if line.signed] == ["nora"]
    assert scene.store.care(signed) == before
    case = scene.confirming.case(scene.nora, signed)
    assert (case.standing, case.look_again) == (Standing.CONFIRMED, True)
    assert (scene.line(signed).state, scene.line(signed).look_again) == (State.CONFIRMED, True)
    assert scene.verified(signed) == []
    scene.confirming.withdraw(scene.nora, signed, "The key was wrong.", seen=case.seen)
    assert not scene.confirming.case(scene.nora, signed).look_again
    assert (scene.line(signed).state, scene.line(signed).look_again) == (State.TALK_FIRST, False)


def test_a_new_signature_after_the_correction_carries_no_flag(scene: Scene) -> None:
    signed = scene.answer_all(scene.walk_in(), ("b",))
    scene.sign(signed)
    scene.mend()
    scene.commit()

    scene.sign(signed)

    assert (scene.line(signed).state, scene.line(signed).look_again) == (State.CONFIRMED, False)
    assert not scene.confirming.case(scene.nora, signed).look_again


def test_a_signature_given_to_a_late_answer_is_not_flagged_by_a_later_run(scene: Scene) -> None:
    early, late = scene.answer_all(scene.walk_in(), ("b",)), scene.walk_in()
    scene.mend()
    scene.commit()
    scene.answer_all(late, ("b",))
    scene.sign(late)

    assert scene.commit() == 1

    assert early
    assert not scene.line(late).look_again
    assert not scene.confirming.case(scene.nora, late).look_again
    assert scene.confirming.case(scene.nora, late).briefing.marked_again[0].is_late


def test_a_nurse_who_had_the_page_open_is_told_before_signing(scene: Scene) -> None:
    attempt = scene.answer_all(scene.walk_in(), ("b",))
    scene.confirming.record(
        scene.nora, attempt, scene.typed(attempt), seen=scene.confirming.case(scene.nora, attempt).seen
    )
    seen = scene.confirming.case(scene.nora, attempt).seen
    scene.mend()
    scene.commit()

    with pytest.raises(Stale) as stale:
        scene.confirming.confirm(scene.nora, attempt, seen=seen, reauthenticated_at=scene.clock.now())

    assert [(change.kind, change.signer) for change in stale.value.changes] == [("regrade", "eda")]


def test_a_correction_that_was_the_mistake_is_corrected_again(scene: Scene) -> None:
    lost = scene.answer_all(scene.walk_in(), ("b",))
    scene.mend()
    scene.commit()
    scene.mend(WRONG)

    assert scene.commit() == 1

    assert scene.line(lost).state is State.READY_TO_CONFIRM
    assert [(fact.old, fact.new) for fact in scene.store.regraded(lost)] == [(1.0, 0.0), (0.0, 1.0)]
    assert [each.number for each in scene.store.regrades(WRONG.fingerprint)] == [1, 2]


def test_statistics_can_ask_for_the_key_that_counts(scene: Scene) -> None:
    scene.ready()
    scene.mend()
    scene.commit()

    assert corrected_items(scene.store, WRONG.fingerprint)["clot"].option("a").right == "Rest"
    assert corrected_items(scene.store, MENDED.fingerprint) == {}


def test_without_a_reason_nothing_is_marked(scene: Scene) -> None:
    scene.answer_all(scene.walk_in(), ("b",))
    scene.mend()

    for reason in ("", " \0 ", "x" * 301):
        with pytest.raises(ReasonNeeded):
            scene.regrading.commit(scene.eda, "small", "clot", reason=reason, live=MENDED.fingerprint)

    assert scene.store.regrades(WRONG.fingerprint) == []


def test_a_version_that_went_live_meanwhile_is_looked_at_first(scene: Scene) -> None:
    scene.ready()
    scene.mend()

    with pytest.raises(LiveChanged):
        scene.regrading.commit(scene.eda, "small", "clot", reason=WHY, live=WRONG.fingerprint)


def test_only_those_who_may_edit_the_course_mark_again(scene: Scene) -> None:
    scene.ready()
    scene.mend()

    for refused in (scene.nora, scene.nurse("ada", Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowed):
            scene.regrading.offers(refused, "small")
        with pytest.raises(NotAllowed):
            scene.regrading.dry_run(refused, "small", "clot")
        with pytest.raises(NotAllowed):
            scene.commit(refused)


def test_without_a_live_version_there_is_no_key_to_mark_by(scene: Scene) -> None:
    with pytest.raises(NothingLive):
        scene.regrading.offers(scene.eda, "elsewhere")


def test_a_refresher_is_marked_again_under_the_code_of_its_patient(scene: Scene) -> None:
    first = scene.answer_all(scene.walk_in(), ("b",))
    scene.clock.later(days=2)
    again = Refreshing(scene.store, scene.clock, scene.audit, seed=lambda: 1).begin(first)
    scene.answer_all(again, ("b",))
    scene.mend()

    run = scene.regrading.dry_run(scene.eda, "small", "clot")
    scene.commit()

    selector = scene.store.invitations_of([first])[first].selector
    assert [(line.attempt, line.selector, line.is_refresher) for line in run.lines] == [
        (first, selector, False),
        (again, selector, True),
    ]
    briefing = scene.confirming.case(scene.nora, first).refresher_briefing
    assert briefing
    assert [(each.before, each.now) for each in briefing.marked_again] == [(Worth.RIGHT, Worth.MISSED)]
    assert scene.verified(first) == []
