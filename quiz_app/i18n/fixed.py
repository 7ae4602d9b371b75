"""Fixed English texts of the program, such as what the checker explains, in the language of whoever reads them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from quiz_app.i18n.messages import words

FOLDER = Path(__file__).parent / "fixed"


def fixed(text: str) -> str:
    """The text in the language of the reader; itself where that is English, or nobody has translated it."""
    return translations(words().locale).get(text, text)


@cache
def translations(locale: str) -> Mapping[str, str]:
    """Each fixed text of that language by its English one; none where there is no file."""
    path = FOLDER / f"{locale}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file, locale=locale) if each.id and each.string}
