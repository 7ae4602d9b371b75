"""The Spanish interface says everything that the English one says, with the same words of the app in it."""

from string import Formatter

import pytest

from quiz_app.i18n.messages import words

ENGLISH, SPANISH = words("en"), words("es")
SAME_IN_BOTH = {"Normal", "Excel (xlsx)", "GIFT", "Moodle XML", "QTI 3.0"}
"""A word of both languages, and the names of file formats."""

KEYS = sorted(ENGLISH.keys)


def braces(text: str) -> list[str]:
    """The words in braces that the app fills in."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def without_braces(text: str) -> str:
    """What is left for a translator."""
    return "".join(said for said, _, _, _ in Formatter().parse(text))


def test_spanish_has_a_catalogue_of_its_own() -> None:
    assert SPANISH.locale == "es"


def test_every_interface_word_is_there_in_spanish_and_no_other() -> None:
    assert SPANISH.keys == ENGLISH.keys


def test_a_spanish_text_has_the_braces_of_the_english_one() -> None:
    assert [key for key in KEYS if braces(SPANISH(key)) != braces(ENGLISH(key))] == []


def test_no_english_text_was_left_in_spanish() -> None:
    left = {ENGLISH(key) for key in KEYS if SPANISH(key) == ENGLISH(key)}

    assert {text for text in left if any(map(str.isalpha, without_braces(text)))} == SAME_IN_BOTH


def test_no_spanish_text_is_empty_or_has_spaces_at_its_ends() -> None:
    assert [key for key in KEYS if not SPANISH(key).strip() or SPANISH(key) != SPANISH(key).strip()] == []


@pytest.mark.parametrize(("opening", "closing"), ["¿?", "¡!", "()"])
def test_what_opens_in_spanish_closes(opening: str, closing: str) -> None:
    said = {key: SPANISH(key).replace(" ? ", " ") for key in KEYS}  # the sign ? of the answer sheet stands alone

    assert [key for key in KEYS if said[key].count(opening) != said[key].count(closing)] == []


def test_phone_numbers_follow_the_word_al_where_patients_are_told_to_call() -> None:
    told = {"help.emergency", "help.clinic", "help.night", "question.danger", "card.call"}

    assert [key for key in sorted(told) if "lame al {" not in SPANISH(key)] == []
