"""How hard each topic is to read: judged as a whole, never one question alone."""

import re
from collections.abc import Callable, Iterable, Iterator

from quiz_app.content.bank import Bank
from quiz_app.content.problems import Problem, shortened
from quiz_app.content.reading_level import ReadingLevel, known_words, reading_level, sentences, words_of
from quiz_app.content.texts import PatientText, Role, Texts

ENOUGH_WORDS = 100
HARD_GRADE = 6.0
TOO_HARD_GRADE = 8.0
LONG_SENTENCES = 15.0

_READ = (Role.TEACH, Role.DO, Role.LIST, Role.ASK, Role.FEEDBACK)
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}[0-9]*s?\b(?![.'-]?\w)")
_KNOWN = frozenset(("US", "USA", "UK", "EU", "AM", "PM", "OK", "TV", "ID"))


def topics_are_easy_to_read(texts: Texts) -> Iterator[Problem]:
    """The mean of Flesch-Kincaid and SMOG is grade 6 or lower; above 8 the topic is not shown."""
    if not _is_english(texts.bank):
        return
    known = known_words(_terms(texts.bank))
    for topic, of_topic in texts.of_topics:
        text = _read_together(of_topic)
        if len(words_of(text)) < ENOUGH_WORDS:
            continue
        level, raw = reading_level(text, known=known), reading_level(text)
        yield from (topic.problem_at_name(code, words, at=("title",)) for code, words in _too_hard(level, raw))
        if level.words_per_sentence > LONG_SENTENCES:
            longest = max(sentences(text), key=lambda sentence: len(words_of(sentence)))
            message = (
                f"A sentence has {level.words_per_sentence:.0f} words on average; longest: '{shortened(longest)}'."
            )
            yield topic.problem_at_name("W403", message, at=("title",))


def abbreviations_are_explained(texts: Texts) -> Iterator[Problem]:
    """Each abbreviation stands in the glossary; the first place of one that does not is told."""
    if texts.bank.glossary is None:
        return
    known = {word.lower() for term in _terms(texts.bank) for word in words_of(term)}
    lower = {word for text in texts.all for word in words_of(text.words) if word.islower()}
    told: set[str] = set()
    for text in texts.all:
        for found in _ABBREVIATION.findall(text.words) if text.role is not Role.CLINIC else ():
            word = found.removesuffix("s").lower()
            if word in known | lower | told or found.removesuffix("s") in _KNOWN:
                continue
            told.add(word)
            yield text.problem_at(found, "W404", f"'{found}' is not in the glossary.")


def _too_hard(level: ReadingLevel, raw: ReadingLevel) -> Iterator[tuple[str, str]]:
    if level.grade <= HARD_GRADE:
        return
    code = "E401" if level.grade > TOO_HARD_GRADE else "W402"
    parts = f"Flesch-Kincaid {level.flesch_kincaid:.1f}, SMOG {level.smog:.1f}"
    yield (
        code,
        f"The topic reads at grade {level.grade:.1f} ({parts}; {raw.grade:.1f} before allowing for explained terms).",
    )


def _read_together(texts: Iterable[PatientText]) -> str:
    return "\n\n".join(text.words for text in texts if text.role in _READ)


def _terms(bank: Bank) -> list[str]:
    if bank.glossary is None:
        return []
    return [form for word, term in bank.glossary.model.items() for form in (word, *term.also)]


def _is_english(bank: Bank) -> bool:
    return bank.outline is None or bank.outline.model.locale.startswith("en")


RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (topics_are_easy_to_read, abbreviations_are_explained)
