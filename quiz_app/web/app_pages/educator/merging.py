"""Two texts that began as the same one, put together where they changed different lines."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

Edit = tuple[int, int, tuple[str, ...]]


def merged(start: str, mine: str, theirs: str) -> str | None:
    """Both changes in one text; None where they touch the same or neighbouring lines, so that a person must choose."""
    lines = start.splitlines(keepends=True)
    edits = sorted({*_edits(lines, mine), *_edits(lines, theirs)})
    if any(after[0] <= before[1] for before, after in pairwise(edits)):
        return None
    for first, last, instead in reversed(edits):
        lines[first:last] = instead
    return "".join(lines)


def _edits(lines: list[str], changed: str) -> Iterator[Edit]:
    """Which lines are replaced by which others."""
    after = changed.splitlines(keepends=True)
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, lines, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield a1, a2, tuple(after[b1:b2])
