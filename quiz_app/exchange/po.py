"""PO files for translators: every text of a course with its place, out and back in."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from quiz_app.domain.translation import State, Translated, Translation, fingerprint_of, placeholders_differ, states

LARGEST = 4 * 1024 * 1024


class NotPo(ValueError):
    """A file that is no PO file, or is too large; line counts from 1 and is 0 when it is unknown."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(f"line {line}")
        self.line = line


class Left(StrEnum):
    """Why a text of a PO file is not taken, or is taken with a note."""

    UNKNOWN = "unknown"
    EMPTY = "empty"
    UNSURE = "unsure"
    PLACEHOLDERS = "placeholders"
    OLD = "old"
    NEWER = "newer"


@dataclass(frozen=True)
class Returned:
    """What came back from a translator: the texts that are taken, and what is to be said about places.

    left: OLD texts are taken, though they translate an earlier wording; all others are not, such as those of an earlier
    wording whose NEWER translation is there. changes: how many translations that are there would be replaced.
    """

    translation: Translation
    left: tuple[tuple[str, Left], ...] = field(default=())
    changes: int = 0


def is_language(locale: str) -> bool:
    """Whether that is a language, such as es or es-MX."""
    try:
        return bool(Locale.parse(locale, sep="-"))
    except (UnknownLocaleError, ValueError):
        return False


def written(texts: Mapping[str, str], translation: Translation, *, title: str, at: datetime) -> bytes:
    """The PO file for a translator; texts: the original by place, stale translations are marked as fuzzy."""
    catalogue = Catalog(
        locale=translation.locale.replace("-", "_"),
        project=title,
        version=f"{at:%Y-%m-%d}",
        header_comment=f"# {title}",
        creation_date=at,
        revision_date=at,
        charset="utf-8",
        fuzzy=False,
    )
    for place, state in states(texts, translation).items():
        known = translation.texts.get(place)
        catalogue.add(
            texts[place],
            string=known.says if known else "",
            context=place,
            flags=["fuzzy"] if state is State.STALE else [],
        )
    written_to = io.BytesIO()
    write_po(written_to, catalogue, width=110)
    return written_to.getvalue()


def read(content: bytes, texts: Mapping[str, str], known: Translation) -> Returned:
    """What a translator sent back, over the original texts by place and the translation there is; raises NotPo."""
    if len(content) > LARGEST:
        raise NotPo
    taken: dict[str, Translated] = {}
    left: list[tuple[str, Left]] = []
    there = states(texts, known)
    for message in _messages(content, known.locale):
        place, original, says = message.context or "", str(message.id), str(message.string).strip()
        why = _why_left(message, texts.get(place), says)
        if why is Left.OLD and there[place] is State.CURRENT:
            why = Left.NEWER
        if why:
            left.append((place, why))
        if why in (None, Left.OLD):
            taken[place] = Translated(of=fingerprint_of(original), says=says)
    changes = sum(place in known.texts and known.texts[place].says != text.says for place, text in taken.items())
    return Returned(Translation(locale=known.locale, texts=taken), left=tuple(left), changes=changes)


def _messages(content: bytes, locale: str) -> Iterator[Message]:
    try:
        catalogue = read_po(
            io.StringIO(content.decode("utf-8-sig")), locale=locale.replace("-", "_"), abort_invalid=True
        )
    except PoFileError as reason:
        raise NotPo(int(getattr(reason, "lineno", 0)) + 1) from reason
    except (UnicodeDecodeError, ValueError) as reason:
        raise NotPo from reason
    found = [message for message in catalogue if message.id]
    if not found:
        raise NotPo
    return iter(found)


def _why_left(message: Message, original: str | None, says: str) -> Left | None:
    if original is None:
        return Left.UNKNOWN
    if not says:
        return Left.EMPTY
    if message.fuzzy:
        return Left.UNSURE
    if placeholders_differ(str(message.id), says):
        return Left.PLACEHOLDERS
    return None if str(message.id).strip() == original.strip() else Left.OLD
