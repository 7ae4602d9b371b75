"""Options and groups: can the patient be right, can the patient miss, and does each option say something of its own?"""

from collections.abc import Callable, Iterator, Sequence

from quiz_app.content.bank import Bank, Part
from quiz_app.content.problems import Problem, did_you_mean, shortened
from quiz_app.content.source import KeyPath
from quiz_app.content.words import folded
from quiz_app.domain.item import Item, Verdict


def options_differ(bank: Bank) -> Iterator[Problem]:
    """No two options of an item, and no two things to sort, have the same words."""
    for item in bank.items:
        options = [(("options", at, option.verdict.value), option.text) for at, option in enumerate(item.model.options)]
        things = [(("put", at, "what"), thing.what) for at, thing in enumerate(item.model.put)]
        groups = [(("groups", name), words) for name, words in item.model.groups.items()]
        for texts in (options, things, groups):
            yield from _twice(item, texts)


def some_option_is_right(bank: Bank) -> Iterator[Problem]:
    """A choose item has a right option."""
    for item in bank.items:
        if item.model.options and Verdict.RIGHT not in _verdicts(item.model):
            message = f"No option of '{item.model.id}' is marked 'right:'."
            yield item.problem_at_name("E217", message, at=("options",))


def some_answer_misses(bank: Bank) -> Iterator[Problem]:
    """A choose item has a wrong option; a sort item has a thing that does not fit every group."""
    for item in bank.items:
        model = item.model
        if model.options and Verdict.WRONG not in _verdicts(model):
            message = f"No option of '{model.id}' is marked 'wrong:', so nobody can miss it."
            yield item.problem_at_name("E218", message, at=("options",))
        if model.groups and not any(set(model.groups) - {thing.into, *thing.accept} for thing in model.put):
            message = f"Everything fits everywhere in '{model.id}', so nobody can miss it."
            yield item.problem_at_name("E218", message, at=("groups",))


def reasons_tell_right_from_wrong(bank: Bank) -> Iterator[Problem]:
    """A right (or accepted) and a wrong option never share their reason."""
    for item in bank.items:
        right = {folded(option.why) for option in item.model.options if option.verdict is not Verdict.WRONG}
        for index, option in enumerate(item.model.options):
            if option.verdict is Verdict.WRONG and folded(option.why) in right:
                message = "A right option gives the same reason."
                yield item.problem("E219", message, at=("options", index, "why"))


def groups_exist(bank: Bank) -> Iterator[Problem]:
    """Things are sorted into groups of their item."""
    for item in bank.items:
        for index, thing in enumerate(item.model.put):
            named: list[tuple[KeyPath, str]] = [(("put", index, "into"), thing.into)]
            named += [(("put", index, "accept", place), name) for place, name in enumerate(thing.accept)]
            for at, name in named:
                if name not in item.model.groups:
                    remedy = did_you_mean(name, item.model.groups)
                    yield item.problem("E228", f"There is no group '{name}' in this item.", at=at, remedy=remedy)


def marks_stand_at_wrong_options(bank: Bank) -> Iterator[Problem]:
    """Only a wrong option is harmful or carries a misconception."""
    for item in bank.items:
        for index, option in enumerate(item.model.options):
            if option.verdict is Verdict.WRONG:
                continue
            if option.harmful:
                yield _odd_mark(item, index, "harmful")
            if option.misconception:
                yield _odd_mark(item, index, "misconception")


def _twice(item: Part[Item], texts: Sequence[tuple[KeyPath, str]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, words in texts:
        if folded(words) in seen:
            yield item.problem("E216", f"'{shortened(words)}' stands here twice.", at=at)
        seen.add(folded(words))


def _odd_mark(item: Part[Item], index: int, name: str) -> Problem:
    verdict = item.model.options[index].verdict.value
    message = f"'{name}:' stands at an option marked '{verdict}:'."
    return item.problem_at_name("E235", message, at=("options", index, name))


def _verdicts(item: Item) -> set[Verdict]:
    return {option.verdict for option in item.options}


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (
    options_differ,
    some_option_is_right,
    some_answer_misses,
    reasons_tell_right_from_wrong,
    groups_exist,
    marks_stand_at_wrong_options,
)
