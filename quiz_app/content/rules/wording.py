"""How a question and its options are worded: one clear question, options of one kind, and no hint at the key."""

import re
from collections.abc import Callable, Iterator
from statistics import mean

from quiz_app.content.bank import Bank, Part
from quiz_app.content.problems import Problem, shortened
from quiz_app.content.words import content_stems, folded, stem, word_count, words_in
from quiz_app.domain.item import Item, Kind, Option, Verdict

MAX_STEM_WORDS = 25
MAX_OPTION_WORDS = 12

_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|both|neither) (?:of )?the above\b"
    r"|^(?:all|none|both|neither|any|either|some) of (?:these|them|those|the (?:others?|options|answers))[.!]?$",
    re.I,
)
_CHOOSE = re.compile(r"\s*(?:Choose|Pick|Mark|Select) (?:all|every|each|as many)[^.?!]*[.!]?$")
_NOT_IN_STEM = re.compile(r"\b(?:NOT|EXCEPT|NEVER|LEAST|EXCLUDING)\b")
_NEGATIVE = re.compile(
    r"(?:^|, )(?:so |and |but )?(?:which|what|who|whom|(?:when|where)(?= (?:is|are|do|does|should|can|must|will)\b))\b"
    r"(?:(?!\b(?:if|when|because|who|that|while|until|unless|after)\b)[^,.?!])*?"
    r"(?:\b(?:is|are|do|does|should|would|can|could|must|will)(?:n't| (?:you |it |they |we )?(?:not|never))\b"
    r")|\bexcept\b",
    re.I,
)
_LETTERS = re.compile(r"^(?:both )?(?:[A-E]|[1-5])(?:, ?(?:[A-E]|[1-5]))*,? and (?:[A-E]|[1-5])(?: only)?[.!]?$", re.I)
_VAGUE = re.compile(
    r"\b(?i:always|never|all|none|only|every|everyone|everybody|nobody|completely|totally"
    r"|usually|sometimes|often|rarely|frequently|generally|occasionally|maybe|might)\b"
    r"|\bmay\b|^May (?!\d)"
)
_FAIR = re.compile(
    r"\b(?:at all|all (?:day|night|over)|every (?:\w+ )?(?:hour|day|night|week|month|year|time)s?)\b", re.I
)


def options_say_one_thing(bank: Bank) -> Iterator[Problem]:
    """No option is 'all of the above', none joins other options."""
    for item in bank.asked:
        texts = [folded(option.text) for option in item.model.options]
        for index, option in enumerate(item.model.options):
            at = ("options", index, option.verdict.value)
            if _ALL_OR_NONE.search(option.text):
                yield item.problem("E303", f"'{shortened(option.text)}' is about the other options.", at=at)
            elif _LETTERS.search(option.text) or _joins(texts[index], texts):
                yield item.problem("E305", f"'{shortened(option.text)}' joins other options.", at=at)


def questions_ask_for_what_is_so(bank: Bank) -> Iterator[Problem]:
    """No question asks for what is NOT so."""
    for item in bank.asked:
        found = _NOT_IN_STEM.search(item.model.ask) or _NEGATIVE.search(question_of(item.model.ask))
        if found:
            message = f"This asks for what is not so ('{shortened(found[0])}')."
            yield item.problem_at_word("E304", message, at=("ask",), word=found[0])


def questions_are_short(bank: Bank) -> Iterator[Problem]:
    """A question has 25 words at most and ends in a question mark."""
    for item in bank.asked:
        ask = _CHOOSE.sub("", item.model.ask)
        count = word_count(ask)
        if count > MAX_STEM_WORDS:
            yield item.problem("W320", f"The question has {count} words.", at=("ask",))
        if not ask.rstrip("\"')").endswith("?"):
            yield item.problem("W327", "The question does not end in a question mark.", at=("ask",))


def options_are_short(bank: Bank) -> Iterator[Problem]:
    """An option has 12 words at most."""
    for item in bank.asked:
        for index, option in enumerate(item.model.options):
            count = word_count(option.text)
            if count > MAX_OPTION_WORDS:
                yield item.problem(
                    "W321", f"The option has {count} words.", at=("options", index, option.verdict.value)
                )


def keys_do_not_stand_out(bank: Bank) -> Iterator[Problem]:
    """The right option is not much longer than the others."""
    for item, index, key in keys(bank):
        others = mean(len(option.text) for option in item.model.options if option is not key)
        if len(key.text) > 1.5 * others and len(key.text) - others >= 12:
            message = f"The right option has {len(key.text)} letters, the others {others:.0f} on average."
            yield item.problem("W322", message, at=("options", index, "right"))


def options_are_neither_absolute_nor_vague(bank: Bank) -> Iterator[Problem]:
    """No option holds 'always', 'never', 'usually' and the like."""
    for item in bank.asked:
        for index, option in enumerate(item.model.options):
            found = _VAGUE.search(_FAIR.sub(" ", option.text))
            if found:
                at = ("options", index, option.verdict.value)
                message = f"'{found[0]}' draws the eye for its wording."
                yield item.problem_at_word("W323", message, at=at, word=found[0])


def questions_do_not_hint(bank: Bank) -> Iterator[Problem]:
    """No word of the question comes back in the right option alone."""
    for item, index, key in keys(bank):
        others = frozenset().union(*(content_stems(option.text) for option in item.model.options if option is not key))
        hints = (content_stems(item.model.ask) & content_stems(key.text)) - others
        words = [word for word in words_in(key.text) if stem(word) in hints]
        if words:
            message = f"'{words[0]}' stands in the question and in no other option."
            yield item.problem_at_word("W324", message, at=("options", index, "right"), word=words[0])


def numbers_are_in_order(bank: Bank) -> Iterator[Problem]:
    """Options that differ by a number stand in its order."""
    for item in bank.asked:
        numbers = _numbers([option.text for option in item.model.options])
        if numbers and numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
            yield item.problem_at_name("W326", "The numbers of the options are out of order.", at=("options",))


def keys(bank: Bank) -> Iterator[tuple[Part[Item], int, Option]]:
    """The right option of each choose-one item, with its position."""
    for item in bank.asked:
        if item.model.kind is not Kind.CHOOSE_ONE or len(item.model.options) < 2:
            continue
        for index, option in enumerate(item.model.options):
            if option.verdict is Verdict.RIGHT:
                yield item, index, option


def question_of(ask: str) -> str:
    """The sentence that asks."""
    return next((part for part in reversed(re.split(r"(?<=[.!?])\s+", ask)) if "?" in part), ask)


def _joins(option: str, options: list[str]) -> bool:
    """Whether the option says what another option says, and more, joined by 'and'."""
    padded = f" {option} "
    inside = [other for other in options if other and other != option and f" {other} " in padded]
    return bool(inside) and " and " in padded


def _numbers(options: list[str]) -> list[float]:
    """The number of each option if the options differ in nothing else."""
    found = [re.findall(r"\d+(?:\.\d+)?", option) for option in options]
    frames = {re.sub(r"\d+(?:\.\d+)?", "#", folded(option)).rstrip("s") for option in options}
    if len(options) < 2 or len(frames) > 1 or any(len(numbers) != 1 for numbers in found):
        return []
    return [float(numbers[0]) for numbers in found]


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (
    options_say_one_thing,
    questions_ask_for_what_is_so,
    questions_are_short,
    options_are_short,
    keys_do_not_stand_out,
    options_are_neither_absolute_nor_vague,
    questions_do_not_hint,
    numbers_are_in_order,
)
