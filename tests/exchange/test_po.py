"""A translator gets every text with its place, and what comes back is taken, or told why not."""

import pytest

from quiz_app.domain.translation import Translated, Translation, fingerprint_of, texts_of
from quiz_app.exchange.po import Left, NotPo, read, written
from tests.builders import NOON
from tests.content.examples.translation import in_spanish, small_course

TITLE = "Your first drip"
TEXTS = {"course/title": TITLE, "course/take_home/emergency/heading": "Call {emergency_number} if:"}
NOTHING = Translation(locale="es", texts={})


def _file(place: str, original: str, says: str, *, flag: str = "") -> bytes:
    lines = [f"#, {flag}"] if flag else []
    lines += [f'msgctxt "{place}"', f'msgid "{original}"', f'msgstr "{says}"', ""]
    return "\n".join(lines).encode()


def test_the_file_holds_each_text_with_its_place_and_what_is_translated_already() -> None:
    known = Translation(locale="es", texts={"course/title": Translated(of=fingerprint_of(TITLE), says="Su infusión")})

    lines = written(TEXTS, known, title="Small", at=NOON).decode().splitlines()

    at = lines.index('msgctxt "course/title"')
    assert lines[at : at + 3] == ['msgctxt "course/title"', f'msgid "{TITLE}"', 'msgstr "Su infusión"']
    assert 'msgid "Call {emergency_number} if:"' in lines


def test_a_stale_translation_goes_out_as_unsure() -> None:
    old = Translation(locale="es", texts={"course/title": Translated(of="000000000000", says="Su infusión")})

    lines = written(TEXTS, old, title="Small", at=NOON).decode().splitlines()

    assert lines[lines.index('msgctxt "course/title"') - 1] == "#, fuzzy"


def test_every_text_of_a_course_comes_back_as_it_went_out() -> None:
    spanish, texts = in_spanish(), texts_of(small_course())

    back = read(written(texts, spanish, title="Small", at=NOON), texts, NOTHING)

    assert back.translation == spanish
    assert back.left == ()


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (_file("course/titel", TITLE, "Su infusión"), ("course/titel", Left.UNKNOWN)),
        (_file("course/title", TITLE, ""), ("course/title", Left.EMPTY)),
        (_file("course/title", TITLE, "Su infusión", flag="fuzzy"), ("course/title", Left.UNSURE)),
        (
            _file("course/take_home/emergency/heading", "Call {emergency_number} if:", "Llame al 911 si:"),
            ("course/take_home/emergency/heading", Left.PLACEHOLDERS),
        ),
    ],
)
def test_a_text_that_cannot_be_shown_is_not_taken_and_told(content: bytes, left: tuple[str, Left]) -> None:
    back = read(content, TEXTS, NOTHING)

    assert back.left == (left,)
    assert back.translation == NOTHING


def test_a_translation_of_an_earlier_wording_is_taken_as_stale() -> None:
    back = read(_file("course/title", "Your drip", "Su infusión"), TEXTS, NOTHING)

    assert back.left == (("course/title", Left.OLD),)
    assert back.translation.texts == {"course/title": Translated(of=fingerprint_of("Your drip"), says="Su infusión")}


@pytest.mark.parametrize("content", [b"", b"no po file at all", b"\xff\xfe\x00", b'msgid "a\nmsgstr', b"x" * 5_000_000])
def test_what_is_no_po_file_is_told(content: bytes) -> None:
    with pytest.raises(NotPo):
        read(content, TEXTS, NOTHING)


def test_a_byte_order_mark_does_not_matter() -> None:
    back = read(b"\xef\xbb\xbf" + _file("course/title", TITLE, "Su infusión"), TEXTS, NOTHING)

    assert back.translation.texts["course/title"].says == "Su infusión"


def test_a_newer_translation_is_not_replaced_by_one_of_an_earlier_wording() -> None:
    known = Translation(locale="es", texts={"course/title": Translated(of=fingerprint_of(TITLE), says="Su infusión")})

    back = read(_file("course/title", "Your drip", "Su gota"), TEXTS, known)

    assert back.left == (("course/title", Left.NEWER),)
    assert back.translation.texts == {}


def test_how_many_translations_would_be_replaced_is_counted() -> None:
    known = Translation(locale="es", texts={"course/title": Translated(of=fingerprint_of(TITLE), says="Su infusión")})

    assert read(_file("course/title", TITLE, "Su primera infusión"), TEXTS, known).changes == 1
    assert read(_file("course/title", TITLE, "Su infusión"), TEXTS, known).changes == 0
