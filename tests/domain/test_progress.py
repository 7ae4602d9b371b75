"""Replaying an attempt."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from quiz_app.domain.attempt import Passed, Response, Turn
from quiz_app.domain.marking import Choice
from quiz_app.domain.progress import Stage, replay
from tests.builders import MISS, NOON, RIGHT, UNSURE, answered, course, item, pair, record, topic

COURSE = course(topic("first", [*pair("clot"), item("plasma")]), topic("second", [*pair("kidney"), item("drip")]))


def test_a_new_attempt_stands_at_the_welcome_screen() -> None:
    assert replay(COURSE, record(COURSE)).current.stage is Stage.WELCOME


def test_all_right_leads_to_the_end_without_any_second_wording() -> None:
    _, progress = answered(COURSE, record(COURSE), [RIGHT] * 4)

    assert progress.finished
    assert len(progress.answers) == 4


def test_a_missed_critical_item_leads_to_the_lesson_again_and_then_to_its_sibling() -> None:
    only = course(topic("first", pair("clot")), asked_per_topic=1)
    _, progress = answered(only, record(only), [MISS, RIGHT])

    stages = [place.stage for place in progress.history]
    assert stages == [
        Stage.WELCOME,
        Stage.READ,
        Stage.ASK,
        Stage.FEEDBACK,
        Stage.REVISIT,
        Stage.ASK,
        Stage.FEEDBACK,
    ]
    first, second = (answer.response.turn.item for answer in progress.answers)
    assert {first, second} == {"clot-one", "clot-two"}


def test_not_sure_on_a_critical_item_also_leads_to_its_sibling() -> None:
    only = course(topic("first", pair("clot")), asked_per_topic=1)
    _, progress = answered(only, record(only), [UNSURE, RIGHT])

    assert progress.finished
    assert progress.answers[1].after == progress.answers[0].response.turn


def test_an_ordinary_item_is_never_asked_again() -> None:
    only = course(topic("first", [item("plasma")]))
    _, progress = answered(only, record(only), [MISS])

    assert progress.finished


def test_only_the_first_response_of_a_turn_counts() -> None:
    start, progress = answered(COURSE, record(COURSE), [])
    turn = progress.current.turn
    assert turn
    early = Response(turn=turn, choice=MISS, sureness=None, at=NOON)
    late = Response(turn=turn, choice=RIGHT, sureness=None, at=NOON + timedelta(minutes=1))

    progress = replay(COURSE, start.model_copy(update={"responses": (early, late)}))

    assert progress.answers[0].response == early


TURNS = [Turn(item=name, try_no=try_no) for name in [*COURSE.items, "forged"] for try_no in (1, 2)]
PLACES = ["welcome", "read/first/signs", "feedback/first/plasma:1", "read/second/signs", "nowhere", "end"]


@given(
    st.integers(min_value=0, max_value=50),
    st.lists(
        st.one_of(
            st.tuples(st.just("respond"), st.sampled_from(TURNS), st.sampled_from([RIGHT, MISS, UNSURE])),
            st.tuples(st.just("pass"), st.sampled_from(PLACES), st.just(RIGHT)),
        ),
        max_size=60,
    ),
)
def test_any_order_of_clicks_repeats_late_and_forged_turns_never_changes_a_first_answer(
    seed: int, clicks: list[tuple[str, Turn | str, Choice]]
) -> None:
    now = record(COURSE, seed=seed)
    first: dict[Turn, Response] = {}
    seen = 0
    for number, (what, target, choice) in enumerate(clicks):
        at = NOON + timedelta(seconds=number)
        if what == "respond" and isinstance(target, Turn):
            response = Response(turn=target, choice=choice, sureness=None, at=at)
            first.setdefault(target, response)
            now = now.model_copy(update={"responses": (*now.responses, response)})
        else:
            now = now.model_copy(update={"passed": (*now.passed, Passed(place=str(target), at=at))})
        progress = replay(COURSE, now)
        turns = [answer.response.turn for answer in progress.answers]
        assert len(turns) == len(set(turns))
        assert all(answer.response == first[answer.response.turn] for answer in progress.answers)
        assert len(progress.history) >= seen
        seen = len(progress.history)


@given(
    st.integers(min_value=0, max_value=500), st.lists(st.sampled_from([RIGHT, MISS, UNSURE]), min_size=8, max_size=8)
)
def test_every_way_of_answering_reaches_the_end(seed: int, choices: list[Choice]) -> None:
    _, progress = answered(COURSE, record(COURSE, seed=seed), choices)

    assert progress.finished
    assert len(progress.answers) == 4 + sum(answer.after is not None for answer in progress.answers)
