"""Every rule of the checker, run over one bank."""

from collections.abc import Callable, Iterator

from quiz_app.content.bank import Bank
from quiz_app.content.problems import Problem
from quiz_app.content.rules import (
    coverage,
    options,
    pictures,
    readability,
    references,
    review,
    safety,
    scenes,
    structure,
    translations,
    wording,
    writing,
)
from quiz_app.content.texts import Texts

BankRule = Callable[[Bank], Iterator[Problem]]
TextRule = Callable[[Texts], Iterator[Problem]]

BANK_RULES: tuple[BankRule, ...] = (
    *structure.RULES,
    *references.RULES,
    *options.RULES,
    *pictures.RULES,
    *wording.RULES,
    *coverage.RULES,
    *review.RULES,
    *translations.RULES,
)
TEXT_RULES: tuple[TextRule, ...] = (
    *writing.RULES,
    *safety.RULES,
    *scenes.RULES,
    *readability.RULES,
    *coverage.TEXT_RULES,
)


def every_problem(bank: Bank) -> Iterator[Problem]:
    """What all rules find in the bank."""
    for rule in BANK_RULES:
        yield from rule(bank)
    texts = Texts(bank)
    for text_rule in TEXT_RULES:
        yield from text_rule(texts)
