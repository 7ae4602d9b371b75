"""A patient working through a course."""

import pytest

from quiz_app.domain.attempt import Sureness, Turn
from quiz_app.domain.marking import ChoiceNotOffered
from quiz_app.domain.progress import Place, Stage
from quiz_app.services.taking import NoSuchAttempt, NotAPreference, NothingChosen, QuestionTooLong
from tests.builders import MISS, RIGHT
from tests.services.clinic import TestClinic


def at_the_first_item(clinic: TestClinic) -> tuple[str, Turn]:
    attempt = clinic.walk_in()
    while (place := clinic.taking.sitting(attempt).progress.current).stage is not Stage.ASK:
        clinic.taking.go_on(clinic.taking.sitting(attempt), place)
    assert place.turn
    return attempt, place.turn


def test_an_answer_is_kept_with_how_sure_the_patient_was() -> None:
    clinic = TestClinic()
    attempt, turn = at_the_first_item(clinic)

    clinic.taking.answer(clinic.taking.sitting(attempt), turn, choice=RIGHT, sureness=Sureness.VERY)

    kept = clinic.taking.sitting(attempt).record.responses
    assert [(response.turn, response.choice, response.sureness) for response in kept] == [(turn, RIGHT, Sureness.VERY)]


def test_a_double_click_and_a_late_tab_change_nothing() -> None:
    clinic = TestClinic()
    attempt, turn = at_the_first_item(clinic)
    clinic.taking.answer(clinic.taking.sitting(attempt), turn, choice=MISS)

    clinic.taking.answer(clinic.taking.sitting(attempt), turn, choice=RIGHT)

    assert [response.choice for response in clinic.taking.sitting(attempt).record.responses] == [MISS]


def test_a_forged_turn_changes_nothing() -> None:
    clinic = TestClinic()
    attempt, turn = at_the_first_item(clinic)

    clinic.taking.answer(clinic.taking.sitting(attempt), Turn(item=turn.item, try_no=2), choice=RIGHT)
    clinic.taking.answer(clinic.taking.sitting(attempt), Turn(item="forged", try_no=1), choice=RIGHT)

    assert clinic.taking.sitting(attempt).record.responses == ()


def test_nothing_chosen_uses_up_no_turn() -> None:
    clinic = TestClinic()
    attempt, turn = at_the_first_item(clinic)

    with pytest.raises(NothingChosen):
        clinic.taking.answer(clinic.taking.sitting(attempt), turn, choice=())

    assert clinic.taking.sitting(attempt).progress.is_open(turn)


def test_a_choice_that_was_never_offered_is_refused() -> None:
    clinic = TestClinic()
    attempt, turn = at_the_first_item(clinic)

    with pytest.raises(ChoiceNotOffered):
        clinic.taking.answer(clinic.taking.sitting(attempt), turn, choice=("z",))


def test_going_on_counts_only_from_the_place_where_the_attempt_stands() -> None:
    clinic = TestClinic()
    attempt = clinic.walk_in()

    clinic.taking.go_on(clinic.taking.sitting(attempt), Place(stage=Stage.READ, topic="first", screen="signs"))

    assert clinic.taking.sitting(attempt).progress.current.stage is Stage.WELCOME


def test_an_unknown_attempt_is_said_to_be_unknown() -> None:
    with pytest.raises(NoSuchAttempt):
        TestClinic().taking.sitting("nobody")


def test_a_preference_is_kept_and_the_latest_counts() -> None:
    clinic = TestClinic()
    attempt = clinic.walk_in()

    clinic.taking.prefer(attempt, "text-size", "28")
    clinic.taking.prefer(attempt, "text-size", "22")

    assert clinic.taking.sitting(attempt).record.preference("text-size") == "22"


@pytest.mark.parametrize(("name", "value"), [("text-size", "99"), ("colour", "red")])
def test_a_preference_no_screen_offers_is_refused(name: str, value: str) -> None:
    clinic = TestClinic()

    with pytest.raises(NotAPreference):
        clinic.taking.prefer(clinic.walk_in(), name, value)


def test_a_question_is_kept_word_for_word_and_only_once() -> None:
    clinic = TestClinic()
    attempt = clinic.walk_in()
    place = clinic.taking.sitting(attempt).progress.current

    clinic.taking.ask(attempt, "May I <b>drive</b> home? {no}", place)
    clinic.taking.ask(attempt, "May I <b>drive</b> home? {no}", place)

    assert [asked.text for asked in clinic.taking.sitting(attempt).record.questions] == [
        "May I <b>drive</b> home? {no}"
    ]


def test_a_question_of_more_than_280_characters_is_refused() -> None:
    clinic = TestClinic()
    attempt = clinic.walk_in()

    with pytest.raises(QuestionTooLong):
        clinic.taking.ask(attempt, "x" * 281, clinic.taking.sitting(attempt).progress.current)


@pytest.mark.parametrize(
    "text",
    [
        "My chest hurts since this morning",
        "I can't breathe well",
        "my lips are swelling",
        "I fainted today",
        "One side of my face is numb",
        "stiff neck and headache",
        "I have shortness of breath",
        "my chest feels tight",
        "pressure in my chest",
        "my chest is hurting",
        "my throat is closing",
        "I coughed up blood",
        "difficulty in breathing",
        "worst headache of my life",
        "hives all over",
        "my leg is swollen and hurts",
    ],
)
def test_words_that_sound_like_danger_are_noticed(text: str) -> None:
    assert TestClinic().taking.sounds_like_danger(text)


@pytest.mark.parametrize("text", ["Can my wife come along?", "How long does it take?", "Is parking free?"])
def test_everyday_questions_do_not_sound_like_danger(text: str) -> None:
    assert not TestClinic().taking.sounds_like_danger(text)
