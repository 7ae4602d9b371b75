"""The one catalogue of everything the checker can say: code, title, why it hurts patients, and how to mend it."""

from collections.abc import Mapping
from types import MappingProxyType

from quiz_app.content.catalogue import coverage, readability, reading, safety, structure, translation, writing
from quiz_app.content.catalogue.entries import Entry

CATALOGUE: Mapping[str, Entry] = MappingProxyType(
    {
        entry.code: entry
        for group in (reading, structure, writing, safety, readability, coverage, translation)
        for entry in sorted(group.ENTRIES, key=lambda entry: entry.code[1:])
    }
)


def entry(code: str) -> Entry:
    """The catalogue's entry of that code; raises KeyError for a code it does not hold."""
    return CATALOGUE[code]


__all__ = ["CATALOGUE", "Entry", "entry"]
