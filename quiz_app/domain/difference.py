"""What differs between two versions of a course, part by part, and whether it touches safety."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quiz_app.domain.course import Course
from quiz_app.domain.form import Frozen
from quiz_app.domain.item import Item
from quiz_app.domain.translation import texts_of

_NUMBER = re.compile(r"\d+(?:[.,:-]\d+)*")
_SAFETY_FIELDS = {"do", "main_message"}
_SAFETY_FOLDERS = {"card", "take_home", "warning_signs"}
_NOT_SAFETY = "teach_back"
_TEXTS = "title main_message heading say simpler do alt what why ask not_sure teach_back means also belief truth plan"
_KEYS = "right wrong accept into objectives groups warning_signs lesson items critical retired"
_WORDS = frozenset(f"{_TEXTS} {_KEYS}".split())
"""Names whose values are texts, keys or parts of their own, and are compared as such."""

_HURTS = {"about", "of", "call", "harmful"}
"""Settings by which a patient could act otherwise: a chance, how fast help is needed, whether an option does harm."""


class Kind(StrEnum):
    """What happened to a part of a course."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    KEY = "key"
    CRITICAL = "critical"
    RETIRED = "retired"
    BROUGHT_BACK = "brought-back"
    RULE = "rule"
    ORDER = "order"


class Difference(Frozen):
    """One difference; part: where it stands, such as topics/before/items/drink-first; name: the text or rule in it.

    before and after are empty where there was or is nothing. safety: whether a patient could act otherwise by it.
    """

    kind: Kind
    part: str
    name: str
    before: str
    after: str
    safety: bool


@dataclass
class _Part:
    """One part of a course: its texts by name, and the item if it is one."""

    texts: dict[str, str] = field(default_factory=dict)
    item: Item | None = None
    critical: bool = False  # a critical item, or the screen that teaches one


def differences(old: Course, new: Course) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the new version; what was taken out comes last."""
    return tuple(_differences(old, new))


def touches_safety(found: tuple[Difference, ...]) -> bool:
    """Whether any of the differences is one of safety."""
    return any(difference.safety for difference in found)


def speaks_with_old_words(live: Course, written: Course, words: Collection[str]) -> bool:
    """Whether a clinic's word (such as a phone number) that the files say now is missing where patients still read."""
    if live.fingerprint == written.fingerprint:
        return False
    return any(_gained(each, words) for each in differences(live, written) if each.before and each.after)


def _gained(found: Difference, words: Collection[str]) -> bool:
    return any(word in found.after and word not in found.before for word in words)


def _differences(old: Course, new: Course) -> Iterator[Difference]:
    before, after = _parts(old), _parts(new)
    yield from _changed_settings(old, new)
    for name, part in after.items():
        if name in before:
            yield from _inside(name, before[name], part)
        else:
            yield Difference(kind=Kind.ADDED, part=name, name="", before="", after=_told(part), safety=part.critical)
    yield from _orders(old, new)
    for name, part in before.items():
        if name not in after:
            yield Difference(kind=Kind.REMOVED, part=name, name="", before=_told(part), after="", safety=_matters(part))


def _parts(course: Course) -> dict[str, _Part]:
    parts: dict[str, _Part] = {}
    for place, text in texts_of(course).items():
        found, name = _split(place)
        parts.setdefault(found, _Part()).texts[name] = text
    for topic in course.topics:
        for item in topic.items:
            part = parts[f"topics/{topic.topic}/items/{item.id}"]
            part.item, part.critical = item, item.critical
            taught = parts.get(f"topics/{topic.topic}/lesson/{item.revisit}")
            if taught and item.critical:
                taught.critical = True
    return parts


_DEPTHS = {"course": 1, "glossary": 2, "misconceptions": 2}


def _split(place: str) -> tuple[str, str]:
    """A place as the part it belongs to and the rest."""
    steps = place.split("/")
    depth = _DEPTHS.get(steps[0]) or (4 if steps[2] in ("lesson", "items") else 2)
    return "/".join(steps[:depth]), "/".join(steps[depth:])


def _told(part: _Part) -> str:
    return next(iter(part.texts.values()), "")


def _matters(part: _Part) -> bool:
    """Whether patients lose something about safety with the part."""
    return part.critical or any(_is_of_safety(name) for name in part.texts)


def _is_of_safety(name: str) -> bool:
    return name in _SAFETY_FIELDS or name.partition("/")[0] in _SAFETY_FOLDERS


def _inside(part: str, old: _Part, new: _Part) -> Iterator[Difference]:
    critical = old.critical or new.critical
    for name in [*new.texts, *(name for name in old.texts if name not in new.texts)]:
        before, after = old.texts.get(name, ""), new.texts.get(name, "")
        if before != after:
            safety = (critical and name != _NOT_SAFETY) or _is_of_safety(name) or _other_numbers(before, after)
            yield Difference(kind=Kind.CHANGED, part=part, name=name, before=before, after=after, safety=safety)
    if old.item and new.item:
        yield from _of_items(part, old.item, new.item)


def _other_numbers(before: str, after: str) -> bool:
    """Whether a number in a text changed: a phone number, a fever limit."""
    return sorted(_NUMBER.findall(before)) != sorted(_NUMBER.findall(after))


def _of_items(part: str, old: Item, new: Item) -> Iterator[Difference]:
    keys_before = _keys(old)
    for key, after in _keys(new).items():
        before = keys_before.get(key, after)
        if before != after:
            yield Difference(kind=Kind.KEY, part=part, name=key, before=before, after=after, safety=True)
    if old.critical != new.critical:
        yield _flag(Kind.CRITICAL, part, old=old.critical, new=new.critical, safety=True)
    if old.retired != new.retired:
        kind = Kind.RETIRED if new.retired else Kind.BROUGHT_BACK
        yield _flag(kind, part, old=old.retired, new=new.retired, safety=new.critical)


def _keys(item: Item) -> Mapping[str, str]:
    """What decides the answer: the verdict of each option, or the groups each thing may be put into."""
    if item.options:
        return {key: item.option(key).verdict.value for key in item.keys}
    return {key: ", ".join((item.thing(key).into, *sorted(item.thing(key).accept))) for key in item.keys}


def _flag(kind: Kind, part: str, *, old: bool, new: bool, safety: bool) -> Difference:
    return Difference(
        kind=kind, part=part, name="", before="yes" if old else "no", after="yes" if new else "no", safety=safety
    )


def _settings(course: Course) -> dict[str, dict[str, str]]:
    """What is neither text nor key, by part and by its place in it: `picture/file`, `chance/about`, `level`."""
    content = course.model_dump(mode="json", exclude={"outline": {"review"}})
    found = {"course": dict(_leaves(content["outline"]))}
    for topic in content["topics"]:
        place = f"topics/{topic['topic']}"
        found[place] = dict(_leaves(topic))
        for folder in ("lesson", "items"):
            found |= {f"{place}/{folder}/{each['id']}": dict(_leaves(each)) for each in topic[folder]}
    for folder in ("glossary", "misconceptions"):
        found |= {f"{folder}/{name}": dict(_leaves(each)) for name, each in content[folder].items()}
    return found


def _leaves(value: object, at: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in _WORDS and not (name == "signs" and at.startswith(("card", "take_home"))):
                yield from _leaves(each, f"{at}/{name}" if at else str(name))
    elif isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        for number, each in enumerate(value):
            yield from _leaves(each, f"{at}/{number}")
    elif value is not None:
        yield at, ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


def _changed_settings(old: Course, new: Course) -> Iterator[Difference]:
    before, after = _settings(old), _settings(new)
    for part, settings in after.items():
        was = before.get(part, settings)
        for name in dict.fromkeys([*settings, *was]):
            if was.get(name) != settings.get(name):
                yield Difference(
                    kind=Kind.RULE,
                    part=part,
                    name=name,
                    before=was.get(name, ""),
                    after=settings.get(name, ""),
                    safety=bool(_HURTS & set(name.split("/"))),
                )


def _orders(old: Course, new: Course) -> Iterator[Difference]:
    """Topics whose screens or items stand in another order, new and taken-out ones aside."""
    topics = {topic.topic: topic for topic in old.topics}
    for topic in new.topics:
        if topic.topic in topics:
            was = topics[topic.topic]
            lists = (
                ("lesson", [screen.id for screen in was.lesson], [screen.id for screen in topic.lesson]),
                ("items", [item.id for item in was.items], [item.id for item in topic.items]),
            )
            for name, before, after in lists:
                if [each for each in before if each in after] != [each for each in after if each in before]:
                    yield Difference(
                        kind=Kind.ORDER,
                        part=f"topics/{topic.topic}",
                        name=name,
                        before=", ".join(before),
                        after=", ".join(after),
                        safety=False,
                    )
