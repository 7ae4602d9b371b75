"""References: does everything that an item, a screen or the outline points at exist, and does it fit?

Nobody follows the references of a retired item, so they may lead to what was taken out after it.
"""

from collections.abc import Callable, Collection, Iterator

from quiz_app.content.bank import Bank, Part
from quiz_app.content.problems import Problem, did_you_mean
from quiz_app.content.source import KeyPath
from quiz_app.domain.course import Evidence
from quiz_app.domain.item import Item


def objectives_exist(bank: Bank) -> Iterator[Problem]:
    """An item's objective is one of its topic."""
    for topic in bank.topics:
        known = topic.model.objectives
        for item in topic.asked:
            yield from _known(item, ("objective",), item.model.objective, known, code="E220", kind="objective")


def revisits_exist(bank: Bank) -> Iterator[Problem]:
    """The screen shown again after a miss is one of the same topic."""
    for topic in bank.topics:
        screens = [screen.model.id for screen in topic.screens]
        for item in topic.asked if topic.whole else ():
            if item.model.revisit:
                yield from _known(item, ("revisit",), item.model.revisit, screens, code="E224", kind="lesson screen")


def siblings_exist(bank: Bank) -> Iterator[Problem]:
    """The sibling is a critical item of the same topic and objective that points back."""
    for topic in bank.topics:
        items = {item.model.id: item for item in topic.items}
        for item in topic.asked if topic.whole else ():
            name = item.model.sibling
            if name in items:
                yield from _sibling_fits(item, items[name].model)
            elif name:
                yield from _known(item, ("sibling",), name, items, code="E221", kind="item in this topic called")


def critical_items_are_complete(bank: Bank) -> Iterator[Problem]:
    """A critical item has a sibling, a screen to see again, a teach-back question and a source."""
    for item in bank.asked:
        if not item.model.critical:
            continue
        for name in ("sibling", "revisit", "teach_back", "sources"):
            if not getattr(item.model, name):
                message = f"The item '{item.model.id}' is critical and has no '{name}:'."
                yield item.problem_at_name("E223", message, at=("id",), remedy=f"Add '{name}:' to this item.")


def misconceptions_exist(bank: Bank) -> Iterator[Problem]:
    """Each misconception that an option or the outline names is written down."""
    if bank.misconceptions is None:
        return
    known = bank.misconceptions.model
    for item in bank.asked:
        for at, name in misconceptions_of(item.model):
            yield from _known(item, at, name, known, code="E225", kind="misconception")
    if bank.outline:
        for index, name in enumerate(bank.outline.model.required_misconceptions):
            at = ("required_misconceptions", index)
            yield from _known(bank.outline, at, name, known, code="E225", kind="misconception")


def sources_exist(bank: Bank) -> Iterator[Problem]:
    """Each code cited stands in sources.yaml, and each fact there cites documents that stand there."""
    if bank.sources is None:
        return
    facts, documents = bank.sources.model.facts, bank.sources.model.documents
    known = {**facts, **documents}
    for part, index, code in bank.cites():
        yield from _known(part, ("sources", index), code, known, code="E226", kind="source")
    for name, fact in facts.items():
        for index, code in enumerate(fact.sources):
            at = ("facts", name, "sources", index)
            yield from _known(bank.sources, at, code, documents, code="E226", kind="document")
    if bank.misconceptions:
        for name, misconception in bank.misconceptions.model.items():
            for index, code in enumerate(misconception.sources):
                yield from _known(
                    bank.misconceptions, (name, "sources", index), code, known, code="E226", kind="source"
                )


def items_rest_on_supported_facts(bank: Bank) -> Iterator[Problem]:
    """No item rests on a fact that is conflicting or unverified."""
    if bank.sources is None:
        return
    for item in bank.asked:
        for index, code in enumerate(item.model.sources):
            fact = bank.sources.model.facts.get(code)
            if fact and fact.evidence in (Evidence.CONFLICTING, Evidence.UNVERIFIED):
                message = f"The fact {code} ({fact.about}) is {fact.evidence.value}, so nothing may be asked about it."
                yield item.problem("E227", message, at=("sources", index))


def warning_signs_exist(bank: Bank) -> Iterator[Problem]:
    """Each sign an item claims to ask about is one of the course's warning signs."""
    if bank.outline is None:
        return
    for item in bank.asked:
        for index, name in enumerate(item.model.signs):
            known = bank.outline.model.warning_signs
            yield from _known(item, ("signs", index), name, known, code="E231", kind="warning sign")


def misconceptions_of(item: Item) -> Iterator[tuple[KeyPath, str]]:
    """Every misconception an item's options or things to sort carry, with the path to it."""
    for index, option in enumerate(item.options):
        if option.misconception:
            yield ("options", index, "misconception"), option.misconception
    for index, thing in enumerate(item.put):
        if thing.misconception:
            yield ("put", index, "misconception"), thing.misconception


def _sibling_fits(item: Part[Item], sibling: Item) -> Iterator[Problem]:
    me = item.model
    reasons = (
        (sibling.id == me.id, "An item cannot be its own sibling."),
        (sibling.retired, f"The sibling '{sibling.id}' is retired, so nobody is asked it."),
        (not me.critical, f"'{me.id}' has a sibling but is not 'critical: true'."),
        (not sibling.critical, f"The sibling '{sibling.id}' is not 'critical: true'."),
        (sibling.objective != me.objective, f"The sibling '{sibling.id}' has another objective."),
        (sibling.sibling != me.id, f"The sibling '{sibling.id}' does not point back at '{me.id}'."),
    )
    for does_not_fit, message in reasons:
        if does_not_fit:
            yield item.problem("E222", message, at=("sibling",))


def _known(
    part: Part[object], at: KeyPath, name: str, known: Collection[str], *, code: str, kind: str
) -> Iterator[Problem]:
    if name not in known:
        remedy = "" if name.isupper() else did_you_mean(name, known)  # the nearest code is not the fact meant
        yield part.problem(code, f"There is no {kind} '{name}'.", at=at, remedy=remedy)


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (
    objectives_exist,
    revisits_exist,
    siblings_exist,
    critical_items_are_complete,
    misconceptions_exist,
    sources_exist,
    items_rest_on_supported_facts,
    warning_signs_exist,
)
