"""Interface words: one catalogue a language, looked up by key, so that code holds none.

Whoever draws a page says once which language its reader speaks; words() are then in that language everywhere below.
"""

from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "messages"
DEFAULT = "en"
_SPOKEN: ContextVar[str] = ContextVar("spoken", default=DEFAULT)


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
def languages() -> tuple[str, ...]:
    """The languages the interface speaks, the first one first."""
    found = {path.stem for path in FOLDER.glob("*.po")}
    return (DEFAULT, *sorted(found - {DEFAULT}))


@lru_cache(maxsize=64)  # whoever asks may name any language
def nearest(locale: str) -> str:
    """The language of the interface that is nearest to a locale: es for es-MX, the first one for what is unknown."""
    return next((each for each in (locale, locale.split("-", maxsplit=1)[0]) if each in languages()), DEFAULT)


def speak(locale: str) -> None:
    """Say which language the reader of this page speaks."""
    _SPOKEN.set(nearest(locale))


def words(locale: str = "") -> Words:
    """The words of a language, of the reader's own if none is named; English where it has no catalogue."""
    return _catalogue(nearest(locale) if locale else _SPOKEN.get())


@cache
def _catalogue(locale: str) -> Words:
    with (FOLDER / f"{locale}.po").open("rb") as file:
        catalogue = read_po(file, locale=locale)
    return Words(locale, {str(m.id): str(m.string) for m in catalogue if m.id and m.string})
