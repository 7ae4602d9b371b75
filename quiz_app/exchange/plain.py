"""Foreign text made plain: bytes to letters, HTML to words, names to names of ours, each loss noted."""

import itertools
import re
import unicodedata
from collections.abc import Collection
from html.parser import HTMLParser

from quiz_app.exchange.imported import LONGEST_TEXT, About, Reading, Spot

_BLOCKS = frozenset(
    {"p", "div", "br", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"}
)
_UNREAD = frozenset({"script", "style", "object", "svg"})
_UNSEEN = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LOOKS_LIKE_HTML = re.compile(r"<[a-zA-Z/!][^<>]*>|&#?\w{2,8};")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{1,3}-?\d{2}")
LONGEST_NAME = 60
LONGEST_MADE_NAME = 40


def decoded(raw: bytes) -> str | None:
    """The letters of a UTF-8 file, with or without Excel's mark, line ends made plain; None for anything else."""
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None


def cleaned(text: str, reading: Reading, at: Spot) -> str:
    """The text as a topic file may hold it: no signs that cannot be seen, not longer than anybody reads."""
    seen = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if len(seen) < len(text.replace("\r\n", "\n")):
        reading.lose(at, About.UNSEEN_SIGNS)
    seen = "\n".join(line.rstrip() for line in seen.split("\n")).strip()
    if len(seen) > LONGEST_TEXT:
        reading.lose(at, About.SHORTENED, seen[:30])
        seen = seen[:LONGEST_TEXT].rstrip()
    return seen


def plain(html: str, reading: Reading, at: Spot) -> str:
    """The words of an HTML text, one line for each paragraph."""
    if not _LOOKS_LIKE_HTML.search(html):
        return cleaned(html, reading, at)
    parser = _Words(reading, at)
    parser.feed(re.sub(r"\s+", " ", html))
    parser.close()
    lines = [re.sub(r"[ \xa0]+", " ", line).strip() for line in "".join(parser.words).split("\n")]
    return cleaned(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)), reading, at)


def worded(text: str, form: str, reading: Reading, at: Spot) -> str:
    """The words of a text in one of Moodle's formats: html, moodle (HTML in which a line end counts), or plain ones."""
    if form == "html":
        return plain(text, reading, at)
    if form in {"moodle", "moodle_auto_format"} and _LOOKS_LIKE_HTML.search(text):
        return plain(text.replace("\n", "<br>"), reading, at)
    return cleaned(text, reading, at)


class _Words(HTMLParser):
    def __init__(self, reading: Reading, at: Spot) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._reading, self._at, self._unread = reading, at, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _UNREAD:
            self._unread += 1
        if tag == "img":
            self._reading.lose(self._at, About.PICTURE, values.get("alt", ""))
        elif tag == "a":
            self._reading.lose(self._at, About.LINK, values.get("href", ""))
        elif tag not in _BLOCKS | {"li", "span"}:
            self._reading.lose(self._at, About.FORMATTING, f"<{tag}>")
        if tag == "li":
            self.words.append("\n- ")
        elif tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        if tag in {"p", "ul", "ol", "table", "blockquote"}:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.words.append(data)


def is_name(text: str) -> bool:
    """Whether a text can name an item, an objective or a group."""
    return len(text) <= LONGEST_NAME and _NAME.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Whether a text can name a source."""
    return _CODE.fullmatch(text) is not None


def name_from(text: str) -> str:
    """A name made of the first words of a text: small letters, digits and hyphens; empty when it has neither."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:LONGEST_MADE_NAME]
        if len(longer) > LONGEST_MADE_NAME:
            break
        made = longer
    return made


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name itself while it is free, else with the first number behind it that makes it so."""
    if wanted not in taken:
        return wanted
    stem = wanted[: LONGEST_NAME - 5].rstrip("-")
    return next(name for number in itertools.count(2) if (name := f"{stem}-{number}") not in taken)


def item_name(title: str, ask: str, reading: Reading, at: Spot) -> str:
    """The title where it is a name already, else a name made of it or of the question; a change is noted."""
    if is_name(title):
        return title
    made = name_from(title) or name_from(ask) or f"question-{at.number}"
    if title:
        reading.lose(at, About.NEW_NAME, made)
    return made
