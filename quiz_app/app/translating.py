"""Texts of a course on their way to translators and back into its files."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quiz_app.app.edits import NoSuchFile
from quiz_app.app.library import LiveLibrary
from quiz_app.app.workbench import Workbench
from quiz_app.content.originals import Original, original_of
from quiz_app.content.patching import value_at, with_value
from quiz_app.content.translations import by_file
from quiz_app.content.tree import Value
from quiz_app.domain.access import Right
from quiz_app.domain.translation import State, Translation, TranslationFile, states
from quiz_app.exchange import po
from quiz_app.services.ports import Clock
from quiz_app.services.staffing import Actor, require


class NotWhole(Exception):
    """There is no such course, or a file of it cannot be read, so that nothing can be said about its texts."""


class NoLanguage(ValueError):
    """That is no language, such as es or es-MX."""


@dataclass(frozen=True)
class Language:
    """How far a translation is: how many texts there are, and how many stand in each state."""

    locale: str
    texts: int
    counts: Mapping[State, int]


class Translating:
    """Sends the texts of a course out and takes them back; only for those who may edit courses."""

    def __init__(self, workbench: Workbench, library: LiveLibrary, clock: Clock) -> None:
        self._workbench = workbench
        self._library = library
        self._clock = clock

    def languages(self, actor: Actor, course_id: str) -> tuple[Language, ...]:
        """The languages that were begun. Raises NotAllowed, NotWhole."""
        original = self._original(actor, course_id)
        return tuple(self._language(original, locale) for locale in sorted(original.translations))

    def sent(self, actor: Actor, course_id: str, locale: str) -> bytes:
        """The PO file for a translator into that language. Raises NotAllowed, NoLanguage, NotWhole."""
        original = self._original(actor, course_id, locale)
        now = self._clock.now()
        return po.written(original.texts, original.translation(locale), title=original.title, at=now)

    def returned(self, actor: Actor, course_id: str, locale: str, content: bytes) -> po.Returned:
        """What a translator's file would bring; nothing is written. Raises NotAllowed, NoLanguage, NotWhole, NotPo."""
        original = self._original(actor, course_id, locale)
        return po.read(content, original.texts, original.translation(locale))

    def take(self, actor: Actor, course_id: str, translation: Translation) -> Language:
        """Write the texts that came back beside those that are there, and say how far the language is now.

        Raises NotAllowed, NoLanguage, NotWhole, Refused, Clash, CannotSave, PatchFailed.
        """
        self._original(actor, course_id, translation.locale)
        for name, file in by_file(translation).items():
            self._write(actor, f"{course_id}/{translation.locale}/{name}", file)
        return self._language(self._original(actor, course_id), translation.locale)

    def _write(self, actor: Actor, name: str, file: TranslationFile) -> None:
        try:
            opened = self._workbench.open(actor, name)
            text, base = opened.text, opened.fingerprint
        except NoSuchFile:
            text, base = _begun(name, file), ""
        there = value_at(text, ("texts",))
        came: dict[str, Value] = {place: {"of": found.of, "says": found.says} for place, found in file.texts.items()}
        text = with_value(text, ("texts",), (there if isinstance(there, dict) else {}) | came)
        self._workbench.save(actor, name, text, base=base)

    def _original(self, actor: Actor, course_id: str, locale: str = "") -> Original:
        require(actor, Right.EDIT_COURSE)
        if locale and not po.is_language(locale):
            raise NoLanguage(locale)
        today = self._clock.now().astimezone().date()
        original = original_of(self._library.folder, course_id, today=today)
        if original is None:
            raise NotWhole(course_id)
        return original

    def _language(self, original: Original, locale: str) -> Language:
        counts = Counter(states(original.texts, original.translation(locale)).values())
        return Language(locale, len(original.texts), {state: counts[state] for state in State})


def _begun(name: str, file: TranslationFile) -> str:
    """A translation file without texts."""
    schema = f"{'../' * name.count('/')}schema/translation.json"
    return f"# yaml-language-server: $schema={schema}\ntranslates: {file.translates}\nlocale: {file.locale}\n"
