"""Our extra fields as Moodle tags, for GIFT and Moodle XML: `objective:drink-first`, `misconception:b:old-news`.

A tag holds at most 50 letters. The letter in the middle is the key of an option or of a thing to sort.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from quiz_app.domain.item import Item, Kind, Level, Verdict
from quiz_app.exchange.imported import About, Given, GivenOption, GivenPut, Reading, Spot
from quiz_app.exchange.plain import is_code, is_name

LONGEST_TAG = 50
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLAIN = ("objective", "level", "revisit", "sibling")
_LISTS = ("sign", "source")
_FLAGS = ("critical", "retired")
_LETTERED = ("misconception", "into", "also", "group")
_MARKED = ("harmful", "accept")


@dataclass
class Tagged:
    """What the tags of one question say."""

    plain: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    lettered: list[tuple[str, int, str]] = field(default_factory=list)

    def at(self, name: str) -> dict[int, str]:
        """The values of a lettered tag by the place of their option, the last one of each."""
        return {place: value for found, place, value in self.lettered if found == name}

    def all_at(self, name: str, place: int) -> tuple[str, ...]:
        """Every value of a lettered tag for that option."""
        return tuple(value for found, at, value in self.lettered if found == name and at == place)


def tags_of(item: Item) -> tuple[str, ...]:
    """The tags that hold what the format itself cannot, without those that are too long."""
    return tuple(tag for tag in _all_tags(item) if len(tag) <= LONGEST_TAG)


def long_tags(item: Item) -> tuple[str, ...]:
    """The tags that would be too long."""
    return tuple(tag for tag in _all_tags(item) if len(tag) > LONGEST_TAG)


def _all_tags(item: Item) -> Iterator[str]:
    yield f"objective:{item.objective}"
    yield f"level:{item.level}"
    if item.critical:
        yield "critical"
    if item.retired:
        yield "retired"
    yield from (f"{name}:{value}" for name in ("revisit", "sibling") if (value := getattr(item, name)))
    yield from (f"sign:{sign}" for sign in item.signs)
    yield from (f"source:{code}" for code in item.sources)
    yield from _tags_of_things(item) if item.kind is Kind.SORT else _tags_of_options(item)


def _tags_of_options(item: Item) -> Iterator[str]:
    for key, option in zip(item.keys, item.options, strict=True):
        if option.verdict is Verdict.ACCEPTED:
            yield f"accept:{key}"
        if option.harmful:
            yield f"harmful:{key}"
        if option.misconception:
            yield f"misconception:{key}:{option.misconception}"


def _tags_of_things(item: Item) -> Iterator[str]:
    yield from (f"group:{letter}:{name}" for letter, name in zip(LETTERS, item.groups, strict=False))
    for key, thing in zip(item.keys, item.put, strict=True):
        yield f"into:{key}:{thing.into}"
        yield from (f"also:{key}:{name}" for name in thing.accept)
        if thing.misconception:
            yield f"misconception:{key}:{thing.misconception}"


def read_tags(tags: Iterable[str], reading: Reading, at: Spot) -> Tagged:
    """What the tags say; a tag that is none of ours is noted."""
    found = Tagged()
    for tag in tags:
        if not _read(tag.strip(), found):
            reading.lose(at, About.OTHER_TAG, tag.strip())
    return found


def _read(tag: str, found: Tagged) -> bool:
    name, _, value = tag.partition(":")
    letter, _, inner = value.partition(":")
    if name in _FLAGS and not value:
        found.flags.add(name)
    elif name in _PLAIN and is_name(value):
        found.plain[name] = value
    elif name in _LISTS and (is_code(value) if name == "source" else is_name(value)):
        found.lists.setdefault(name, []).append(value)
    elif name in _MARKED and _is_letter(value):
        found.lettered.append((name, LETTERS.index(value), ""))
    elif name in _LETTERED and _is_letter(letter) and is_name(inner):
        found.lettered.append((name, LETTERS.index(letter), inner))
    else:
        return False
    return True


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text in LETTERS


def with_tags(question: Given, tags: Tagged) -> Given:
    """The question with the fields that its tags hold."""
    groups = _names_of_groups(question, tags)
    level = tags.plain.get("level", "")
    return replace(
        question,
        objective=tags.plain.get("objective", ""),
        level=level if level in list(Level) else "",
        revisit=tags.plain.get("revisit", ""),
        sibling=tags.plain.get("sibling", ""),
        critical="critical" in tags.flags,
        retired="retired" in tags.flags,
        signs=tuple(tags.lists.get("sign", ())),
        sources=tuple(tags.lists.get("source", ())),
        options=tuple(_option(each, place, tags) for place, each in enumerate(question.options)),
        groups=_in_order({groups[name]: words for name, words in question.groups}, tags),
        put=tuple(_thing(each, place, tags, groups) for place, each in enumerate(question.put)),
    )


def _option(option: GivenOption, place: int, tags: Tagged) -> GivenOption:
    misconception = tags.at("misconception").get(place, "")
    return replace(option, misconception=misconception, harmful=place in tags.at("harmful"))


def _thing(thing: GivenPut, place: int, tags: Tagged, groups: dict[str, str]) -> GivenPut:
    also = tuple(name for name in tags.all_at("also", place) if name in groups.values())
    misconception = tags.at("misconception").get(place, "")
    return replace(thing, into=groups[thing.into], accept=also, misconception=misconception)


def _names_of_groups(question: Given, tags: Tagged) -> dict[str, str]:
    """For each group of the question the name its tags give it; a group of no thing takes one that is left."""
    into = tags.at("into")
    named = {thing.into: into[place] for place, thing in enumerate(question.put) if place in into}
    if len(set(named.values())) < len(named):
        named = {}
    left = [name for name in tags.at("group").values() if name not in named.values()]
    for name, _ in question.groups:
        if name not in named:
            named[name] = left.pop(0) if left else name
    return named if len(set(named.values())) == len(named) else {name: name for name, _ in question.groups}


def _in_order(groups: dict[str, str], tags: Tagged) -> tuple[tuple[str, str], ...]:
    wanted = [name for _, name in sorted(tags.at("group").items())]
    place = {name: index for index, name in enumerate(wanted)}
    return tuple(sorted(groups.items(), key=lambda each: place.get(each[0], len(place))))
