"""From a line of a file back to the value that stands there: the way from a problem to the field it is about."""

from quiz_app.content.source import KeyPath, Source
from quiz_app.content.tree import Branch, Spot, Twig, spot_of


def path_at(source: Source, line: int, column: int = 1) -> KeyPath:
    """The names that lead to what stands at that line and column, counted from 1.

    A comment belongs to what stands before it.
    """
    path: KeyPath = ()
    twig: Twig = source.tree.places
    while isinstance(twig, Branch):
        step = _last_before(twig, (line - 1, column - 1))
        if step is None:
            break
        name, twig = step
        path = (*path, name)
    return path


def _last_before(branch: Branch, at: tuple[int, int]) -> tuple[str | int, Twig] | None:
    """The last part of a block that begins at that place or before it."""
    parts: list[tuple[str | int, Twig]] = (
        list(branch.parts.items()) if isinstance(branch.parts, dict) else list(enumerate(branch.parts))
    )
    before = [(name, twig) for name, twig in parts if _begins(spot_of(twig)) <= at]
    return before[-1] if before else None


def _begins(spot: Spot) -> tuple[int, int]:
    return spot[0], spot[1]
