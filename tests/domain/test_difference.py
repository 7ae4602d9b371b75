"""What differs between two versions, and whether it touches safety."""

import copy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quiz_app.content import load_library
from quiz_app.domain.course import Course
from quiz_app.domain.difference import Difference, Kind, differences, speaks_with_old_words, touches_safety
from tests.builders import course, item, pair, topic

ROOT = Path(__file__).parents[2]
OLD = course(topic("first", [*pair("clot"), item("plasma")]))
CRITICAL = "topics/first/items/clot-one"
ORDINARY = "topics/first/items/plasma"


def _changed(**changes: object) -> Course:
    """The old course with parts of its first topic's items changed: item index to new fields."""
    content = OLD.model_dump(mode="json")
    for name, value in changes.items():
        index, _, field = name.removeprefix("item").partition("_")
        content["topics"][0]["items"][int(index)][field] = value
    return Course.model_validate(content)


def _with(content: dict[str, object]) -> Course:
    return Course.model_validate(content)


def test_a_version_does_not_differ_from_itself() -> None:
    assert differences(OLD, OLD) == ()


def test_a_new_number_of_the_clinic_is_missed_where_patients_still_read_the_old_one() -> None:
    before = _changed(item0_ask="Your leg hurts. Do you call 555-0100?")
    after = _changed(item0_ask="Your leg hurts. Do you call 555-0199?")

    assert speaks_with_old_words(before, after, ["555-0199", "911"])
    assert not speaks_with_old_words(after, after, ["555-0199", "911"])
    assert not speaks_with_old_words(before, _changed(item0_ask="Your leg hurts. 555-0100?"), ["555-0100", "911"])


def test_new_words_of_an_ordinary_question_are_no_matter_of_safety() -> None:
    found = differences(OLD, _changed(item2_ask="Where does plasma come from?"))

    assert found == (
        Difference(
            kind=Kind.CHANGED,
            part=ORDINARY,
            name="ask",
            before="What about plasma?",
            after="Where does plasma come from?",
            safety=False,
        ),
    )


def test_new_words_of_a_critical_question_touch_safety_but_not_those_only_a_nurse_says() -> None:
    asked = differences(OLD, _changed(item0_ask="Your leg hurts. What do you do?"))
    said_by_a_nurse = differences(OLD, _changed(item0_teach_back="What would you do first?"))

    assert [(each.part, each.name, each.safety) for each in asked] == [(CRITICAL, "ask", True)]
    assert [(each.name, each.safety) for each in said_by_a_nurse] == [("teach_back", False)]


def test_another_right_answer_touches_safety_in_every_question() -> None:
    content = OLD.model_dump(mode="json")
    option = content["topics"][0]["items"][2]["options"][2]
    option["wrong"], option["accept"] = option["accept"], None

    [found] = differences(OLD, _with(content))

    assert found == Difference(kind=Kind.KEY, part=ORDINARY, name="c", before="accept", after="wrong", safety=True)


def test_a_changed_number_touches_safety_wherever_it_stands() -> None:
    content = OLD.model_dump(mode="json")
    content["topics"][0]["lesson"][0]["say"] = "These are signs. Call 555-0100."

    found = differences(OLD, _with(content))

    assert [(each.name, each.safety) for each in found] == [("say", True)]


def test_care_cards_and_what_to_do_touch_safety() -> None:
    content = OLD.model_dump(mode="json")
    content["topics"][0]["lesson"][0]["do"] = "Wait."
    content["outline"]["take_home"]["cards"][0]["signs"] = ["It hurts badly"]

    found = differences(OLD, _with(content))

    assert {(each.part, each.name, each.safety) for each in found} == {
        ("course", "take_home/emergency/signs/0", True),
        ("topics/first/lesson/signs", "do", True),
    }


def test_retiring_a_critical_question_touches_safety_and_an_ordinary_one_does_not() -> None:
    assert [(each.kind, each.safety) for each in differences(OLD, _changed(item0_retired=True))] == [
        (Kind.RETIRED, True)
    ]
    assert [(each.kind, each.safety) for each in differences(OLD, _changed(item2_retired=True))] == [
        (Kind.RETIRED, False)
    ]
    assert [each.kind for each in differences(_changed(item2_retired=True), OLD)] == [Kind.BROUGHT_BACK]


def test_new_and_taken_out_questions_are_one_line_each_beside_their_objective() -> None:
    more = course(topic("first", [*pair("clot"), item("plasma"), item("veins")]))

    [_, added] = differences(OLD, more)
    [_, removed] = differences(more, OLD)

    assert (added.kind, added.part, added.after) == (Kind.ADDED, "topics/first/items/veins", "What about veins?")
    assert (removed.kind, removed.before, removed.safety) == (Kind.REMOVED, "What about veins?", False)


def _leaves(value: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The steps to every text and setting of a dumped course."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, (*at, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _leaves(each, (*at, number))
    elif isinstance(value, str):
        yield at


def _with_another(content: dict[str, object], steps: tuple[str | int, ...]) -> Course | None:
    """The course with one text or setting changed; None where that makes no course."""
    changed = copy.deepcopy(content)
    block: Any = changed
    for step in steps[:-1]:
        block = block[step]
    old = block[steps[-1]]
    others = {"emergency": "today", "act": "know", "100": "100", "draft": "approved", "critical": "all"}
    block[steps[-1]] = others.get(old, "7" if old.isdigit() else f"{old}x")
    try:
        return Course.model_validate(changed)
    except ValidationError:
        return None


def test_no_change_of_the_shipped_course_goes_without_a_difference() -> None:
    shipped = load_library(ROOT / "questions", today=date(2026, 11, 22)).courses["ivig"]
    content = shipped.model_dump(mode="json", exclude={"outline": {"review": {"approved_on"}}})
    silent = []
    for steps in list(_leaves(content))[::23]:
        changed = _with_another(content, steps)
        if changed and changed.content_fingerprint != shipped.content_fingerprint and not differences(shipped, changed):
            silent.append(steps)

    assert silent == []


def test_a_chance_a_care_cards_call_and_harm_touch_safety_and_a_picture_does_not() -> None:
    content = OLD.model_dump(mode="json")
    screen, option = content["topics"][0]["lesson"][0], content["topics"][0]["items"][2]["options"][1]
    screen["chance"] = {"of": "100", "about": "5", "what": "people"}
    screen["picture"] = {"file": "a.svg", "alt": "A"}
    before = _with(content)
    screen["chance"]["about"], screen["picture"]["file"], option["harmful"] = "1", "b.svg", False

    found = differences(before, _with(content))

    assert {(each.name, each.before, each.after, each.safety) for each in found} == {
        ("chance/about", "5", "1", True),
        ("picture/file", "a.svg", "b.svg", False),
        ("options/1/harmful", "True", "False", True),
    }


def test_settings_and_order_are_told_without_touching_safety() -> None:
    content = OLD.model_dump(mode="json")
    content["outline"]["asked_per_topic"] = 2
    content["topics"][0]["items"].reverse()

    found = differences(OLD, _with(content))

    assert [(each.kind, each.name) for each in found] == [(Kind.RULE, "asked_per_topic"), (Kind.ORDER, "items")]
    assert not touches_safety(found)


def test_an_approval_is_no_difference() -> None:
    content = OLD.model_dump(mode="json")
    content["outline"]["review"] = {"status": "approved", "due": "2027-01-01"}

    assert differences(OLD, _with(content)) == ()


def test_the_screen_that_teaches_a_critical_point_touches_safety() -> None:
    content = OLD.model_dump(mode="json")
    content["topics"][0]["lesson"][0]["say"] = "These are the signs to know."

    [found] = differences(OLD, _with(content))

    assert (found.part, found.name, found.safety) == ("topics/first/lesson/signs", "say", True)
