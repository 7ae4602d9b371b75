"""What pydantic finds, told at the right place in plain words."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from quiz_app.content.help import HELP
from quiz_app.content.problems import Problem, did_you_mean, nearest_word, problem, shortened
from quiz_app.content.slips import OTHER_DASH, PLAIN_DASH
from quiz_app.content.source import KeyPath, Source

_FORMS = (
    (r"^[a-z0-9]+(-", "Use small letters, digits and single hyphens, such as 'chest-pain-at-home'."),
    (r"^[A-Z]{1,3}", "Use a code of sources.yaml, such as 'F-02' or 'EU02'."),
    (r"^\d{1,3}", "Use a number or a range, such as '15' or '5 to 15'."),
    (r".svg", "Use the name of an SVG drawing, such as 'drip-chair.svg'."),
    (r"^[a-z]{2}", "Use a language code, such as 'en' or 'es-MX'."),
)
_LIST = ("a list", "Write [a, b], or each entry on a line of its own with a dash in front.")
_BLOCK = ("a block", "Write each part on a line of its own: a name, a colon and its text.")
_SHAPES = {
    "string_type": ("a text", "Write one text behind the colon, or '|' there and the text on the lines below."),
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _BLOCK,
    "model_type": _BLOCK,
    "model_attributes_type": _BLOCK,
}
_OTHER_WORDS = {
    "answers": "options",
    "choices": "options",
    "correct": "right",
    "answer": "right",
    "incorrect": "wrong",
    "distractor": "wrong",
    "question": "ask",
    "stem": "ask",
    "explanation": "why",
    "feedback": "why",
    "rationale": "why",
    "image": "picture",
    "references": "sources",
}
_IS_ONE_LINE = re.compile(r"[^\[{|>]*: ")
_IS_NOTE = re.compile(r":\s+#")
_VALUES = {
    "bool": "Write true or false.",
    "int": "Write a whole number.",
    "date": "Write a date as year-month-day, such as 2027-11-01.",
}


def schema_problems(error: ValidationError, source: Source, model: object) -> Iterator[Problem]:
    """A problem for each thing that does not fit the model of this file, at its place."""
    details = error.errors(include_url=False)
    missing = [detail["loc"] for detail in details if detail["type"] == "missing"]
    meant = {
        detail["loc"]: _meant(detail["loc"], missing)
        for detail in details
        if detail["type"] == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)
    }
    for detail in details:
        follows = detail["type"] == "missing" and detail["loc"] in meant.values()
        follows = follows or (detail["type"] == "too_short" and _is_broken_inside(detail["loc"], details))
        if not follows:
            yield _told(detail, source, model, meant=meant.get(detail["loc"]))


def _is_broken_inside(path: KeyPath, details: list[ErrorDetails]) -> bool:
    return any(len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in details)


def _meant(unknown: KeyPath, missing: list[KeyPath]) -> KeyPath | None:
    """The missing name that an unknown one stands for: the nearest in its block, the only one, or one further out."""
    if unknown[-1] == "[key]":
        return next(
            (path for path in missing if path[-1] == unknown[-2] and path[:-1] == unknown[: len(path) - 1]), None
        )
    beside = {str(path[-1]): path for path in missing if path[:-1] == unknown[:-1]}
    near = nearest_word(str(unknown[-1]), beside)
    if near:
        return beside[near]
    return next(iter(beside.values())) if len(beside) == 1 else None


def _told(detail: ErrorDetails, source: Source, model: object, *, meant: KeyPath | None) -> Problem:
    kind, path = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        return _unknown(path, source, model, meant=meant)
    if kind == "missing":
        return _missing(path, source, model)
    if path[-1:] == ("[key]",):
        return _name(detail, source, meant=meant)
    if kind in _SHAPES:
        return _shape(detail, source, model)
    return _value(detail, source, model)


def _unknown(path: KeyPath, source: Source, model: object, *, meant: KeyPath | None) -> Problem:
    word, known = str(path[-1]), _fields(_model_at(model, path[:-1]))
    near = str(meant[-1]) if meant else nearest_word(word, known) or _OTHER_WORDS.get(word.lower())
    remedy = f"Did you mean '{near}'?" if near in known else f"Known here: {', '.join(known)}."
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


def _name(detail: ErrorDetails, source: Source, *, meant: KeyPath | None) -> Problem:
    path, place = detail["loc"][:-1], source.at_name(detail["loc"][:-1])
    word = shortened(str(path[-1]))
    if meant:
        remedy = "Start the line further out, under the words it belongs with."
        return problem("E207", f"'{word}' stands too far in.", file=source.file, place=place, remedy=remedy)
    remedy = _form_of(detail)
    return problem("E207", f"'{word}' cannot be a name here.", file=source.file, place=place, remedy=remedy)


def _shape(detail: ErrorDetails, source: Source, model: object) -> Problem:
    path, value = detail["loc"], detail["input"]
    needed, remedy = _SHAPES[detail["type"]]
    if detail["type"].startswith("model"):
        remedy += f" Known here: {', '.join(_fields(_model_at(model, path)))}."
    at = source.at_value(path)
    line = source.lines[at.line - 1]
    written = line[at.column - 1 :]
    where = f"'{path[-1]}'" if path and isinstance(path[-1], str) else "this entry"
    message = f"Here {where} needs {needed}."
    if not path:
        message, remedy = "This file does not begin with a name and a colon.", "Begin it as other files of its kind."
    elif needed == "a list" and (other := OTHER_DASH.match(written)):
        message, remedy = f"This line starts with '{other['sign']}' in place of a dash.", PLAIN_DASH
    elif value == "":
        message, remedy = f"{where.capitalize()} is empty.", f"{remedy} Or take the line out."
    elif needed == "a text" and written.startswith("{"):
        message = "The brace at the start makes this a block, not a text."
        remedy = "A text that starts with a brace needs double quotes around it."
    elif needed == "a text" and isinstance(value, dict) and _IS_ONE_LINE.match(written):
        message, remedy = "The colon makes this a block, not a text.", "Put the whole text in double quotes."
    return source.problem("E203", path, message, remedy=remedy)


def _value(detail: ErrorDetails, source: Source, model: object) -> Problem:
    kind, path, value = detail["type"], detail["loc"], shortened(str(detail["input"]))
    context = detail.get("ctx", {})
    if kind in ("enum", "literal_error"):
        return _choice(path, value, source, model=model)
    if kind == "string_pattern_mismatch":
        message = f"'{value}' is not in the form needed here." if value else _empty(path)
        return source.problem("E207", path, message, remedy=_form_of(detail))
    if kind in ("too_short", "too_long", "greater_than_equal", "less_than_equal"):
        return _amount(kind, path, source, limit=context)
    if kind == "string_too_short":
        line = source.lines[source.at_value(path).line - 1]
        remedy = "What follows # is a note; put the whole text in double quotes." if _IS_NOTE.search(line) else ""
        return source.problem("E204", path, f"The text of '{path[-1] if path else 'this'}' is empty.", remedy=remedy)
    if kind == "string_too_long":
        limit = context.get("max_length")
        return source.problem("E205", path, f"'{value}' is longer than {limit} letters.", remedy="Shorten it.")
    return _other(detail, source)


def _choice(path: KeyPath, value: str, source: Source, *, model: object) -> Problem:
    choices = _choices_at(model, path)
    remedy = f"Use {' or '.join(choices)}." if choices else ""
    near = did_you_mean(value, choices) if len(choices) > 1 else ""
    message = f"I do not know '{value}' for '{path[-1]}'." if value else _empty(path)
    return source.problem("E206", path, message, remedy=f"{near} {remedy}".strip())


def _amount(kind: str, path: KeyPath, source: Source, *, limit: dict[str, object]) -> Problem:
    key, words, remedy = {
        "too_short": ("min_length", "has too few entries; it needs at least", "Add an entry."),
        "too_long": ("max_length", "has too many entries; it takes at most", "Take some out, or join two of them."),
        "greater_than_equal": ("ge", "is too small; it must be at least", "Write a larger number."),
        "less_than_equal": ("le", "is too large; it can be at most", "Write a smaller number."),
    }[kind]
    return source.problem("E209", path, f"'{path[-1]}' {words} {limit.get(key)}.", remedy=remedy)


def _other(detail: ErrorDetails, source: Source) -> Problem:
    kind, path, value = detail["type"], detail["loc"], shortened(str(detail["input"]))
    codes = {"one_verdict": "E210", "options_or_groups": "E211"}
    if kind in codes:
        return problem(codes[kind], detail["msg"], file=source.file, place=source.at_name(path))
    remedy = next((told for start, told in _VALUES.items() if kind.startswith(start)), "")
    message = f"I cannot read '{value}' for '{path[-1] if path else 'this'}'." if value else _empty(path)
    return source.problem("E208", path, message, remedy=remedy)


def _empty(path: KeyPath) -> str:
    return f"'{path[-1]}' is empty." if path and isinstance(path[-1], str) else "This entry is empty."


def _form_of(detail: ErrorDetails) -> str:
    """What the form of a name, code or range is, in words."""
    pattern = str(detail.get("ctx", {}).get("pattern", ""))
    return next((form for start, form in _FORMS if start in pattern), "")


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
