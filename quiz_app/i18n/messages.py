"""Interface words: one catalogue a language, looked up by key, so that code holds none."""

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "messages"
DEFAULT = "en"


class Words:
    """The interface words of one language."""

    def __init__(self, locale: str, catalogue: dict[str, str]) -> None:
        self.locale = locale
        self._catalogue = catalogue

    def __call__(self, key: str, **values: object) -> str:
        """The words under that key with its {values} filled in; raises KeyError for a key nobody wrote."""
        text = self._catalogue[key]
        return text.format(**values) if values else text

    @property
    def keys(self) -> frozenset[str]:
        """Every key of the catalogue."""
        return frozenset(self._catalogue)


@cache
def words(locale: str = DEFAULT) -> Words:
    """The words of a language; English where a language has no catalogue yet."""
    path = FOLDER / f"{locale}.po"
    chosen = path if path.is_file() else FOLDER / f"{DEFAULT}.po"
    with chosen.open("rb") as file:
        catalogue = read_po(file, locale=chosen.stem)
    return Words(chosen.stem, {str(m.id): str(m.string) for m in catalogue if m.id and m.string})
