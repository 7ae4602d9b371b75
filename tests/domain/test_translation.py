"""A course in another language: every text has a place, and each translation knows which wording it is of."""

from quiz_app.domain.translation import (
    State,
    Translated,
    Translation,
    file_of,
    fingerprint_of,
    placeholders_differ,
    states,
    texts_of,
    translated,
)
from tests.builders import course, item, pair, topic


def _spanish(texts: dict[str, str]) -> Translation:
    return Translation(
        locale="es",
        texts={place: Translated(of=fingerprint_of(text), says=f"es: {text}") for place, text in texts.items()},
    )


def test_every_text_that_somebody_reads_has_a_place() -> None:
    texts = texts_of(course(topic("first", [item("plasma")])))

    assert [place for place in texts if place.startswith("topics/first/items/")] == [
        "topics/first/items/plasma/ask",
        "topics/first/items/plasma/options/a/text",
        "topics/first/items/plasma/options/a/why",
        "topics/first/items/plasma/options/b/text",
        "topics/first/items/plasma/options/b/why",
        "topics/first/items/plasma/options/c/text",
        "topics/first/items/plasma/options/c/why",
        "topics/first/items/plasma/not_sure",
    ]
    assert texts["course/title"] == course().outline.title


def test_a_whole_translation_gives_a_course_without_one_word_left_over() -> None:
    small = course(topic("first", pair("clot")))
    texts = {place: words.says for place, words in _spanish(texts_of(small)).texts.items()}

    spanish = translated(small, "es", texts)

    assert spanish.outline.locale == "es"
    assert all(text.startswith("es: ") for text in texts_of(spanish).values())
    assert [each.id for each in spanish.topics[0].items] == [each.id for each in small.topics[0].items]


def test_a_text_that_changed_since_is_stale_and_a_new_one_is_missing() -> None:
    then = {"course/title": "Your drip", "course/take_home/plan/0": "Call us."}
    now = {"course/title": "Your first drip", "course/take_home/plan/0": "Call us.", "topics/first/title": "New"}

    assert states(now, _spanish(then)) == {
        "course/title": State.STALE,
        "course/take_home/plan/0": State.CURRENT,
        "topics/first/title": State.MISSING,
    }


def test_placeholders_must_be_the_same_ones_in_any_order() -> None:
    assert not placeholders_differ("Call {emergency_number}, then {clinic_phone}.", "{clinic_phone} {emergency_number}")
    assert placeholders_differ("Call {emergency_number}.", "Llame al 911.")
    assert placeholders_differ("Call {clinic_phone}.", "{clinic_phone} {clinic_phone}")


def test_a_place_tells_its_file() -> None:
    assert file_of("topics/before/lesson/who/say") == ("topics/before", "lesson/who/say")
    assert file_of("course/title") == ("course", "title")
    assert file_of("glossary/antibody/means") == ("glossary", "antibody/means")
