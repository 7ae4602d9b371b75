"""JSON Schemas of the files in a bank, made from the models, so that editors complete and explain as one types.

The checker reads every value as text; an editor reads `15`, `true` or `2026.1` as numbers and booleans. So wherever
a text is asked for, the schema admits those too.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from pydantic import JsonValue

from quiz_app.content.help import HELP
from quiz_app.content.reading import CLINIC, GLOSSARY, MISCONCEPTIONS, OUTLINE, SOURCES, TOPIC, TRANSLATION
from quiz_app.domain.course import Misconception, Term

Schema = dict[str, JsonValue]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SPOKEN_AS_TEXT: JsonValue = ["string", "number", "boolean"]
_ONE_OF: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {"Option": (("right",), ("wrong",), ("accept",)), "Item": (("options",), ("groups", "put"))}
)


def schemas() -> Mapping[str, Schema]:
    """Each schema by the name of its file."""
    return MappingProxyType(
        {
            "topic.json": _finished(TOPIC.adapter.json_schema(), "A topic: one lesson and its items."),
            "course.json": _finished(
                OUTLINE.adapter.json_schema(), "The order of the topics and the rules of the check."
            ),
            "clinic.json": _finished(CLINIC.adapter.json_schema(), "The clinic's own words."),
            "glossary.json": _finished(GLOSSARY.adapter.json_schema(), f"Each word with its meaning. {Term.__doc__}"),
            "misconceptions.json": _finished(
                MISCONCEPTIONS.adapter.json_schema(), f"Each belief by name. {Misconception.__doc__}"
            ),
            "translation.json": _finished(
                TRANSLATION.adapter.json_schema(), "The texts of one file of a course in another language."
            ),
            "sources.json": _finished(
                SOURCES.adapter.json_schema(), "The facts of the course and the documents behind them."
            ),
        }
    )


def written(schema: Schema) -> str:
    """The schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(written(schema), "utf-8")


def _finished(schema: Schema, description: str) -> Schema:
    blocks = schema.pop("$defs", {})
    title = str(schema.get("title", ""))
    finished: Schema = {"$schema": _DRAFT, **_explained(title, schema), "description": description}
    if isinstance(blocks, dict):
        finished["$defs"] = {name: _explained(name, block) for name, block in blocks.items() if isinstance(block, dict)}
    return finished


def _explained(name: str, block: Schema) -> Schema:
    """A block with a sentence for each field and its choices of keys, without the titles pydantic makes up."""
    explained = _spoken(block)
    fields = explained.get("properties")
    if isinstance(fields, dict):
        for field, value in fields.items():
            if isinstance(value, dict):
                fields[field] = {**value, "description": HELP[f"{name}.{field}"]}
    if name in _ONE_OF:
        explained["oneOf"] = [{"required": list(needed)} for needed in _ONE_OF[name]]
    return explained


def _spoken(schema: Schema) -> Schema:
    """The schema with every text also admitted as the number or boolean an editor may see in it."""
    spoken = {
        key: _inside(value) for key, value in _without_none(schema).items() if key != "title" or isinstance(value, dict)
    }
    if "patternProperties" in spoken:
        spoken["additionalProperties"] = False
    choices = spoken.pop("enum", [spoken.pop("const")] if "const" in spoken else None)
    if isinstance(choices, list):
        spoken["enum"] = [*choices, *(int(str(choice)) for choice in choices if str(choice).isdigit())]
        spoken.pop("type", None)
    elif spoken.get("type") == "string" and "format" not in spoken:
        spoken["type"] = _SPOKEN_AS_TEXT
    return spoken


def _without_none(schema: Schema) -> Schema:
    """A field that may be left out is not one that may be empty."""
    choices = schema.get("anyOf")
    if not isinstance(choices, list) or {"type": "null"} not in choices:
        return schema
    needed = next(choice for choice in choices if isinstance(choice, dict) and choice != {"type": "null"})
    return {**needed, **{key: value for key, value in schema.items() if key not in ("anyOf", "default")}}


def _inside(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return _spoken(value)
    if isinstance(value, list):
        return [_inside(entry) for entry in value]
    return value
