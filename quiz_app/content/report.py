"""The findings of the checker written out: as text for people, as JSON for programs, as notes on a GitHub change."""

import json
from collections.abc import Iterable

from quiz_app.content.catalogue import entry
from quiz_app.content.problems import Problem


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem: `file:line:column: what is wrong. What to do. [code]`."""
    return "\n".join(str(found) for found in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list with one object a problem."""
    return json.dumps([_fields(found) for found in problems], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub workflow commands that put each problem beside its line."""
    return "\n".join(_annotation(found) for found in problems)


def _fields(found: Problem) -> dict[str, str | int]:
    return {
        "file": found.file,
        "line": found.line,
        "column": found.column,
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "remedy": found.remedy,
        "why": entry(found.code).why,
    }


def _annotation(found: Problem) -> str:
    title = _property(f"{found.code} {entry(found.code).title}")
    place = f"file={_property(found.file)},line={found.line},col={found.column},title={title}"
    return f"::{found.severity.value} {place}::{_data(f'{found.message} {found.remedy}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
