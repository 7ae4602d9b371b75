"""Texts in other languages: is each one there, and does it still translate what patients of the course read?"""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from quiz_app.content.bank import Bank, Part
from quiz_app.content.inflesz import EASY, perspicuity
from quiz_app.content.problems import Problem, did_you_mean, problem
from quiz_app.content.reading_level import words_of
from quiz_app.content.rules.readability import ENOUGH_WORDS
from quiz_app.content.translations import places_in, translations_of, written_texts
from quiz_app.domain.translation import State, TranslationFile, file_of, fingerprint_of, placeholders_differ, states


def translations_name_their_files(bank: Bank) -> Iterator[Problem]:
    """A translation is called like its file and stands in the folder of its language."""
    for part in bank.translations:
        path = PurePath(part.source.file)
        if part.model.translates != path.stem:
            message = f"This file translates '{part.model.translates}', but is called '{path.name}'."
            yield part.problem("E601", message, at=("translates",))
        if part.model.locale != part.label:
            message = f"This file is in '{part.model.locale}', but lies in the folder '{part.label}'."
            yield part.problem("E601", message, at=("locale",))


def translations_fit_the_course(bank: Bank) -> Iterator[Problem]:
    """Every translated text has its place in the course, keeps its placeholders, and is not out of date."""
    course = bank.course
    if course is None or not bank.whole:
        return
    texts = written_texts(bank, course)
    for part in bank.translations:
        for place, name in places_in(part):
            at = ("texts", name)
            if place not in texts:
                known = [file_of(each)[1] for each in texts if file_of(each)[0] == file_of(place)[0]]
                message = f"The course has no text '{name}' here."
                yield part.problem_at_name("E602", message, at=at, remedy=did_you_mean(name, known))
                continue
            found = part.model.texts[name]
            if placeholders_differ(texts[place], found.says):
                yield part.problem("E603", f"'{name}' has other placeholders than its original.", at=(*at, "says"))
            if found.of != fingerprint_of(texts[place]):
                message = f"'{name}' has changed since it was translated."
                yield part.problem("W604", message, at=(*at, "of"))


def translations_are_whole(bank: Bank) -> Iterator[Problem]:
    """A language that was begun has every text."""
    course = bank.course
    if course is None or not bank.whole:
        return
    texts = written_texts(bank, course)
    for locale, translation in translations_of(bank).items():
        parts = {(part.label, part.model.translates): part for part in bank.translations}
        for place, state in states(texts, translation).items():
            if state is State.MISSING:
                file, inside = file_of(place)
                yield _missing(bank, parts.get((locale, file.removeprefix("topics/"))), f"{locale}/{file}.yaml", inside)


def spanish_is_easy_to_read(bank: Bank) -> Iterator[Problem]:
    """A translated topic is at least "bastante fácil" on the INFLESZ scale, judged as a whole."""
    for part in bank.translations:
        text = "\n\n".join(_ended(found.says) for place, found in part.model.texts.items() if _is_read(place))
        if part.label.split("-", maxsplit=1)[0] != "es" or len(words_of(text)) < ENOUGH_WORDS:
            continue
        found = perspicuity(text)
        if found < EASY:
            message = f"The texts reach {found:.0f} on the INFLESZ scale; {EASY:.0f} is 'bastante fácil'."
            yield part.problem_at_name("W606", message, at=("texts",))


def the_clinic_speaks_the_language(bank: Bank) -> Iterator[Problem]:
    """A clinic that offers a language has its own words in it: its name, its numbers, its fever limit."""
    if bank.clinic is None:
        return
    for locale in sorted({part.label for part in bank.translations} - set(bank.clinic.model.languages)):
        message = f"The clinic has no words in '{locale}', a language of {bank.folder.name}."
        yield bank.clinic.problem_at_name("W607", message)


def _is_read(place: str) -> bool:
    """Whether patients read the text as a sentence of its own."""
    return not place.startswith("objectives/") and not place.endswith(("/alt", "/word", "/also"))


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "?", ":", "!")) else f"{text}."


def _missing(bank: Bank, part: Part[TranslationFile] | None, file: str, place: str) -> Problem:
    message = f"'{place}' is not translated yet."
    if part:
        return part.problem_at_name("W605", message, at=("texts",))
    return problem("W605", message, file=(bank.folder / file).as_posix())


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (
    translations_name_their_files,
    translations_fit_the_course,
    translations_are_whole,
    spanish_is_easy_to_read,
    the_clinic_speaks_the_language,
)
