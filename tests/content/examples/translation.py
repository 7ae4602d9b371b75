"""Texts in other languages."""

from collections.abc import Mapping

import yaml

from quiz_app.content.translations import by_file
from quiz_app.domain.course import Course
from quiz_app.domain.translation import Translated, Translation, fingerprint_of, texts_of
from tests.content.examples import Example, whole
from tests.content.small_bank import CLINIC, COURSE, GLOSSARY, MISCONCEPTIONS, TOPIC

COURSE_ES = "small/es/course.yaml"
GLOSSARY_ES = "small/es/glossary.yaml"
TERMS = """\
translates: glossary
locale: es
texts:
  clot/word:
    of: 5ee38f046aa8
    says: coágulo
  clot/means:
    of: 1b7cd1880ade
    says: Un grumo de sangre.
  clot/also:
    of: dd2dba5f46a2
    says: coágulos
"""
HEADING = """\
translates: course
locale: es
texts:
  take_home/emergency/heading:
    of: e8e6f57de4dd
    says: "Llame al {emergency_number} si:"
"""
_AGAIN = "Translate the new wording, then export and import it again."
_TRANSLATE = "Translate it: export the texts for a translator, and import them back."
_NAME = "Give it the name of the file, or move the file."

TOPIC_ES = "small/es/topics/signs.yaml"
_HARD = "Administraremos inmunoglobulinas intravenosas periódicamente durante hospitalizaciones prolongadas. "
LESSON = f"""\
translates: signs
locale: es
texts:
  lesson/clot-signs/say:
    of: "000000000000"
    says: {_HARD * 15}
"""

EXAMPLES: tuple[Example, ...] = (
    whole(
        {GLOSSARY_ES: TERMS.replace("translates: glossary", "translates: course")},
        code="E601",
        says=f"{GLOSSARY_ES}:1:13: This file translates 'course', but is called 'glossary.yaml'.",
        remedy=_NAME,
    ),
    whole(
        {GLOSSARY_ES: TERMS.replace("locale: es", "locale: fr")},
        code="E601",
        says=f"{GLOSSARY_ES}:2:9: This file is in 'fr', but lies in the folder 'es'.",
        remedy=_NAME,
    ),
    whole(
        {GLOSSARY_ES: TERMS.replace("clot/means", "clot/mean")},
        code="E602",
        says=f"{GLOSSARY_ES}:7:3: The course has no text 'clot/mean' here.",
        remedy="Did you mean 'clot/means'?",
    ),
    whole(
        {COURSE_ES: HEADING.replace("{emergency_number}", "911")},
        code="E603",
        says=f"{COURSE_ES}:6:11: 'take_home/emergency/heading' has other placeholders than its original.",
        remedy="Use the same words in braces as the original, as often.",
    ),
    whole(
        {GLOSSARY_ES: TERMS.replace("1b7cd1880ade", "000000000000")},
        code="W604",
        says=f"{GLOSSARY_ES}:8:9: 'clot/means' has changed since it was translated.",
        remedy=_AGAIN,
    ),
    whole(
        {GLOSSARY_ES: TERMS[: TERMS.index("  clot/also")]},
        code="W605",
        says=f"{GLOSSARY_ES}:3:1: 'clot/also' is not translated yet.",
        remedy=_TRANSLATE,
    ),
    whole(
        {GLOSSARY_ES: TERMS},
        code="W605",
        says="small/es/topics/signs.yaml:1:1: 'title' is not translated yet.",
        remedy=_TRANSLATE,
    ),
    whole(
        {TOPIC_ES: LESSON},
        code="W606",
        says=f"{TOPIC_ES}:3:1: The texts reach -138 on the INFLESZ scale; 65 is 'bastante fácil'.",
        remedy="Shorten the sentences, and use everyday words.",
    ),
    whole(
        {GLOSSARY_ES: TERMS},
        code="W607",
        says="clinic.yaml:1:1: The clinic has no words in 'es', a language of small.",
        remedy="Add a block for the language under 'languages:' in clinic.yaml, as the file explains.",
    ),
)


def small_course() -> Course:
    """The small bank as it was written, with placeholders."""
    texts = {"outline": COURSE, "glossary": GLOSSARY, "misconceptions": MISCONCEPTIONS}
    read = {name: yaml.load(text, yaml.BaseLoader) for name, text in texts.items()}  # noqa: S506 - texts only
    return Course.model_validate(read | {"topics": [yaml.load(TOPIC, yaml.BaseLoader)]})  # noqa: S506 - texts only


def in_spanish() -> Translation:
    """Every text of the small bank in something like Spanish."""
    texts = texts_of(small_course())
    return Translation(
        locale="es",
        texts={place: Translated(of=fingerprint_of(text), says=f"es: {text}") for place, text in texts.items()},
    )


def files_of(translation: Translation) -> Mapping[str, str]:
    """The files of a translation; JSON is YAML, too."""
    files = {f"small/es/{name}": file.model_dump_json() for name, file in by_file(translation).items()}
    spoken = "".join(f"    {line}\n" for line in CLINIC.splitlines())
    return {"clinic.yaml": f"{CLINIC}languages:\n  es:\n{spoken}", **files}


GOOD: Mapping[str, Mapping[str, str | bytes | None]] = {
    code: files_of(in_spanish()) for code in ("E601", "E602", "E603", "W604", "W605", "W606", "W607")
}
