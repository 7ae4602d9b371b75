"""The preview: a walk that is kept nowhere, in the words of the chosen language."""

from quiz_app.domain.clinic import Clinic
from quiz_app.domain.progress import Stage
from quiz_app.domain.translation import Translated, Translation
from quiz_app.web.app_pages.educator import rehearsal
from quiz_app.web.app_pages.educator.languages import in_words_of
from tests.builders import MISS, NOON, RIGHT, course, turn

CLINIC = Clinic(
    clinic_name="Lakeside",
    clinic_phone="555-0100",
    after_hours_phone="555-0199",
    emergency_number="911",
    fever_limit="38 C",
)


def test_a_missed_critical_question_leads_over_the_lesson_to_its_second_wording() -> None:
    small = course()
    walk = rehearsal.of_item(small, small.topics[0], small.items["clot-one"], NOON)

    walk = walk.then(walk.answer(walk.now, turn("clot-one"), choice=MISS))
    stages = [walk.now.progress.current.stage]
    for _ in range(2):
        walk = walk.then(walk.go_on(walk.now))
        stages.append(walk.now.progress.current.stage)

    assert stages == [Stage.FEEDBACK, Stage.REVISIT, Stage.ASK]
    assert walk.now.progress.current.turn == turn("clot-two")


def test_the_way_back_takes_the_answer_back() -> None:
    small = course()
    walk = rehearsal.of_item(small, small.topics[0], small.items["plasma"], NOON)

    answered = walk.then(walk.answer(walk.now, turn("plasma"), choice=RIGHT))

    assert answered.back == walk
    assert walk.back == walk


def test_a_walk_from_a_screen_ends_with_the_lesson() -> None:
    small = course()
    walk = rehearsal.of_screen(small, small.topics[0], "signs", NOON)

    assert walk.now.progress.current.screen == "signs"
    assert walk.go_on(walk.now).progress.finished


def test_other_words_begin_another_walk() -> None:
    small = course()
    walk = rehearsal.of_item(small, small.topics[0], small.items["plasma"], NOON)
    other = course(asked_per_topic=2)

    assert rehearsal.is_of(walk, small, "plasma")
    assert not rehearsal.is_of(walk, small, "clot-one")
    assert not rehearsal.is_of(walk, other, "plasma")


def test_translated_words_stand_in_their_places_with_the_facts_of_the_clinic() -> None:
    says = Translated(of="any", says="Llame al {emergency_number}.")
    spanish = Translation(locale="es", texts={"topics/first/items/plasma/ask": says})

    shown = in_words_of(course(), spanish, CLINIC)

    assert (shown.outline.locale, shown.items["plasma"].ask) == ("es", "Llame al 911.")
    assert shown.items["clot-one"].ask == "What about clot-one?"
