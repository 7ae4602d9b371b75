"""From the bytes of a file to its text: UTF-8 with plain line ends, without tabs and signs nobody can see."""

import re
from collections.abc import Iterable, Sequence

from quiz_app.content.slips import Spotted
from quiz_app.content.tree import Refused

MAX_BYTES = 256 * 1024

_START = Spotted(0, 0)
# Zero width spaces, marks that turn the writing around, soft hyphens, tags: all but what fonts draw or scripts need.
_UNSEEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\xac\xae-\u061b\u061d-\u200a\u200c\u200d\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe"
    "\uff00-\ufffd\U00010000-\U000dffff\U000e1000-\U0010ffff]"
)
_SOMETHING_ELSE = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<svg", "a drawing"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a file of Word, Excel or another program"),
    (b"\xd0\xcf\x11\xe0", "a file of Word, Excel or another program"),
    (b"{\\rtf", "a letter of a word processor"),
    (b"<!DOCTYPE", "a page of the web"),
    (b"<html", "a page of the web"),
)
_CLASH = ("<<<<<<< ", ">>>>>>> ")


def text_of(raw: bytes) -> str:
    """The text in these bytes; raises Refused when it is too large, no text, or empty."""
    if len(raw) > MAX_BYTES:
        raise Refused("E103", f"This file is larger than {MAX_BYTES // 1024} KB.", _START)
    what = next((what for begins, what in _SOMETHING_ELSE if raw.lstrip().startswith(begins)), None)
    if what:
        remedy = "Put the question bank's own file in its place, saved as plain text in UTF-8."
        raise Refused("E104", f"This is not plain text but {what}.", _START, remedy=remedy)
    if _is_utf_16(raw):
        raise Refused("E104", "This file is saved as UTF-16 (Notepad calls it 'Unicode').", _START)
    return _decoded(raw).replace("\r\n", "\n").replace("\r", "\n")


def refuse_signs(text: str, lines: Sequence[str]) -> None:
    """Raise Refused for an empty text, two versions in one, a tab, or a sign that nobody can see."""
    if not any(line.strip("\0 ") and not line.lstrip().startswith(("#", "---")) for line in lines):
        raise Refused("E105", "This file is empty.", _START)
    if "<<<<<<< " in text or ">>>>>>> " in text:
        _refuse_clash(lines)
    if "\t" in text:
        raise Refused("E106", "There is a tab here.", _place_of("\t", lines))
    if not text.isascii():  # what cannot be seen in ASCII is refused by the parser
        refuse_unseen(text, lines)


def refuse_unseen(text: str, lines: Sequence[str]) -> None:
    """Raise Refused for the first sign that nobody can see."""
    unseen = _UNSEEN.search(text)
    if unseen:
        sign = unseen[0]
        at = _place_of(sign, lines)
        raise Refused("E119", f"There is a sign here that cannot be seen (U+{ord(sign):04X}).", at)


def _is_utf_16(raw: bytes) -> bool:
    """Whether the mark of UTF-16 or UTF-32 stands first, or every second byte of the beginning is zero."""
    begins = raw[:64]
    every_second = any(half and not any(half) for half in (begins[::2], begins[1::2]))
    return begins.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or (every_second and any(begins))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].replace(b"\r\n", b"\n").split(b"\n")
        at = Spotted(len(before) - 1, len(before[-1].decode("utf-8", "replace")))
        raise Refused("E104", "This letter is not saved as UTF-8 (perhaps as 'ANSI' or Latin-1).", at) from error


def _refuse_clash(lines: Sequence[str]) -> None:
    for number, line in enumerate(lines):
        if line.startswith(_CLASH):
            raise Refused("E124", "Two versions of the same lines stand here, as git left them.", Spotted(number, 0))


def _place_of(sign: str, lines: Iterable[str]) -> Spotted:
    return next(Spotted(number, line.index(sign)) for number, line in enumerate(lines) if sign in line)
