"""Texts go out to a translator and come back into the files of the course."""

import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from quiz_app.app.assembly import App, assemble
from quiz_app.app.settings import read_settings
from quiz_app.app.translating import NoLanguage, NotWhole
from quiz_app.content.problems import has_errors
from quiz_app.domain.access import Role
from quiz_app.domain.translation import State
from quiz_app.services.staffing import Actor, NotAllowed
from tests.content.small_bank import write_bank

EDUCATOR = Actor(id="eda", role=Role.EDUCATOR)
NURSE = Actor(id="nora", role=Role.NURSE)


@pytest.fixture
def app(tmp_path: Path) -> App:
    questions = write_bank(tmp_path)
    return assemble(read_settings({"QUIZ_APP_DATA": str(tmp_path / "data"), "QUIZ_APP_QUESTIONS": str(questions)}))


def _in_spanish(sent: bytes) -> bytes:
    """What a quick translator sends back: each text with "es" in front."""
    catalogue = read_po(io.BytesIO(sent), locale="es")
    for message in catalogue:
        if message.id:
            message.string = f"es {message.id}"
    back = io.BytesIO()
    write_po(back, catalogue)
    return back.getvalue()


def test_all_texts_go_out_and_a_whole_translation_comes_back(app: App) -> None:
    sent = app.translating.sent(EDUCATOR, "small", "es")
    back = app.translating.returned(EDUCATOR, "small", "es", _in_spanish(sent))

    language = app.translating.take(EDUCATOR, "small", back.translation)

    assert (language.locale, language.counts[State.MISSING], language.counts[State.STALE]) == ("es", 0, 0)
    assert language.texts == language.counts[State.CURRENT] > 40
    folder = app.library.folder / "small" / "es"
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")) == [
        "course.yaml",
        "glossary.yaml",
        "misconceptions.yaml",
        "topics/signs.yaml",
    ]
    assert not has_errors(app.library.problems)
    assert app.library.course("small")


def test_a_second_return_changes_only_what_came_and_keeps_comments(app: App) -> None:
    po = b'msgctxt "glossary/clot/means"\nmsgid "A lump of blood."\nmsgstr "Un grumo de sangre."\n'
    app.translating.take(EDUCATOR, "small", app.translating.returned(EDUCATOR, "small", "es", po).translation)
    path = app.library.folder / "small" / "es" / "glossary.yaml"
    path.write_text(path.read_text() + "# checked by Ana\n")
    po = b'msgctxt "glossary/clot/word"\nmsgid "clot"\nmsgstr "grumo"\n'

    app.translating.take(EDUCATOR, "small", app.translating.returned(EDUCATOR, "small", "es", po).translation)

    assert path.read_text() == (
        "# yaml-language-server: $schema=../../schema/translation.json\n"
        "translates: glossary\n"
        "locale: es\n"
        "texts:\n"
        "  clot/means:\n"
        "    of: 1b7cd1880ade\n"
        "    says: Un grumo de sangre.\n"
        "  clot/word:\n"
        "    of: 5ee38f046aa8\n"
        "    says: grumo\n"
        "# checked by Ana\n"
    )


def test_a_changed_sentence_makes_its_translation_stale(app: App) -> None:
    po = b'msgctxt "course/title"\nmsgid "Your first drip"\nmsgstr "Su primera infusion"\n'
    app.translating.take(EDUCATOR, "small", app.translating.returned(EDUCATOR, "small", "es", po).translation)
    outline = app.library.folder / "small" / "course.yaml"
    outline.write_text(outline.read_text().replace("Your first drip", "Your very first drip"))

    [language] = app.translating.languages(EDUCATOR, "small")

    assert language.counts[State.STALE] == 1


def test_a_course_that_is_not_there_and_a_language_that_is_none_are_told(app: App) -> None:
    for course in ("nothing", "../small", ""):
        with pytest.raises(NotWhole):
            app.translating.sent(EDUCATOR, course, "es")
    for locale in ("xx", "../es", "Spanish"):
        with pytest.raises(NoLanguage):
            app.translating.sent(EDUCATOR, "small", locale)


def test_a_nurse_translates_nothing(app: App) -> None:
    with pytest.raises(NotAllowed):
        app.translating.sent(NURSE, "small", "es")
