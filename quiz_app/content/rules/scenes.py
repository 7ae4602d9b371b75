"""What a question is about and what its lesson does: things to do, not trivia, and never the patient's own health."""

import re
from collections.abc import Callable, Iterator

from quiz_app.content.problems import Problem
from quiz_app.content.rules.wording import question_of
from quiz_app.content.texts import Role, Texts
from quiz_app.domain.item import Item, Kind

BEST_NUMBER_OF_OPTIONS = 3
_OWN_HEALTH = re.compile(
    r"^(?:Have you (?:ever )?(?:had|been|felt|taken|noticed)|(?:Do|Did) you (?:have|feel|smoke|take any|drink alcohol)"
    r"|Are you (?:pregnant|taking|allergic|ill|sick|on )|How (?:do you feel|are you feeling)"
    r"|(?:Which|What) (?:medicines|side effects|symptoms|illnesses|allergies) (?:do|did|have) you (?:have|had|take))\b"
)
_TRIVIA = re.compile(
    r"\bhow (?:many|much (?:of|does|do|is|are))\b|\bwhat (?:percent(?:age)?|share|number|dose|fraction|year)\b"
    r"|\bhalf-li(?:fe|ves)\b|\bwhich brands\b",
    re.I,
)
_NO_VERB = re.compile(
    r"^(?:You|Your|The|An?|It|Its|This|That|These|Those|There|We|Our|They|Their|My|He|She|Patients?|People|Nobody"
    r"|Somebody|Everyone|Everybody|Some|Most|Many|No|Not|Staff|Nurses?|Doctors?)\b"
)
_FREQUENCY = re.compile(r"\b\w+ (?:\w+ )?(?:of|out of|in) (?:every )?(?:100|a hundred|one hundred)\b", re.I)


def questions_leave_the_patients_health_alone(texts: Texts) -> Iterator[Problem]:
    """No question asks what the patient has, takes or feels."""
    for item in texts.bank.asked:
        found = _OWN_HEALTH.search(question_of(item.model.ask))
        if found:
            message = f"'{found[0]}' asks about the patient's own health."
            yield item.problem_at_word("E314", message, at=("ask",), word=found[0])


def questions_are_no_trivia(texts: Texts) -> Iterator[Problem]:
    """No question asks for a figure or a list."""
    for item in texts.bank.asked:
        found = _TRIVIA.search(question_of(item.model.ask))
        if found:
            yield item.problem_at_word(
                "W331", f"'{found[0]}' asks for a fact to learn by heart.", at=("ask",), word=found[0]
            )


def questions_have_three_options(texts: Texts) -> Iterator[Problem]:
    """A question with one right option offers three."""
    for item in texts.bank.asked:
        count = len(item.model.options)
        if item.model.kind is Kind.CHOOSE_ONE and count != BEST_NUMBER_OF_OPTIONS:
            yield item.problem_at_name("W332", f"'{item.model.id}' has {count} options.", at=("options",))


def options_look_alike(texts: Texts) -> Iterator[Problem]:
    """The options of a question begin and end alike: all with a capital or none, all with a full stop or none."""
    for item in texts.bank.asked:
        odd = _odd_one(item.model)
        if odd is not None:
            at = ("options", odd, item.model.options[odd].verdict.value)
            yield item.problem("W333", "This option does not begin or end as the others do.", at=at)


def what_to_do_begins_with_a_verb(texts: Texts) -> Iterator[Problem]:
    """What to do is told as a step, not as a statement."""
    for text in texts.all:
        if text.role is Role.DO and begins_without_verb(text.words):
            first = text.words.split(maxsplit=1)[0]
            yield text.problem("W328", f"What to do begins with '{first}', not with a verb.")


def chances_are_drawn(texts: Texts) -> Iterator[Problem]:
    """A screen that tells how many of 100 also draws it."""
    for screen in texts.bank.screens:
        found = None if screen.model.chance else _FREQUENCY.search(screen.model.say)
        if found:
            message = f"The screen says '{found[0]}' and does not draw it."
            yield screen.problem_at_word("W329", message, at=("say",), word=found[0])


def begins_without_verb(step: str) -> bool:
    """Whether a step begins with who or what, and not with what to do (or when)."""
    return _NO_VERB.match(step) is not None


def _odd_one(item: Item) -> int | None:
    """The first option whose first letter or last sign is not like that of most others, or None."""
    forms = [(option.text[:1].islower(), option.text.endswith(".")) for option in item.options]
    return next((index for index, form in enumerate(forms) if forms.count(form) * 2 < len(forms)), None)


RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (
    questions_leave_the_patients_health_alone,
    questions_are_no_trivia,
    questions_have_three_options,
    options_look_alike,
    what_to_do_begins_with_a_verb,
    chances_are_drawn,
)
