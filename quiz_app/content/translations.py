"""The files of a course in another language: `<course>/<locale>/topics/<topic>.yaml` and their like."""

from collections.abc import Iterator, Mapping

from quiz_app.content.bank import Bank, Part
from quiz_app.domain.course import Course
from quiz_app.domain.translation import Translated, Translation, TranslationFile, file_of, texts_of

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
    for part in bank.translations:
        texts = found.setdefault(part.label, {})
        texts.update({place: part.model.texts[name] for place, name in places_in(part)})
    return {locale: Translation(locale=locale, texts=texts) for locale, texts in found.items()}


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
