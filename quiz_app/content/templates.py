"""New items, screens and topics to begin with, and a copy of an item as its sibling.

What is still to be written stands in braces: the checker points at each of them, and patients never meet a course with
one in it.
"""

from collections.abc import Collection

from quiz_app.content.patching import value_at, with_entry, with_value
from quiz_app.content.tree import Value
from quiz_app.domain.course import Course
from quiz_app.domain.item import Kind, Level

_WHY_RIGHT = "{write why this is right, as if you were talking to the patient}"
_WHY_NOT = "{write why people may think so, and what is true}"


def new_item(course: Course | None, objective: str, kind: Kind, *, taken: Collection[str] = ()) -> Value:
    """An item with everything it needs, still to be written; `taken` are ids that the course does not know yet."""
    known = {*(course.items if course else ()), *taken}
    return {
        "id": free_id("new-question", known),
        "objective": objective,
        "level": str(Level.KNOW),
        "ask": "{write your question}",
        **_answers(kind),
        "not_sure": "Thank you for telling us. {write what to remember, or what to do}",
        "sources": [],
    }


def new_screen(*, taken: Collection[str] = ()) -> Value:
    """A lesson screen, still to be written."""
    return {
        "id": free_id("new-screen", taken),
        "heading": "{write a short heading}",
        "say": "{write what you want to say: one idea, in short sentences}",
        "sources": [],
    }


def new_topic(course_id: str, name: str, title: str = "") -> str:
    """The text of a topic's file with one screen and one objective, still to be written."""
    objective = f"know-{name}"[:60].rstrip("-")
    frame = f"# yaml-language-server: $schema=../../schema/topic.json\ntopic: {name}\n"
    content: dict[str, Value] = {
        "title": title or "{write the title}",
        "objectives": {objective: "{write what patients can do or tell after this lesson}"},
        "main_message": "{write the one sentence to remember}",
        "lesson": [new_screen()],
        "items": [],
    }
    for key, value in content.items():
        frame = with_value(frame, (key,), value)
    return frame


def sibling_of(item: Value, new_id: str) -> Value:
    """A copy of an item with a new id, paired with it; its wording is still to be changed."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        return item
    copied = {name: value for name, value in item.items() if name != "retired"}
    return {**copied, "id": new_id, "sibling": item["id"]}


def with_sibling(text: str, item_id: str, new_id: str) -> str:
    """The topic's text with a copy of the item right after it, both paired with each other. Raises PatchFailed."""
    index = index_of(text, item_id)
    if index is None:
        return text
    place = ("items", index)
    copy = sibling_of(value_at(text, place) or "", new_id)
    paired = with_value(text, (*place, "sibling"), new_id)
    return with_entry(paired, ("items",), copy, at=index + 1)


def index_of(text: str, item_id: str) -> int | None:
    """Where the item stands in its topic's list, None when it does not; raises PatchFailed."""
    items = value_at(text, ("items",))
    entries = items if isinstance(items, list) else []
    found = (index for index, entry in enumerate(entries) if isinstance(entry, dict) and entry.get("id") == item_id)
    return next(found, None)


def free_id(wished: str, taken: Collection[str]) -> str:
    """The wished id, or the first with a number behind it that nobody has."""
    number, free = 1, wished
    while free in taken:
        number += 1
        free = f"{wished}-{number}"
    return free


def _answers(kind: Kind) -> dict[str, Value]:
    if kind is Kind.SORT:
        groups = {"first-group": "{write the first group}", "second-group": "{write the second group}"}
        return {"groups": dict(groups), "put": [_thing(number, group) for number, group in enumerate(groups, start=1)]}
    right = 2 if kind is Kind.CHOOSE_ALL else 1
    return {"options": [*(_right(number) for number in range(1, right + 1)), *(_wrong(number) for number in (1, 2))]}


def _right(number: int) -> Value:
    return {"right": f"{{write the right answer {number}}}", "why": _WHY_RIGHT}


def _wrong(number: int) -> Value:
    return {"wrong": f"{{write what people may think {number}}}", "why": _WHY_NOT}


def _thing(number: int, group: str) -> Value:
    return {"what": f"{{write what to sort {number}}}", "into": group, "why": _WHY_RIGHT}
