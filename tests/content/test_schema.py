from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # comes with Streamlit, untyped
from pydantic import BaseModel

from quiz_app.content.help import HELP
from quiz_app.content.schema import schemas, written
from quiz_app.domain import course, item
from quiz_app.domain.clinic import Clinic, ClinicWords
from quiz_app.domain.translation import Translated, TranslationFile
from tests.content.small_bank import FILES

SHIPPED = Path(__file__).parents[2] / "questions" / "schema"
FILE_OF = {
    "topic.json": "small/topics/signs.yaml",
    "course.json": "small/course.yaml",
    "clinic.json": "clinic.yaml",
    "glossary.json": "small/glossary.yaml",
    "misconceptions.json": "small/misconceptions.yaml",
    "sources.json": "small/sources.yaml",
}


class AsEditorsRead(yaml.SafeLoader):
    """YAML as an editor's language server reads it: numbers and booleans, but dates as text."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def complaints(schema: str, text: str) -> list[str]:
    value = yaml.load(text, AsEditorsRead)  # noqa: S506 - a SafeLoader with fewer types
    return [error.message for error in Draft202012Validator(schemas()[schema]).iter_errors(value)]


@pytest.mark.parametrize("name", schemas())
def test_the_shipped_schema_is_the_generated_one(name: str) -> None:
    assert (SHIPPED / name).read_text("utf-8") == written(schemas()[name]), (
        "run: python -c 'from pathlib import Path; from quiz_app.content.schema import write_schemas; "
        'write_schemas(Path("questions/schema"))\''
    )


@pytest.mark.parametrize(("schema", "file"), FILE_OF.items())
def test_a_bank_in_order_fits_its_schema_as_editors_read_it(schema: str, file: str) -> None:
    assert complaints(schema, FILES[file]) == []


def test_an_editor_marks_unknown_words_wrong_choices_and_options_with_two_verdicts() -> None:
    topic = FILES["small/topics/signs.yaml"]

    assert complaints("topic.json", topic.replace("misconception: it", "misconcepton: it"))
    assert complaints("topic.json", topic.replace("level: decide", "level: guess"))
    assert complaints("topic.json", topic.replace("      - wrong: Rest", "      - right: No\n        wrong: Rest"))
    assert complaints("topic.json", topic.replace("  spot-clot: You", "  Spot Clot: You"))


def test_every_field_of_a_bank_has_its_sentence_and_no_sentence_is_left_over() -> None:
    models = {
        model
        for module in (item, course)
        for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, BaseModel)
    } - {item.Authored, course.Course, course.Language}
    models |= {TranslationFile, Translated, Clinic, ClinicWords}

    assert {f"{model.__name__}.{field}" for model in models for field in model.model_fields} == set(HELP)
