"""Cells of a table that a spreadsheet must not take for a formula."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before anything a spreadsheet would take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What guarded was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
