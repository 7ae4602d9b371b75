"""Every text a patient reads: kind, plain, easy to compare, and nothing but text."""

import re
from collections.abc import Callable, Iterator

from quiz_app.content.bank import Part
from quiz_app.content.problems import Problem, shortened
from quiz_app.content.texts import Role, Texts, of_screen
from quiz_app.content.words import word_count
from quiz_app.domain.course import Screen

MAX_LIST = 7
MAX_SCREEN_WORDS = 150
MAX_MESSAGE_WORDS = 20

_SHAME = re.compile(
    r"\b(?:wrong(?:ly|ness)?|fail(?:s|ed|ing|ures?)?|incorrect(?:ly|ness)?|invalid(?:ly|ity|ated?|ates)?"
    r"|(?:re|pre|post)?test(?:s|ed|ing|er)?|exam(?:s|ination|inations)?|scor(?:e|es|ed|ing))\b",
    re.I,
)
_KINDER = {
    "test": "Say 'check', 'blood work' or 'lab work'.",
    "fail": "Say what happens, for example 'stops working'.",
    "exam": "Say 'check-up'.",
    "scor": "Say what was understood, without points.",
}
_NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten)"
_ROUND = r"(?:\d[\d,]*|ten|twenty|fifty|(?:a |one )?(?:hundred|thousand|million))"
_HARD_CHANCE = re.compile(rf"\b{_NUMBER} in (?:every )?{_ROUND}\b|\d ?%|\bper ?cent\b|\bpercentages?\b", re.I)
_MAY_BE_A_CHANCE = re.compile(r" in |%|cent", re.I)  # a quick look first: texts are many
_BASE = re.compile(rf"\b{_NUMBER} (?:\w+ )?(?:out of(?: every)?|of every) (?P<base>{_ROUND})\b", re.I)
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+", re.I)
_LIST_LINE = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s", re.M)
_MORE_THAN_TEXT = (
    (re.compile(r"<[a-z/!?]", re.I), "HTML"),
    (re.compile(r"!\["), "a Markdown picture"),
    (re.compile(r"\]\s*\((?!\s*(?:tel|mailto):)|\]\s*\[|^\s*\[[^\]]+\]:\s", re.I | re.M), "a Markdown link"),
    (re.compile(r"\b(?:https?|ftp|file)://|\bwww\.", re.I), "a web address"),
    (re.compile(r"\b(?:java|vb)script:|\bdata:\w+/", re.I), "code"),
)


def texts_do_not_shame(texts: Texts) -> Iterator[Problem]:
    """No text judges the patient."""
    for text in texts.all:
        for word in dict.fromkeys(found[0] for found in _SHAME.finditer(text.words)):
            remedy = next((kinder for start, kinder in _KINDER.items() if start in word.lower()), "")
            message = f"The word '{word}' can make a patient feel judged."
            yield text.problem_at(word, "E301", message, remedy=remedy)


def chances_share_one_base(texts: Texts) -> Iterator[Problem]:
    """A chance is told out of 100, never as '1 in N' or a percentage."""
    for text in texts.all:
        found = _HARD_CHANCE.search(text.words) if _MAY_BE_A_CHANCE.search(text.words) else None
        if found:
            yield text.problem_at(found[0], "E302", f"'{found[0]}' is hard to compare.")
        for base in _BASE.finditer(text.words) if " of" in text.words else ():
            if base["base"].lower() not in ("100", "a hundred", "one hundred", "hundred"):
                yield text.problem_at(base[0], "E302", f"'{base[0]}' has another base than 100.")


def texts_are_only_text(texts: Texts) -> Iterator[Problem]:
    """No text holds HTML, a picture, a link to elsewhere, or code."""
    for text in (*texts.all, *texts.of_retired, *texts.of_staff):
        for pattern, what in _MORE_THAN_TEXT:
            found = pattern.search(text.words)
            if found:
                message = f"There is {what} in this text ('{shortened(found[0])}')."
                yield text.problem_at(found[0].strip(), "E306", message)
                break


def documents_have_web_addresses(texts: Texts) -> Iterator[Problem]:
    """A document is found at an address of the web, which staff can open without running anything."""
    sources = texts.bank.sources
    for code, document in sources.model.documents.items() if sources else ():
        if sources and not _WEB_ADDRESS.fullmatch(document.url):
            message = f"'{shortened(document.url)}' is no web address."
            remedy = "Write one that starts with https://."
            yield sources.problem("E306", message, at=("documents", code, "url"), remedy=remedy)


def lists_are_short(texts: Texts) -> Iterator[Problem]:
    """A list has seven entries at most, and so have options and things to sort."""
    for text in texts.all:
        entries = len(_LIST_LINE.findall(text.words))
        if entries > MAX_LIST:
            yield text.problem("E307", f"This text lists {entries} things.")
    for item in texts.bank.asked:
        for name, entries in (("options", len(item.model.options)), ("put", len(item.model.put))):
            if entries > MAX_LIST:
                yield item.problem_at_name("E307", f"'{item.model.id}' has {entries} {name}.", at=(name,))


def screens_are_short(texts: Texts) -> Iterator[Problem]:
    """A screen has 150 words at most."""
    for screen in texts.bank.screens:
        count = _words_on(screen)
        if count > MAX_SCREEN_WORDS:
            message = f"The screen '{screen.model.id}' has {count} words."
            yield screen.problem_at_name("E308", message, at=("id",))


def main_messages_are_short(texts: Texts) -> Iterator[Problem]:
    """The main message has 20 words at most."""
    for topic in texts.bank.topics:
        count = word_count(topic.model.main_message)
        if count > MAX_MESSAGE_WORDS:
            yield topic.problem("E309", f"The main message has {count} words.", at=("main_message",))


def instructions_say_who_acts(texts: Texts) -> Iterator[Problem]:
    """What to do is told in the active voice."""
    for text in texts.all:
        found = () if text.role in (Role.PICTURE, Role.MEANING, Role.CLINIC) else passives_in(text.words)
        if found:
            yield text.problem_at(found[0], "W325", f"'{found[0]}' does not say who acts, or says it last.")


_IRREGULAR = (
    "begun|broken|brought|built|called|caught|chosen|done|drawn|driven|fed|felt|found|given|held|hurt|kept|known|laid|"
    "led|left|let|lost|made|met|paid|put|read|run|said|seen|sent|set|shown|shut|slowed|spoken|spread|stuck|taken|"
    "taught|thought|told|thrown|told|understood|used|woken|worn|written"
)
_PARTICIPLE = rf"(?:[a-z]{{2,}}(?<!ne)ed|{_IRREGULAR})"
_BY_SOMEBODY = (
    rf"\b(?:am|is|are|was|were|be|been|being) (?:\w+ly )?{_PARTICIPLE} by (?:the|a|an|your|our|you|us|staff)\b"
)
_SHOULD_BE = rf"\b(?:should|must|has to|have to|needs to|need to) (?:\w+ly )?be (?:\w+ly )?{_PARTICIPLE}\b"
_PASSIVE = re.compile(f"{_BY_SOMEBODY}|{_SHOULD_BE}")
_STATES = re.compile(r"\b(?:worried|tired|scared|concerned|prepared|allowed|interested|married|relaxed)\b")


def passives_in(words: str) -> tuple[str, ...]:
    """The clearest passives only: with 'by' and an agent, or an instruction that names nobody."""
    return tuple(found[0] for found in _PASSIVE.finditer(words) if not _STATES.search(found[0]))


def _words_on(screen: Part[Screen]) -> int:
    return sum(word_count(text.words) for text in of_screen(screen) if text.role is not Role.PICTURE)


RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (
    texts_do_not_shame,
    chances_share_one_base,
    texts_are_only_text,
    documents_have_web_addresses,
    lists_are_short,
    screens_are_short,
    main_messages_are_short,
    instructions_say_who_acts,
)
