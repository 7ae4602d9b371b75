"""Imported questions made to fit a course: ids nobody has yet, no braces, the clinic's own words as placeholders."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from quiz_app.exchange.imported import About, Given, Imported, Note
from quiz_app.exchange.plain import free_name

_BRACES = str.maketrans("{}", "()")
SHORTEST_WORD = 3


def with_free_names(imported: Imported, taken: Collection[str]) -> Imported:
    """Every question under an id of its own; siblings inside the import follow theirs, and each change is noted."""
    used = set(taken)
    renamed: dict[str, str] = {}
    items: list[Given] = []
    notes: list[Note] = []
    for item in imported.items:
        name = free_name(item.id, used)
        used.add(name)
        if name != item.id:
            notes.append(Note(item.at, About.RENAMED, f"{item.id}: {name}"))
        renamed.setdefault(item.id, name)
        items.append(replace(item, id=name))
    following = tuple(replace(item, sibling=renamed.get(item.sibling, item.sibling)) for item in items)
    return replace(imported, items=following, losses=(*imported.losses, *notes))


def without_braces(imported: Imported) -> Imported:
    """Braces name the clinic's own words with us, so those of other programs become round brackets; noted."""
    notes = tuple(
        Note(item.at, About.BRACES) for item in imported.items if any("{" in t or "}" in t for t in texts_of(item))
    )
    items = tuple(with_texts(item, lambda text: text.translate(_BRACES)) for item in imported.items)
    return replace(imported, items=items, losses=(*imported.losses, *notes))


def with_placeholders(item: Given, clinic: Mapping[str, str]) -> tuple[Given, tuple[Note, ...]]:
    """The clinic's numbers and names back as placeholders; what two placeholders share stays as it is."""
    values = list(clinic.values())
    notes: list[Note] = []
    for name, words in sorted(clinic.items(), key=lambda each: -len(each[1])):
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        shared = values.count(words) > 1 or len(words) < SHORTEST_WORD
        if not shared and any(pattern.search(text) for text in texts_of(item)):
            item = _with_placeholder(item, pattern, name)
            notes.append(Note(item.at, About.CLINIC_WORDS_BACK, f"{words}: {{{name}}}"))
    return item, tuple(notes)


def _with_placeholder(item: Given, pattern: re.Pattern[str], name: str) -> Given:
    return with_texts(item, lambda text: pattern.sub(f"{{{name}}}", text))


def texts_of(item: Given) -> tuple[str, ...]:
    """Every text of a question that patients or nurses read."""
    found: list[str] = []

    def seen(text: str) -> str:
        found.append(text)
        return text

    with_texts(item, seen)
    return tuple(found)


def with_texts(item: Given, changed: Callable[[str], str]) -> Given:
    """The question with each of its texts changed."""
    return replace(
        item,
        ask=changed(item.ask),
        options=tuple(replace(each, text=changed(each.text), why=changed(each.why)) for each in item.options),
        groups=tuple((name, changed(words)) for name, words in item.groups),
        put=tuple(replace(each, what=changed(each.what), why=changed(each.why)) for each in item.put),
        not_sure=changed(item.not_sure),
        teach_back=changed(item.teach_back),
        objective_in_words=changed(item.objective_in_words),
    )
