"""What pydantic finds, told at the right place in plain words."""

from collections.abc import Iterator
from enum import Enum
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quiz_app.content.help import HELP
from quiz_app.content.problems import Problem, did_you_mean, nearest_word, problem, shortened
from quiz_app.content.source import KeyPath, Source

_FORMS = (
    (r"^[a-z0-9]+(-", "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'."),
    (r"^[A-Z]{1,3}", "Use a code of sources.yaml, such as 'F-02' or 'EU02'."),
    (r"^\d{1,3}", "Use a number or a range, such as '15' or '5 to 15'."),
    (r".svg", "Use the name of an SVG drawing, such as 'drip-chair.svg'."),
    (r"^[a-z]{2}", "Use a language code, such as 'en' or 'es-MX'."),
)
_SHAPES = {
    "string_type": "a text",
    "list_type": "a list, one entry a line with a dash in front, or [a, b]",
    "tuple_type": "a list, one entry a line with a dash in front, or [a, b]",
    "dict_type": "a block of lines 'name: text'",
    "model_type": "a block of lines 'name: text'",
    "model_attributes_type": "a block of lines 'name: text'",
}
_VALUES = {
    "bool": "Write true or false.",
    "int": "Write a whole number.",
    "date": "Write a date as year-month-day, such as 2027-11-01.",
}


def schema_problems(error: ValidationError, source: Source, model: object) -> Iterator[Problem]:
    """A problem for each thing that does not fit the model of this file, at its place."""
    details = error.errors(include_url=False)
    unknown = {detail["loc"] for detail in details if detail["type"] == "extra_forbidden"}
    for detail in details:
        follows = detail["type"] == "missing" and _is_misspelt(detail["loc"], unknown)
        follows = follows or (detail["type"] == "too_short" and _is_broken_inside(detail["loc"], details))
        if not follows:
            yield _told(detail, source, model)


def _is_broken_inside(path: KeyPath, details: list[ErrorDetails]) -> bool:
    return any(len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in details)


def _is_misspelt(missing: KeyPath, unknown: set[KeyPath]) -> bool:
    beside = [str(path[-1]) for path in unknown if path[:-1] == missing[:-1]]
    return nearest_word(str(missing[-1]), beside) is not None


def _told(detail: ErrorDetails, source: Source, model: object) -> Problem:
    kind, path = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        return _unknown(path, source, model)
    if kind == "missing":
        return _missing(path, source, model)
    if path[-1:] == ("[key]",):
        return _name(path[:-1], source)
    if kind in _SHAPES:
        return _shape(path, source, needed=_SHAPES[kind])
    return _value(detail, source, model)


def _unknown(path: KeyPath, source: Source, model: object) -> Problem:
    word, known = str(path[-1]), _fields(_model_at(model, path[:-1]))
    remedy = did_you_mean(word, known) or f"Known here: {', '.join(known)}."
    if not word.replace("_", "").replace("-", "").isalnum():
        remedy = "If it is part of a text, put the whole text in double quotes."
    message = f"I do not know the word '{shortened(word)}' here."
    return problem("E201", message, file=source.file, place=source.at_name(path), remedy=remedy)


def _missing(path: KeyPath, source: Source, model: object) -> Problem:
    word, block = str(path[-1]), _model_at(model, path[:-1])
    hint = HELP.get(f"{block.__name__}.{word}", "") if block else ""
    remedy = f"Add '{word}:'. {hint}".strip()
    place = source.at_name(path[:-1])
    return problem("E202", f"'{word}' is missing in this block.", file=source.file, place=place, remedy=remedy)


def _name(path: KeyPath, source: Source) -> Problem:
    message = f"'{shortened(str(path[-1]))}' is not in the form of a name or code."
    remedy = "Use small letters, digits and hyphens for a name; capitals and two digits for a code, such as F-02."
    return problem("E207", message, file=source.file, place=source.at_name(path), remedy=remedy)


def _shape(path: KeyPath, source: Source, *, needed: str) -> Problem:
    line = source.at_value(path)
    written = source.lines[line.line - 1][line.column - 1 :]
    if needed == "a text" and written.startswith("{"):
        remedy = "A text that starts with a brace needs double quotes around it."
        return source.problem("E203", path, "The brace at the start makes this a block, not a text.", remedy=remedy)
    where = f"'{path[-1]}'" if path and isinstance(path[-1], str) else "this entry"
    return source.problem("E203", path, f"Here {where} needs {needed}.", remedy=f"Write it as {needed}.")


def _value(detail: ErrorDetails, source: Source, model: object) -> Problem:
    kind, path, value = detail["type"], detail["loc"], shortened(str(detail["input"]))
    context = detail.get("ctx", {})
    if kind in ("enum", "literal_error"):
        return _choice(path, value, source, model=model)
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        form = next((form for start, form in _FORMS if start in pattern), "")
        return source.problem("E207", path, f"'{value}' is not in the form needed here.", remedy=form)
    if kind in ("too_short", "too_long", "greater_than_equal", "less_than_equal"):
        return _amount(kind, path, source, limit=context)
    if kind == "string_too_short":
        return source.problem("E204", path, f"The text of '{path[-1] if path else 'this'}' is empty.")
    if kind == "string_too_long":
        limit = context.get("max_length")
        return source.problem("E205", path, f"'{value}' is longer than {limit} letters.", remedy="Shorten it.")
    return _other(detail, source)


def _choice(path: KeyPath, value: str, source: Source, *, model: object) -> Problem:
    choices = _choices_at(model, path)
    remedy = f"Use {' or '.join(choices)}." if choices else ""
    near = did_you_mean(value, choices)
    message = f"I do not know '{value}' for '{path[-1]}'."
    return source.problem("E206", path, message, remedy=f"{near} {remedy}".strip())


def _amount(kind: str, path: KeyPath, source: Source, *, limit: dict[str, object]) -> Problem:
    key, words = {
        "too_short": ("min_length", "has too few entries; it needs at least"),
        "too_long": ("max_length", "has too many entries; it takes at most"),
        "greater_than_equal": ("ge", "is too small; it must be at least"),
        "less_than_equal": ("le", "is too large; it can be at most"),
    }[kind]
    return source.problem("E209", path, f"'{path[-1]}' {words} {limit.get(key)}.")


def _other(detail: ErrorDetails, source: Source) -> Problem:
    kind, path, value = detail["type"], detail["loc"], shortened(str(detail["input"]))
    codes = {"one_verdict": "E210", "options_or_groups": "E211"}
    if kind in codes:
        return problem(codes[kind], detail["msg"], file=source.file, place=source.at_name(path))
    remedy = next((told for start, told in _VALUES.items() if kind.startswith(start)), "")
    return source.problem("E208", path, f"I cannot read '{value}' for '{path[-1] if path else 'this'}'.", remedy=remedy)


def _model_at(annotation: object, path: KeyPath) -> type[BaseModel] | None:
    """The model of the block that the path leads to."""
    block = _model_in(annotation)
    steps = list(path)
    while block is not None and steps:
        step = steps.pop(0)
        field = block.model_fields.get(str(step))
        if field is None:  # an entry of a list, or a name the author chose
            continue
        block = _model_in(field.annotation)
    return block


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for inner in get_args(annotation) if (model := _model_in(inner))), None)


def _fields(block: type[BaseModel] | None) -> tuple[str, ...]:
    return tuple(block.model_fields) if block else ()


def _choices_at(model: object, path: KeyPath) -> tuple[str, ...]:
    names = [step for step in path if isinstance(step, str)]
    block = _model_at(model, path[:-1])
    field = block.model_fields.get(names[-1]) if block and names else None
    return _choices_in(field.annotation) if field else ()


def _choices_in(annotation: object) -> tuple[str, ...]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(str(member.value) for member in annotation)
    inner = get_args(annotation)
    if inner and all(isinstance(choice, str) for choice in inner):
        return tuple(str(choice) for choice in inner)
    return tuple(choice for part in inner for choice in _choices_in(part))
