"""Dealing a form."""

from hypothesis import given
from hypothesis import strategies as st

from quiz_app.domain.form import deal
from tests.builders import course, item, pair, topic

WIDE = course(
    topic("first", [*pair("clot"), *pair("kidney"), item("plasma"), item("donor")]),
    topic("second", [item("drip"), item("nurse"), item("chair"), item("hand")]),
)


@given(st.integers(min_value=0, max_value=2**63))
def test_a_form_asks_exactly_one_of_each_critical_pair_and_holds_the_other_back(seed: int) -> None:
    form = deal(WIDE, seed=seed)

    asked = {each.item for each in form.parts[0].asked}
    held = {each.item for each in form.parts[0].held_back}
    assert len(asked & {"clot-one", "clot-two"}) == 1
    assert len(asked & {"kidney-one", "kidney-two"}) == 1
    assert held == {"clot-one", "clot-two", "kidney-one", "kidney-two"} - asked


@given(st.integers(min_value=0, max_value=2**63))
def test_a_form_fills_each_topic_up_to_the_number_of_the_course(seed: int) -> None:
    form = deal(WIDE, seed=seed)

    assert [len(part.asked) for part in form.parts] == [3, 3]


def test_the_same_seed_deals_the_same_form_and_another_seed_another_one() -> None:
    assert deal(WIDE, seed=7) == deal(WIDE, seed=7)
    assert deal(WIDE, seed=7).fingerprint != deal(WIDE, seed=8).fingerprint


def test_the_fingerprint_of_a_course_changes_with_one_word() -> None:
    other = course(topic("first", [*pair("clot"), item("plasma", ask="What about donor plasma?")]))

    assert other.fingerprint != course().fingerprint


def test_every_ordinary_item_is_dealt_to_somebody() -> None:
    seen = {each.item for seed in range(60) for part in deal(WIDE, seed=seed).parts for each in part.asked}

    assert seen == set(WIDE.items)
