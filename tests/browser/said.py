"""What the app calls a thing in the language of the page, so that one way leads to a screen in every language."""

import re
from functools import cache

from playwright.sync_api import Page

from quiz_app.i18n.messages import words

_LANGUAGE = "() => document.documentElement?.lang"  # between two pages there is none for a moment


def said(page: Page, english: str) -> str | re.Pattern[str]:
    """The words that stand on this page where an English one has these; a pattern where it may be one of several."""
    locale = str(page.wait_for_function(_LANGUAGE).json_value())
    return english if locale == "en" else _in(locale, english)


@cache
def _in(locale: str, english: str) -> str | re.Pattern[str]:
    original, translated = words("en"), words(locale)
    same = {key for key in original.keys if _shown(original(key)) == _shown(english)}
    found = {_shown(translated(key)) for key in same}
    assert found, f"no message says {english!r}"
    return found.pop() if len(found) == 1 else re.compile(f"^({'|'.join(map(re.escape, sorted(found)))})$")


def _shown(message: str) -> str:
    """As a line of the page begins: with a capital, up to a name or a number that is filled in."""
    begins = message.split("{", maxsplit=1)[0].rstrip(" :") if "{" in message else message
    return begins[:1].upper() + begins[1:]
