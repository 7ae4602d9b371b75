"""The files of a course in another language: `<course>/<locale>/topics/<topic>.yaml` and their like."""

from collections.abc import Iterator, Mapping

from quiz_app.content.bank import Bank, Part
from quiz_app.content.placeholders import with_words, words_of
from quiz_app.domain.course import Course, Language, Review, ReviewStatus
from quiz_app.domain.translation import (
    State,
    Translated,
    Translation,
    TranslationFile,
    file_of,
    placeholders_differ,
    states,
    texts_of,
)

FILES = ("course", "glossary", "misconceptions")
"""Files beside the topics that have texts to translate."""


def written_texts(bank: Bank, course: Course) -> dict[str, str]:
    """Every text of a whole bank by its place, as it stands in the files: with placeholders."""
    parts = (bank.outline, bank.glossary, bank.misconceptions)
    outline, glossary, misconceptions = (part.source.data if part else {} for part in parts)
    topics = [topic.source.data for topic in bank.asked_topics]
    written = {"outline": outline, "topics": topics, "glossary": glossary, "misconceptions": misconceptions}
    return texts_of(course, written)


def translations_of(bank: Bank) -> Mapping[str, Translation]:
    """The translations of the bank by locale, with every text that could be read."""
    found: dict[str, dict[str, Translated]] = {}
    reviews: dict[str, Review] = {}
    for part in bank.translations:
        texts = found.setdefault(part.label, {})
        texts.update({place: part.model.texts[name] for place, name in places_in(part)})
        if part.model.review:
            reviews[part.label] = part.model.review
    return {
        locale: Translation(locale=locale, texts=texts, review=reviews.get(locale)) for locale, texts in found.items()
    }


def with_languages(course: Course, bank: Bank) -> Course:
    """The course with every language that holds all its texts up to date, the clinic's words filled in."""
    if not bank.translations or not bank.whole:
        return course
    originals = written_texts(bank, course)
    found = {
        locale: _language(translation, words_of(bank.clinic.model if bank.clinic else None, locale), course)
        for locale, translation in translations_of(bank).items()
        if is_current(originals, translation)
    }
    # not model_copy, which takes along the fingerprint that was worked out without the languages
    return Course.model_construct(**{**dict(course), "languages": found}) if found else course


def is_current(originals: Mapping[str, str], translation: Translation) -> bool:
    """Whether every text is there, translates the wording that stands, and names the same facts of the clinic."""
    return set(states(originals, translation).values()) == {State.CURRENT} and not any(
        placeholders_differ(text, translation.texts[place].says) for place, text in originals.items()
    )


def _language(translation: Translation, words: Mapping[str, str], course: Course) -> Language:
    texts = {place: with_words(text.says, words).strip() for place, text in translation.texts.items()}
    draft = Review(status=ReviewStatus.DRAFT, due=course.outline.review.due)
    return Language(texts=texts, review=translation.review or draft)


def places_in(part: Part[TranslationFile]) -> Iterator[tuple[str, str]]:
    """Each place that a file translates, whole and as it stands in the file."""
    name = part.model.translates
    folder = name if name in FILES else f"topics/{name}"
    return ((f"{folder}/{place}", place) for place in part.model.texts)


def by_file(translation: Translation) -> Mapping[str, TranslationFile]:
    """The files that hold a translation, by their path in the locale's folder: `topics/before.yaml`."""
    texts: dict[str, dict[str, Translated]] = {}
    for place, text in translation.texts.items():
        file, inside = file_of(place)
        texts.setdefault(file, {})[inside] = text
    return {
        f"{file}.yaml": TranslationFile(translates=file.removeprefix("topics/"), locale=translation.locale, texts=found)
        for file, found in texts.items()
    }
