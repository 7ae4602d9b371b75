"""Two texts side by side: only where they differ, with the lines and what happened to them in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from quiz_app.i18n.messages import Words
from quiz_app.web.app_pages.educator.listing import listing
from quiz_app.web.components import html


@dataclass(frozen=True)
class Change:
    """One place where two texts differ; kind is one of difflib's replace, delete and insert."""

    kind: str
    line: int
    left: tuple[str, ...]
    right: tuple[str, ...]


def changes(left: str, right: str) -> Iterator[Change]:
    """Where the right text differs from the left one; lines count in the right text, from 1."""
    before, after = left.splitlines(), right.splitlines()
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(kind, b1 + 1, tuple(before[a1:a2]), tuple(after[b1:b2]))


def table(left: str, right: str, say: Words, *, heads: tuple[str, str], caption: str) -> Markup:
    """The differences as a table; a sentence where there are none."""
    rows = [
        (
            say(f"work.diff.{change.kind}", line=change.line),
            listing(change.left),
            listing(change.right),
        )
        for change in changes(left, right)
    ]
    if not rows:
        return html.line(say("work.diff-none"))
    return html.table((say("work.diff-where"), *heads), rows, caption=caption)
