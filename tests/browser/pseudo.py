"""A made-up language for tests: Arabic letters, four tenths longer than English, written from right to left.

Nobody reads it. It shows which words never pass through a catalogue, which boxes are too small for another language,
and what is not mirrored. The app is copied, so that the language is there for one server only.
"""

import re
import shutil
from datetime import date
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from quiz_app.content.originals import original_of
from quiz_app.content.translations import by_file
from quiz_app.domain.translation import Translated, Translation, fingerprint_of

LOCALE = "ar"
LONGER = 1.4
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنه")
_KEPT = re.compile(r"(\{[^{}]*\}|^- )", re.MULTILINE)
_WORD = "كلمة"


def pseudo(text: str) -> str:
    """The text in the made-up language, its placeholders and lists as they were."""
    parts = (part if _KEPT.fullmatch(part) else part.lower().translate(_LETTERS) for part in _KEPT.split(text))
    more = round(len(text) * (LONGER - 1) / (len(_WORD) + 1))
    return " ".join(["".join(parts), *[_WORD] * more])


def home_with_pseudo(root: Path, into: Path) -> Path:
    """A copy of the app whose interface also speaks the made-up language."""
    shutil.copytree(root / "quiz_app", into / "quiz_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / ".streamlit", into / ".streamlit")
    shutil.copy(root / "streamlit_app.py", into)
    messages = into / "quiz_app" / "i18n" / "messages"
    with (messages / "en.po").open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if message.id:
            message.string = pseudo(str(message.string))
    catalogue.locale = LOCALE
    with (messages / f"{LOCALE}.po").open("wb") as file:
        write_po(file, catalogue)
    return into


def translate_all(questions: Path, course: str) -> None:
    """Put every text of a course into the made-up language."""
    original = original_of(questions, course, today=date(2026, 11, 1))
    assert original
    texts = {place: Translated(of=fingerprint_of(text), says=pseudo(text)) for place, text in original.texts.items()}
    for name, file in by_file(Translation(locale=LOCALE, texts=texts)).items():
        path = questions / course / LOCALE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.model_dump_json(), encoding="utf-8")
