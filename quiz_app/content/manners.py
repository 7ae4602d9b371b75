"""How a file is kept as bytes: its line ends and the mark of Windows editors, which stay as they are."""

import codecs
from difflib import SequenceMatcher

_MARK = "\ufeff"


def text_in(content: bytes) -> str:
    """The text of a file with its line ends and its mark; old encodings are read as well as can be."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def in_manner_of(there: bytes | None, text: str) -> bytes:
    """The text as bytes; line ends and a mark that a browser has dropped come back as the file has them."""
    before = text_in(there or b"")
    if "\r\n" in before and "\r" not in text:
        text = _with_line_ends_of(before, text)
    if before.startswith(_MARK) and not text.startswith(_MARK):
        text = _MARK + text
    return text.encode("utf-8", "surrogatepass")


def _with_line_ends_of(before: str, text: str) -> str:
    """The text with Windows line ends: everywhere in a file that has no others, else on the lines that had them."""
    if before.count("\r\n") == before.count("\n"):
        return text.replace("\n", "\r\n")
    old = before.splitlines(keepends=True)
    bare = [line.rstrip("\r\n") for line in old]
    new = text.splitlines(keepends=True)
    matcher = SequenceMatcher(None, bare, [line.rstrip("\n") for line in new], autojunk=False)
    for same in matcher.get_matching_blocks():
        new[same.b : same.b + same.size] = old[same.a : same.a + same.size]
    return "".join(new)
