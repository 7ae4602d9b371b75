"""What could harm a patient who trusts a text: chances without a base, doses, numbers of one clinic, bold advice."""

import re
from collections.abc import Callable, Iterator

from quiz_app.content.problems import Problem, shortened
from quiz_app.content.texts import Role, Texts
from quiz_app.domain.item import Item, Verdict

_OTHER = r"(?:twice|half|double|(?:\w+|\d+) times)"
_RELATIVE = re.compile(
    rf"\b{_OTHER} (?:(?:as|more|less) )?(?:likely|often|common|high)\b|\b{_OTHER} (?:the|your) (?:risk|chance)s?\b"
    r"|\b\w+-?fold\b(?<=\dfold|-fold)|\b(?:doubl|tripl|halv)(?:es?|ed) (?:the|your|that|this) (?:risk|chance)s?\b",
    re.I,
)
_MAY_COMPARE = re.compile(r"twice|half|times|doubl|tripl|halv|fold", re.I)  # a quick look first: texts are many
_UNIT = r"(?:mg|mcg|µg|g|kg|mL|ml|cc|IU|units?|grams?|milligrams?|micrograms?|milliliters?)"
_DOSE = re.compile(
    rf"\b\d+(?:[.,]\d+)? ?{_UNIT}(?:/\w+)?\b|\b(?:\d+|[Tt]wo|[Tt]hree|[Ff]our) (?:pills?|tablets?|capsules?|puffs?)\b"
)
_EMERGENCY = re.compile(
    r"\b(?:call|dial|phone|ring)\b(?: (?:the|number|us|at|on|now|for|help))*:? (?P<number>911|112|999|000|11[0189])\b",
    re.I,
)
_PHONE = re.compile(r"(?P<number>(?:\+\d{1,3}[ -])?(?:\(\d{2,4}\) ?|\b\d{3}[-. ])?\b\d{3}[-. ]\d{4}\b)")
_FEVER = re.compile(r"(?P<number>\b(?:3[789]|10[0-5])(?:[.,]\d)? ?°? ?(?:[CF]\b|degrees|Celsius|Fahrenheit))")
_MAY_BE_A_NUMBER = re.compile(r"\d{3}|3[789]")
_MEDICINE = (
    r"(?:medicines?|medications?|meds|pills?|tablets?|drugs?|thinners?|aspirin|ibuprofen|steroids?|antibiotics?"
    r"|insulin)"
)
_STOP = re.compile(
    rf"(?:^|[.!?:;] +|^ *- +)(?P<advice>(?:Please |Then )?(?i:stop|start|restart|skip|quit|double|halve)\b"
    rf"(?: (?:taking|using))?(?: (?!so\b|how\b|what\b)[\w-]+){{0,3}}? {_MEDICINE})\b",
    re.M,
)
_COMFORT = re.compile(
    r"\b(?:do not|don['\u2019]t|no need to|never|need not) (?:worry|fear|be (?:afraid|scared|worried|concerned))\b"
    r"|\bnothing to (?:worry about|fear)\b|\bno (?:cause|reason) for concern\b",
    re.I,
)
_TOO_LATE = re.compile(r"\b(?:not|never|only|unless|until|later|tomorrow|after|before|wait)\b", re.I)
EMERGENCY_WORD = "{emergency_number}"


def chances_are_not_relative(texts: Texts) -> Iterator[Problem]:
    """No chance is told against another chance ('twice as likely')."""
    for text in texts.all:
        found = _RELATIVE.search(text.words) if _MAY_COMPARE.search(text.words) else None
        if found:
            yield text.problem_at(found[0], "E310", f"'{found[0]}' says nothing without the chance it starts from.")


def texts_hold_no_doses(texts: Texts) -> Iterator[Problem]:
    """No text holds an amount of a medicine."""
    for text in texts.all:
        found = _DOSE.search(text.words)
        if found:
            yield text.problem_at(found[0], "E311", f"'{found[0]}' reads like a dose.")


def numbers_of_the_clinic_are_placeholders(texts: Texts) -> Iterator[Problem]:
    """Telephone numbers and the limit of fever come from clinic.yaml."""
    for text in texts.all:
        if text.role is Role.CLINIC or not _MAY_BE_A_NUMBER.search(text.words):
            continue
        for pattern, word in ((_EMERGENCY, EMERGENCY_WORD), (_PHONE, "{clinic_phone}"), (_FEVER, "{fever_limit}")):
            found = pattern.search(text.written)
            if found:
                remedy = f"Write {word} in its place; clinic.yaml fills it."
                yield text.problem_at(
                    found["number"], "E312", f"'{found['number']}' is right for one clinic only.", remedy=remedy
                )


def medicines_are_left_to_the_team(texts: Texts) -> Iterator[Problem]:
    """No text tells a patient to stop or start a medicine; only an option that is not right may say so."""
    for text in texts.all:
        found = None if text.is_wrong_option else _STOP.search(text.words)
        if found:
            yield text.problem_at(found["advice"], "E313", f"'{shortened(found['advice'])}' changes a treatment.")


def comfort_is_not_false(texts: Texts) -> Iterator[Problem]:
    """No text says that there is nothing to worry about; only an option that is not right may say so."""
    for text in texts.all:
        found = None if text.is_wrong_option or text.role is Role.ASK else _COMFORT.search(text.words)
        if found:
            yield text.problem_at(found[0], "W330", f"'{found[0]}' can keep a patient from calling.")


def care_is_never_too_much(texts: Texts) -> Iterator[Problem]:
    """No option that calls for help is wrong, and help that comes sooner than needed is accepted when sorting."""
    for item in texts.bank.asked:
        for index, option in enumerate(item.model.options):
            at = ("options", index, option.verdict.value)
            written = item.written(at)
            if option.verdict is Verdict.WRONG and EMERGENCY_WORD in written and not _TOO_LATE.search(written):
                yield item.problem("W334", f"'{shortened(option.text)}' calls for help and is marked 'wrong:'.", at=at)
        soonest = [name for name in item.model.groups if EMERGENCY_WORD in item.written(("groups", name))]
        for name in soonest:
            for index in _not_accepting(item.model, name):
                message = f"'{shortened(item.model.put[index].what)}' does not accept '{name}'."
                yield item.problem_at_name("W334", message, at=("put", index))


def _not_accepting(item: Item, group: str) -> Iterator[int]:
    return (index for index, thing in enumerate(item.put) if group not in (thing.into, *thing.accept))


RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (
    chances_are_not_relative,
    texts_hold_no_doses,
    numbers_of_the_clinic_are_placeholders,
    medicines_are_left_to_the_team,
    comfort_is_not_false,
    care_is_never_too_much,
)
