"""What the answers say about one course."""

from datetime import timedelta

import pytest

from quiz_app.domain.attempt import Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.marking import NOT_SURE
from quiz_app.domain.mastery import assess
from quiz_app.domain.progress import replay
from quiz_app.domain.statistics.columns import columns
from quiz_app.domain.statistics.findings import Look
from quiz_app.domain.statistics.items import Share
from quiz_app.domain.statistics.meant import meant
from quiz_app.domain.statistics.points import Quadrant
from quiz_app.domain.statistics.versions import slots
from tests.builders import MISS, NOON, RIGHT, UNSURE, course, item, pair, topic
from tests.domain.many_answers import analysis_of, figures, gathered, point, sheet, sheet_of, simulated

SMALL = course()
LARGE = course(
    topic("first", [*pair("clot"), item("plasma"), item("donor"), item("dose")]),
    topic("second", [*pair("lung"), *pair("kidney"), item("rash"), item("fever")]),
    asked_per_topic=3,
)


def plain(*names: str) -> Course:
    """A course of ordinary items that everybody is asked."""
    return course(topic("only", [item(name) for name in names]), asked_per_topic=6)


def test_first_tries_totals_and_ends_are_those_of_the_replay() -> None:
    records = simulated(LARGE, 400)
    results = [assess(LARGE, each, replay(LARGE, each)) for each in records]
    kept = [(record, result) for record, result in zip(records, results, strict=True) if record.responses]

    answers = gathered(sheet_of(record) for record, _ in kept)
    known = {LARGE.fingerprint: LARGE}
    every = columns(answers, meant(answers.given, known, lambda _, name: LARGE.items[name]), known, today=LARGE)
    found = analysis_of(LARGE, [sheet_of(record) for record, _ in kept])

    assert every.total.tolist() == [
        sum(point.first.mark.credit for point in result.points if point.first) for _, result in kept
    ]
    assert every.whole.tolist() == [all(point.first for point in result.points) for _, result in kept]
    for name in ("clot-one", "lung-one", "kidney-one"):
        both = {name, LARGE.items[name].sibling}
        met = [point for _, result in kept for point in result.points if point.item in both and point.first]
        settled = [each for each in met if each.right_first or each.second]
        assert point(found, name).by_end == Share(k=sum(each.right_in_the_end for each in settled), n=len(settled))
        assert point(found, name).at_first == Share(k=sum(each.right_first for each in settled), n=len(settled))


def test_every_form_of_a_course_has_the_same_slots() -> None:
    assert slots(LARGE) == (
        ("clot-one", 0),
        ("first", 1),
        ("first", 2),
        ("lung-one", 0),
        ("kidney-one", 0),
        ("second", 1),
    )


def test_nine_answers_say_nothing_and_ten_are_counted() -> None:
    nine = analysis_of(SMALL, [sheet(SMALL, ("plasma", RIGHT))] * 9)
    ten = analysis_of(SMALL, [sheet(SMALL, ("plasma", RIGHT))] * 7 + [sheet(SMALL, ("plasma", MISS))] * 3)

    assert figures(nine, "plasma").model_dump(exclude={"item", "version", "topic"}, exclude_none=True) == {
        "answered": 9,
        "credit": 0.0,
        "options": (),
    }
    assert figures(ten, "plasma").right == Share(k=7, n=10)
    assert figures(ten, "plasma").facility == pytest.approx(0.7)
    assert figures(ten, "plasma").interval == pytest.approx((0.3968, 0.8922), abs=0.0001)
    assert figures(ten, "plasma").options == ()
    assert ten.ranking == ()


def test_a_second_wording_after_a_miss_is_no_first_try() -> None:
    found = analysis_of(SMALL, [sheet(SMALL, ("clot-one", MISS), ("clot-two", RIGHT), ("plasma", RIGHT))] * 12)

    assert figures(found, "clot-one").right == Share(k=0, n=12)
    assert figures(found, "clot-two").answered == 0
    assert point(found, "clot-two").by_end == Share(k=12, n=12)


def test_who_missed_a_point_last_is_not_done_with_it_except_on_paper() -> None:
    stopped, paper = sheet(SMALL, ("clot-one", MISS)), sheet(SMALL, ("clot-one", MISS), on_paper=True)

    found = analysis_of(SMALL, [stopped] * 10 + [paper] * 11)

    assert point(found, "clot-one").met == 11
    assert point(found, "clot-one").by_end == Share(k=0, n=11)
    assert figures(found, "clot-one").right == Share(k=0, n=21)


def test_options_are_said_from_thirty_answers_on() -> None:
    sheets = [sheet(SMALL, ("plasma", RIGHT))] * 19 + [sheet(SMALL, ("plasma", MISS))] * 8
    sheets += [sheet(SMALL, ("plasma", UNSURE))] * 3

    found = figures(analysis_of(SMALL, sheets), "plasma")

    assert [(option.text, option.chosen) for option in found.options] == [
        ("Call about plasma", Share(k=19, n=30)),
        ("Wait with plasma", Share(k=8, n=30)),
        ("Call the emergency number about plasma", Share(k=0, n=30)),
    ]
    assert found.unsure == Share(k=3, n=30)
    assert found.mistaken is None
    assert found.discrimination is None


def test_things_of_a_sorting_item_count_when_put_elsewhere() -> None:
    sort = {
        "options": [],
        "groups": {"now": "Call now", "later": "Say it later"},
        "put": [
            {"what": "Chest pain", "into": "now", "why": "It is urgent.", "misconception": "it-will-pass"},
            {"what": "A bruise", "into": "later", "accept": ["now"], "why": "It heals."},
        ],
    }
    of = course(topic("only", [item("sort") | sort]))
    good, half = ("a=now", "b=now"), ("a=later", "b=later")

    found = figures(analysis_of(of, [sheet(of, ("sort", good))] * 20 + [sheet(of, ("sort", half))] * 10), "sort")

    assert found.right == Share(k=20, n=30)
    assert found.facility == pytest.approx(25 / 30)
    assert [(each.text, each.chosen) for each in found.options] == [
        ("Chest pain", Share(k=10, n=30)),
        ("A bruise", Share(k=0, n=30)),
    ]


def test_a_wording_is_counted_together_over_versions_that_leave_it_as_it_was() -> None:
    old = course(topic("first", [*pair("clot"), item("plasma", ask="What is plasma?"), item("donor")]))
    new = course(topic("first", [*pair("clot"), item("plasma", ask="What is IVIG made from?"), item("donor")]))
    sheets = [sheet(of, ("plasma", RIGHT), ("donor", RIGHT)) for of in (old, new) for _ in range(10)]

    found = analysis_of(new, sheets, earlier=[old])

    assert figures(found, "donor").right == Share(k=20, n=20)
    assert figures(found, "plasma").right == Share(k=10, n=10)
    assert [(each.item.ask, each.right) for each in found.earlier] == [("What is plasma?", Share(k=10, n=10))]


def test_a_corrected_key_counts_for_the_answers_that_were_marked_again() -> None:
    turned = item("plasma")
    turned["options"] = [
        {"wrong": "Call about plasma", "why": "It is not needed."},
        {"right": "Wait with plasma", "why": "Waiting is fine."},
        {"accept": "Call the emergency number about plasma", "why": "That is safe, too."},
    ]
    corrected = course(topic("first", [*pair("clot"), turned])).items["plasma"]

    found = analysis_of(SMALL, [sheet(SMALL, ("plasma", MISS))] * 10, corrected=[corrected])

    assert figures(found, "plasma").right == Share(k=10, n=10)


def test_sureness_and_rightness_make_four_fields() -> None:
    sheets = [sheet(SMALL, ("clot-one", RIGHT, Sureness.VERY))] * 6
    sheets += [sheet(SMALL, ("clot-two", MISS, Sureness.VERY))] * 3
    sheets += [sheet(SMALL, ("clot-one", RIGHT, Sureness.FAIRLY))] * 2
    sheets += [sheet(SMALL, ("clot-one", (NOT_SURE,)))] * 1 + [sheet(SMALL, ("clot-one", RIGHT))] * 5

    found = analysis_of(SMALL, sheets)

    assert found.quadrant == Quadrant(sure_right=6, sure_mistaken=3, less_right=2, less_mistaken=1)
    assert figures(found, "clot-two").answered == 3


def test_a_lesson_is_flagged_when_fewer_than_ninety_of_a_hundred_are_right_by_the_end() -> None:
    missed = sheet(SMALL, ("clot-one", MISS), ("clot-two", MISS), ("plasma", RIGHT))
    known = sheet(SMALL, ("clot-one", RIGHT), ("plasma", RIGHT))

    nineteen = analysis_of(SMALL, [known] * 15 + [missed] * 4)
    eighteen_of_twenty = analysis_of(SMALL, [known] * 18 + [missed] * 2)
    seventeen_of_twenty = analysis_of(SMALL, [known] * 17 + [missed] * 3)

    assert [each.look for each in nineteen.findings if each.look is Look.LESSON] == []
    assert [each.look for each in eighteen_of_twenty.findings if each.look is Look.LESSON] == []
    (flagged,) = (each for each in seventeen_of_twenty.findings if each.look is Look.LESSON)
    assert (flagged.share, flagged.screens) == (Share(k=17, n=20), ("signs",))
    assert flagged.interval
    assert flagged.interval.low == pytest.approx(0.6396, abs=0.0001)


def test_an_item_is_called_hard_only_when_the_upper_limit_is_below_the_target() -> None:
    of = plain("plasma", "donor")

    close = analysis_of(of, [sheet(of, ("plasma", RIGHT))] * 14 + [sheet(of, ("plasma", MISS))] * 6)
    clear = analysis_of(of, [sheet(of, ("plasma", RIGHT))] * 8 + [sheet(of, ("plasma", MISS))] * 12)

    assert close.findings == ()
    assert [(each.look, each.share) for each in clear.findings] == [(Look.HARD, Share(k=8, n=20))]


def test_a_distractor_that_draws_the_better_patients_comes_first() -> None:
    of = plain("plasma", "donor", "dose", "rash")
    good = sheet(of, ("plasma", MISS), ("donor", RIGHT), ("dose", RIGHT), ("rash", RIGHT))
    poor = sheet(of, ("plasma", RIGHT), ("donor", MISS), ("dose", MISS), ("rash", MISS))
    mixed = sheet(of, ("plasma", RIGHT), ("donor", RIGHT), ("dose", MISS), ("rash", RIGHT))

    found = analysis_of(of, [good] * 50 + [poor] * 40 + [mixed] * 30)

    assert found.findings[0].look is Look.KEY
    assert (found.findings[0].items[0].id, found.findings[0].option) == ("plasma", "Wait with plasma")
    assert [each.items[0].id for each in found.findings if each.look is Look.APART] == ["plasma"]


def test_twenty_patients_on_easy_sound_items_raise_no_flag() -> None:
    of = plain("plasma", "donor", "dose", "rash", "fever", "lung")
    records = [
        sheet(of, *((name, MISS if (number + place) % 7 == 0 else RIGHT) for place, name in enumerate(of.items)))
        for number in range(20)
    ]

    assert analysis_of(of, records).findings == ()


def test_two_wordings_that_are_not_equally_hard_are_told() -> None:
    easy, hard = sheet(SMALL, ("clot-one", RIGHT)), sheet(SMALL, ("clot-two", MISS), ("clot-one", RIGHT))
    missed, known = sheet(SMALL, ("clot-one", MISS), ("clot-two", RIGHT)), sheet(SMALL, ("clot-two", RIGHT))

    found = analysis_of(SMALL, [easy] * 38 + [missed] * 2 + [hard] * 20 + [known] * 20)
    few = analysis_of(SMALL, [easy] * 28 + [missed] + [hard] * 14 + [known] * 15)

    (drift,) = (each.drift for each in found.findings if each.look is Look.DRIFT)
    assert drift
    assert (drift.one, drift.other) == (Share(k=38, n=40), Share(k=20, n=40))
    assert [each for each in few.findings if each.look is Look.DRIFT] == []


def test_misconceptions_of_the_last_thirty_days_stand_beside_those_before() -> None:
    wrong = {
        "options": [
            {"right": "Plasma", "why": "It is."},
            {"wrong": "Chemicals", "why": "It is not.", "misconception": "made-in-a-lab"},
        ]
    }
    made = course(topic("first", [item("plasma") | wrong]))
    belief = {"belief": "It is made in a lab.", "truth": "It comes from donors.", "sources": ["A-01"]}
    of = Course.model_validate(made.model_dump() | {"misconceptions": {"made-in-a-lab": belief}})
    long_ago = NOON - timedelta(days=31)
    sheets = [sheet(of, ("plasma", MISS))] * 4 + [sheet(of, ("plasma", RIGHT))] * 8
    sheets += [sheet(of, ("plasma", MISS), at=long_ago)] * 1 + [sheet(of, ("plasma", RIGHT), at=long_ago)] * 10

    (found,) = analysis_of(of, sheets).beliefs

    assert (found.name, found.lately, found.before) == ("made-in-a-lab", Share(k=4, n=12), Share(k=1, n=11))


def test_the_hardest_question_stands_first_with_its_share_drawn_to_the_mean() -> None:
    of = plain("plasma", "donor")
    sheets = [sheet(of, ("plasma", RIGHT), ("donor", RIGHT))] * 20 + [
        sheet(of, ("plasma", MISS), ("donor", RIGHT))
    ] * 20

    found = analysis_of(of, sheets).ranking

    assert [each.figures.item.id for each in found] == ["plasma", "donor"]
    assert 0.5 < found[0].facility < 0.55


def test_nobody_and_nothing_is_no_error() -> None:
    found = analysis_of(SMALL, [])

    assert (found.patients, found.findings, found.beliefs, found.ranking) == (0, (), (), ())
    assert found.whole.alpha is None
