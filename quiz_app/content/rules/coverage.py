"""What the whole course teaches and asks."""

from collections import Counter
from collections.abc import Callable, Iterator

from quiz_app.content.bank import Bank, Part, TopicPart
from quiz_app.content.problems import Problem
from quiz_app.content.rules.references import misconceptions_of
from quiz_app.content.rules.wording import keys
from quiz_app.content.texts import Texts
from quiz_app.content.words import folded, likeness
from quiz_app.domain.item import Item, Level

ENOUGH_ITEMS = 10
SAME_WORDING = 0.8
MOST_ITEMS = 20
MOST_MINUTES = 20


def topics_say_what_to_do(bank: Bank) -> Iterator[Problem]:
    """Each topic has a screen with something to do."""
    for topic in bank.topics:
        if topic.whole and not any(screen.model.do for screen in topic.screens):
            message = f"No screen of '{topic.model.topic}' says what to do."
            yield topic.problem_at_name("E501", message, at=("lesson",))


def topics_ask_enough(bank: Bank) -> Iterator[Problem]:
    """The pairs of critical items fit into what is asked, and there are items enough to ask."""
    if bank.outline is None:
        return
    asked = bank.outline.model.asked_per_topic
    for topic in bank.asked_topics:
        pairs, ordinary = _pairs(topic), sum(not item.model.critical for item in topic.asked)
        if pairs > asked:
            message = f"'{topic.model.topic}' has {pairs} critical pairs; asked_per_topic is {asked}."
            yield topic.problem_at_name("E502", message, at=("items",))
        elif topic.whole and pairs + ordinary < asked:
            message = f"'{topic.model.topic}' has {pairs + ordinary} to ask; asked_per_topic is {asked}."
            yield topic.problem_at_name("W503", message, at=("topic",))


def objectives_are_asked(bank: Bank) -> Iterator[Problem]:
    """Each objective has an item."""
    for topic in bank.topics:
        asked = {item.model.objective for item in topic.asked}
        for name in topic.model.objectives if topic.whole else ():
            if name not in asked:
                yield topic.problem_at_name("E504", f"No item asks about '{name}'.", at=("objectives", name))


def warning_signs_are_asked_twice(bank: Bank) -> Iterator[Problem]:
    """Each required warning sign has two items in different words."""
    if bank.outline is None or not bank.whole:
        return
    for name in bank.outline.model.warning_signs:
        asking = [item.model for item in _asked(bank) if name in item.model.signs]
        wordings = _wordings(asking)
        if wordings < 2:
            message = f"The sign '{name}' is asked in {wordings or 'no'} wording{'' if wordings == 1 else 's'}."
            yield bank.outline.problem_at_name("E505", message, at=("warning_signs", name))


def misconceptions_are_used(bank: Bank) -> Iterator[Problem]:
    """Each required misconception, and each one listed, stands behind some distractor."""
    if bank.outline is None or bank.misconceptions is None or not bank.whole:
        return
    used = {name for item in _asked(bank) for _, name in misconceptions_of(item.model)}
    required = bank.outline.model.required_misconceptions
    for index, name in enumerate(required):
        if name not in used:
            message = f"No option carries the required misconception '{name}'."
            yield bank.outline.problem("E506", message, at=("required_misconceptions", index))
    for name in bank.misconceptions.model:
        if name not in used and name not in required:
            yield bank.misconceptions.problem_at_name("E507", f"No option carries '{name}'.", at=(name,))


def items_ask_what_to_do(bank: Bank) -> Iterator[Problem]:
    """At least half of the items are at level decide or act."""
    items = _asked(bank)
    knowing = sum(item.model.level is Level.KNOW for item in items)
    if bank.outline and 2 * knowing > len(items):
        message = f"Only {len(items) - knowing} of {len(items)} items ask to decide or act."
        yield bank.outline.problem_at_name("W508", message, at=("topics",))


def keys_have_no_habit(bank: Bank) -> Iterator[Problem]:
    """The right option is not the longest too often, and stands in no position too often."""
    found = [(item, index, key) for item, index, key in keys(bank)]
    if bank.outline is None or len(found) < ENOUGH_ITEMS:
        return
    longest = sum(_is_longest(item.model, index) for item, index, _ in found)
    if longest > 0.4 * len(found):
        message = f"The right option is the longest in {longest} of {len(found)} items."
        yield bank.outline.problem_at_name("W509", message, at=("topics",))
    position, count = Counter(index for _, index, _ in found).most_common(1)[0]
    if count > 0.5 * len(found):
        message = f"The right option is number {position + 1} in {count} of {len(found)} items."
        yield bank.outline.problem_at_name("W510", message, at=("topics",))


def courses_are_short(bank: Bank) -> Iterator[Problem]:
    """A course asks 20 items at most and takes 20 minutes at most."""
    if bank.outline is None:
        return
    outline = bank.outline.model
    items = outline.asked_per_topic * len(outline.topics)
    if items > MOST_ITEMS:
        yield bank.outline.problem_at_name("W520", f"The course asks {items} questions.", at=("asked_per_topic",))
    if outline.minutes > MOST_MINUTES:
        yield bank.outline.problem("W520", f"The course takes {outline.minutes} minutes.", at=("minutes",))


def glossary_words_are_used(texts: Texts) -> Iterator[Problem]:
    """Each word of the glossary, or another form of it, stands in some text beside its own entry."""
    glossary = texts.bank.glossary
    if glossary is None or not texts.bank.whole:
        return
    used = " ".join(f" {folded(text.words)} " for text in texts.all if text.part is not glossary)
    meanings = {word: f" {folded(term.means)} " for word, term in glossary.model.items()}
    for word, term in glossary.model.items():
        beside = (used, *(meaning for other, meaning in meanings.items() if other != word))
        if not any(f" {folded(form)} " in text for form in (word, *term.also) for text in beside):
            yield glossary.problem_at_name("W521", f"No text says '{word}'.", at=(word,))


def _asked(bank: Bank) -> list[Part[Item]]:
    return [item for topic in bank.asked_topics for item in topic.asked]


def _pairs(topic: TopicPart) -> int:
    """How many critical points the topic must ask: a pair of siblings is one."""
    critical = [item.model for item in topic.asked if item.model.critical]
    return len({frozenset((item.id, item.sibling or item.id)) for item in critical})


def _wordings(items: list[Item]) -> int:
    different: list[Item] = []
    for item in items:
        if all(likeness(item.ask, other.ask) < SAME_WORDING for other in different):
            different.append(item)
    return len(different)


def _is_longest(item: Item, index: int) -> bool:
    lengths = [len(option.text) for option in item.options]
    return all(lengths[index] > length for other, length in enumerate(lengths) if other != index)


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (
    topics_say_what_to_do,
    topics_ask_enough,
    objectives_are_asked,
    warning_signs_are_asked_twice,
    misconceptions_are_used,
    items_ask_what_to_do,
    keys_have_no_habit,
    courses_are_short,
)
TEXT_RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (glossary_words_are_used,)
