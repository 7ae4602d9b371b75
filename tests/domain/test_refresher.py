"""The form of a refresher."""

from quiz_app.domain.mastery import assess
from quiz_app.domain.refresher import deal_refresher
from tests.builders import MISS, RIGHT, answered, course, item, pair, record, topic


def test_a_refresher_asks_critical_points_in_the_wording_not_met_last() -> None:
    small = course()
    clear, at_end = answered(small, record(small), [RIGHT, RIGHT])
    asked_first = next(each.item for each in assess(small, clear, at_end).points if each.critical)

    form = deal_refresher(small, assess(small, clear, at_end), of_attempt="a1", seed=1)

    [again] = [asked.item for part in form.parts for asked in part.asked]
    assert {asked_first, again} == {"clot-one", "clot-two"}
    assert form.refresher_of == "a1"
    assert [part.held_back for part in form.parts] == [()]


def test_a_point_missed_in_both_wordings_is_asked_in_the_first_again() -> None:
    small = course()
    missed, at_end = answered(small, record(small), [MISS] * 3)
    result = assess(small, missed, at_end)
    [point] = result.to_talk_about

    form = deal_refresher(small, result, of_attempt="a1", seed=1)

    assert [asked.item for part in form.parts for asked in part.asked] == [point.item]


def test_a_refresher_never_asks_more_than_six_points() -> None:
    pairs = [each for name in ("a", "b", "c", "d", "e", "f", "g", "h") for each in pair(name)]
    large = course(topic("first", pairs))
    whole, at_end = answered(large, record(large), [RIGHT] * 8)

    form = deal_refresher(large, assess(large, whole, at_end), of_attempt="a1", seed=1)

    assert len(form.parts[0].asked) == 6


def test_the_points_to_talk_about_come_before_all_others() -> None:
    pairs = [each for name in ("a", "b", "c", "d", "e", "f", "g", "h") for each in pair(name)]
    large = course(topic("first", pairs))
    whole, at_end = answered(large, record(large), [RIGHT] * 7 + [MISS, MISS])
    result = assess(large, whole, at_end)
    [point] = result.to_talk_about

    form = deal_refresher(large, result, of_attempt="a1", seed=1)

    assert point.item in [asked.item for asked in form.parts[0].asked]


def test_the_same_seed_deals_the_same_refresher_and_a_course_without_safety_points_none() -> None:
    small, plain = course(), course(topic("first", [item("plasma")]))
    clear, at_end = answered(small, record(small), [RIGHT, RIGHT])
    ordinary, ended = answered(plain, record(plain), [MISS])
    result = assess(small, clear, at_end)

    dealt = [deal_refresher(small, result, of_attempt="a1", seed=7) for _ in range(2)]

    assert dealt[0] == dealt[1]
    assert deal_refresher(plain, assess(plain, ordinary, ended), of_attempt="a1", seed=7).parts == ()
