"""A corrected key: which wordings are the same question, and what it does to an attempt."""

from datetime import timedelta

import pytest

from quiz_app.domain.attempt import Record, Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item
from quiz_app.domain.mastery import Mastery, Outcome, Reason, assess
from quiz_app.domain.progress import replay
from quiz_app.domain.regrade import Regrade, Unlike, same_key, unlike, with_key_of
from quiz_app.domain.regraded import Worth, marked_again
from tests.builders import MISS, NOON, RIGHT, UNSURE, answered, course, item, pair, record, topic

LATER = NOON + timedelta(days=1)


def options(*marked: tuple[str, str]) -> list[dict[str, object]]:
    """Options by verdict and text."""
    return [{verdict: text, "why": f"About {text}."} for verdict, text in marked]


def one(**more: object) -> Item:
    """An item of these words."""
    return Item.model_validate(item("clot") | more)


PAIN: dict[str, object] = {"what": "Chest pain", "into": "now", "why": "A clot."}
RASH: dict[str, object] = {"what": "A rash", "into": "later", "why": "It passes."}
SORTED: dict[str, object] = {
    "options": [],
    "groups": {"now": "Call 911", "later": "Next visit"},
    "put": [PAIN, RASH],
}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, None),
        ({"options": options(("wrong", "Rest"), ("right", "Call")), "not_sure": "Other words."}, None),
        ({"ask": "What now?"}, Unlike.STEM),
        ({"options": options(("right", "Rest"), ("wrong", "Wait"))}, Unlike.OPTIONS),
        ({"options": options(("right", "Call"), ("wrong", "Rest"))}, Unlike.PLACES),
        ({"options": options(("right", "Rest"), ("right", "Call"))}, Unlike.KIND),
        (SORTED, Unlike.GROUPS),
    ],
)
def test_only_the_same_words_in_the_same_places_are_the_same_question(
    changed: dict[str, object], why: Unlike | None
) -> None:
    met = one(options=options(("right", "Rest"), ("wrong", "Call")))

    assert unlike(met, one(**({"options": options(("right", "Rest"), ("wrong", "Call"))} | changed))) is why


def test_an_item_that_is_gone_is_another_question() -> None:
    assert unlike(one(), None) is Unlike.GONE


def test_the_corrected_item_has_the_words_that_were_shown_and_the_verdicts_of_the_live_one() -> None:
    met = one(options=options(("right", "Rest"), ("wrong", "Call")))
    live = one(
        options=[{"wrong": "Rest", "why": "New words.", "harmful": True}, {"right": "Call", "why": "New words."}]
    )

    corrected = with_key_of(met, live)

    assert [(str(each.verdict), each.text, each.why, each.harmful) for each in corrected.options] == [
        ("wrong", "Rest", "About Rest.", True),
        ("right", "Call", "About Call.", False),
    ]
    assert same_key(corrected, live)
    assert not same_key(met, live)


def test_a_sorted_thing_may_belong_elsewhere_and_still_be_the_same_question() -> None:
    met = Item.model_validate(item("call") | SORTED)
    live = Item.model_validate(item("call") | SORTED | {"put": [PAIN, RASH | {"accept": ["now"]}]})

    assert unlike(met, live) is None
    assert not same_key(met, live)
    assert with_key_of(met, live).thing("b").accept == ("now",)


def corrected(of: Course, done: Record, *keys: tuple[str, str]) -> Record:
    """The record after the keys of these items were corrected to these options."""
    found = []
    for name, key in keys:
        met = of.items[name]
        texts = [("right" if letter == key else "wrong", met.option(letter).text) for letter in met.keys]
        live = Item.model_validate(met.model_dump() | {"options": options(*texts)})
        made = Regrade(
            course=of.fingerprint,
            item=name,
            number=1,
            live="b" * 64,
            corrected=with_key_of(met, live),
            by="id-eda",
            signer="eda",
            reason="The key was b",
            at=LATER,
        )
        found.append(made)
    return done.model_copy(update={"regrades": tuple(found)})


def started(of: Course) -> tuple[Record, str, str]:
    """A fresh record with the item of the pair that is asked first, and the other."""
    start = record(of)
    first = start.form.parts[0].asked[0].item
    return start, first, "clot-two" if first == "clot-one" else "clot-one"


PAIR = course(topic("first", pair("clot")), asked_per_topic=1)


def test_the_way_and_what_was_shown_stay_while_marks_follow_the_new_key() -> None:
    start, first, _ = started(PAIR)
    done, before = answered(PAIR, start, [RIGHT])

    now = replay(PAIR, corrected(PAIR, done, (first, "b")))

    assert (now.history, now.current) == (before.history, before.current)
    assert (now.answers[0].shown.right, now.answers[0].mark.right) == (True, False)
    assert before.answers[0].mark == before.answers[0].shown == now.answers[0].shown


def test_a_right_answer_that_is_not_right_any_more_is_a_miss_to_talk_about() -> None:
    start, first, _ = started(PAIR)
    done, _ = answered(PAIR, start, [RIGHT])

    again = corrected(PAIR, done, (first, "b"))
    result = assess(PAIR, again, replay(PAIR, again))

    assert result.outcome is Outcome.TALK_FIRST
    assert [point.reason for point in result.points] == [Reason.MISSED]
    assert result.mastery == {"know-clot": Mastery.NOT_YET}


def test_a_missed_answer_that_is_right_now_is_right_from_the_start_when_the_other_wording_was() -> None:
    start, first, _ = started(PAIR)
    done, _ = answered(PAIR, start, [MISS, RIGHT], sureness=Sureness.VERY)

    again = corrected(PAIR, done, (first, "b"))
    result = assess(PAIR, again, replay(PAIR, again))

    assert (result.outcome, result.points[0].reason) == (Outcome.READY_TO_CONFIRM, None)
    assert (result.points[0].right_first, result.points[0].right_in_the_end) == (True, True)


@pytest.mark.parametrize(("second", "reason"), [(MISS, Reason.MISSED), (UNSURE, Reason.NOT_SURE)])
def test_a_second_wording_left_open_stays_to_talk_about_though_the_first_is_right_now(
    second: tuple[str, ...], reason: Reason
) -> None:
    start, first, _ = started(PAIR)
    done, _ = answered(PAIR, start, [MISS, second])

    again = corrected(PAIR, done, (first, "b"))

    assert assess(PAIR, again, replay(PAIR, again)).points[0].reason is reason


def test_the_key_of_a_second_wording_may_be_the_wrong_one() -> None:
    start, _, second = started(PAIR)
    done, _ = answered(PAIR, start, [MISS, MISS])

    again = corrected(PAIR, done, (second, "b"))

    assert assess(PAIR, again, replay(PAIR, again)).outcome is Outcome.READY_TO_CONFIRM


def test_in_mid_course_the_mark_changes_and_there_is_no_outcome_yet() -> None:
    of = course(topic("first", [*pair("clot"), item("plasma")]))
    start = record(of)
    name = start.form.parts[0].asked[0].item
    begun, _ = answered(of, start, [RIGHT])

    again = corrected(of, begun, (name, "b"))
    told = marked_again(of, again)

    assert [(each.before, each.now, each.outcome_now) for each in told] == [
        (Worth.RIGHT, Worth.MISSED, Outcome.NOT_FINISHED)
    ]


def test_the_record_says_who_marked_again_and_what_it_was_before() -> None:
    start, first, _ = started(PAIR)
    done, _ = answered(PAIR, start, [RIGHT])

    told = marked_again(PAIR, corrected(PAIR, done, (first, "b")))

    assert len(told) == 1
    assert (told[0].item, told[0].objective, told[0].signer) == (first, "You know know-clot.", "eda")
    assert (told[0].reason, told[0].at, told[0].is_late) == ("The key was b", LATER, False)
    assert (told[0].before, told[0].now) == (Worth.RIGHT, Worth.MISSED)
    assert (told[0].outcome_before, told[0].outcome_now) == (Outcome.READY_TO_CONFIRM, Outcome.TALK_FIRST)


def test_the_last_correction_of_a_key_counts() -> None:
    start, first, _ = started(PAIR)
    done, _ = answered(PAIR, start, [RIGHT])

    again = corrected(PAIR, done, (first, "b"), (first, "a"))

    assert assess(PAIR, again, replay(PAIR, again)).outcome is Outcome.READY_TO_CONFIRM
    assert [(each.before, each.now) for each in marked_again(PAIR, again)] == [
        (Worth.RIGHT, Worth.MISSED),
        (Worth.MISSED, Worth.RIGHT),
    ]


def test_an_answer_that_counts_the_same_is_not_mentioned() -> None:
    start, first, _ = started(PAIR)
    done, _ = answered(PAIR, start, [UNSURE, RIGHT])

    assert marked_again(PAIR, corrected(PAIR, done, (first, "b"))) == ()
