"""Imported questions as the text of a topic file; what the foreign file did not hold is left to be written."""

from collections.abc import Mapping, Sequence

from quiz_app.content.patching import value_at, with_value
from quiz_app.content.templates import new_item, new_topic
from quiz_app.content.tree import Value
from quiz_app.domain.item import Kind, Verdict
from quiz_app.exchange.fitting import with_placeholders
from quiz_app.exchange.imported import About, Given, Note

_LEFT_OUT_WHEN_EMPTY = ("critical", "revisit", "sibling", "teach_back", "signs", "retired", "misconception", "harmful")


def topic_text(
    course: str,
    name: str,
    title: str,
    *,
    items: Sequence[Given],
    objectives: Mapping[str, str],
    words: Mapping[str, str],
) -> tuple[str, tuple[Note, ...]]:
    """A new topic's file with these items, and what was changed in them.

    objectives: those the course knows, in words; words: the clinic's, by placeholder.
    Raises PatchFailed.
    """
    empty = new_topic(course, name, title)
    own, own_words = _own_objective(empty)
    notes: list[Note] = []
    values: list[Value] = []
    needed: dict[str, Value] = {}
    for item in items:
        fitted, changes = with_placeholders(item, dict(words))
        notes.extend(changes)
        if not item.level:
            notes.append(Note(item.at, About.LEVEL_MISSING))
        objective = item.objective or own
        needed.setdefault(objective, item.objective_in_words or objectives.get(objective) or own_words)
        values.append(_value(fitted, objective))
    text = with_value(with_value(empty, ("objectives",), needed), ("items",), values)
    return text, tuple(notes)


def _own_objective(topic: str) -> tuple[str, str]:
    """The objective that a new topic begins with, and its words to be written."""
    found = value_at(topic, ("objectives",))
    name, words = next(iter(found.items())) if isinstance(found, dict) else ("", "")
    return name, words if isinstance(words, str) else ""


def _value(item: Given, objective: str) -> Value:
    blank = new_item(None, objective, kind_of(item))
    blanks = blank if isinstance(blank, dict) else {}
    whole: dict[str, Value] = {
        "id": item.id,
        "objective": objective,
        "level": item.level or blanks["level"],
        "critical": "true" if item.critical else "",
        "ask": item.ask,
        **_answers(item, blanks),
        "not_sure": item.not_sure or blanks["not_sure"],
        "revisit": item.revisit,
        "sibling": item.sibling,
        "teach_back": item.teach_back,
        "signs": list(item.signs),
        "retired": "true" if item.retired else "",
        "sources": list(item.sources),
    }
    return _without_empty(whole)


def kind_of(item: Given) -> Kind:
    """How the item would be answered."""
    if item.put:
        return Kind.SORT
    right = sum(option.verdict is Verdict.RIGHT for option in item.options)
    return Kind.CHOOSE_ALL if right > 1 else Kind.CHOOSE_ONE


def _answers(item: Given, blanks: Mapping[str, Value]) -> dict[str, Value]:
    if item.put:
        why = _why(blanks["put"], 0)
        put: list[Value] = [
            _without_empty(
                {
                    "what": thing.what,
                    "into": thing.into,
                    "accept": list(thing.accept),
                    "why": thing.why or why,
                    "misconception": thing.misconception,
                },
                "accept",
            )
            for thing in item.put
        ]
        return {"groups": dict(item.groups), "put": put}
    whys = {Verdict.WRONG: _why(blanks["options"], -1)}
    options: list[Value] = [
        _without_empty(
            {
                option.verdict: option.text,
                "why": option.why or whys.get(option.verdict, _why(blanks["options"], 0)),
                "misconception": option.misconception,
                "harmful": "true" if option.harmful else "",
            }
        )
        for option in item.options
    ]
    return {"options": options}


def _why(entries: Value, place: int) -> str:
    """The reason to be written that a new item holds at that place of its answers."""
    entry = entries[place] if isinstance(entries, list) else ""
    why = entry.get("why") if isinstance(entry, dict) else ""
    return why if isinstance(why, str) else ""


def _without_empty(block: dict[str, Value], *others: str) -> dict[str, Value]:
    return {name: value for name, value in block.items() if value or name not in (*_LEFT_OUT_WHEN_EMPTY, *others)}
