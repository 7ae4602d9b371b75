"""Texts in other languages: is each one there, and does it still translate what patients of the course read?"""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from quiz_app.content.bank import Bank, Part
from quiz_app.content.problems import Problem, did_you_mean, problem
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


def _missing(bank: Bank, part: Part[TranslationFile] | None, file: str, place: str) -> Problem:
    message = f"'{place}' is not translated yet."
    if part:
        return part.problem_at_name("W605", message, at=("texts",))
    return problem("W605", message, file=(bank.folder / file).as_posix())


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (
    translations_name_their_files,
    translations_fit_the_course,
    translations_are_whole,
)
