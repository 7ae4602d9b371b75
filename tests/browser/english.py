"""English that is left over on a page in another language."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import cast

import yaml
from playwright.sync_api import Page

from quiz_app.domain.course import Course
from quiz_app.domain.translation import texts_of
from quiz_app.i18n.messages import words

_ONLY_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """the you your and of is are with for this that what when from have will not by to it was been can our they who
        how which their there about into them please tell call ask""",
    )
)
_ID = re.compile(r"\b[a-z0-9]+(-[a-z0-9]+)+\b")
_SHORT = 3
"""A text of so few letters may stand anywhere."""
_SAID = """() => {
  const said = [document.title]
  const elsewhere = each => each.closest('style, script, code, pre, textarea, [lang="en"], [data-testid*="Icon"]')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const box = walker.currentNode.parentElement
    if (box.checkVisibility() && !elsewhere(box)) said.push(walker.currentNode.textContent)
  }
  const names = ['aria-label', 'placeholder', 'title', 'alt', 'aria-roledescription']
  for (const each of document.querySelectorAll(names.map(name => `[${name}]`).join()))
    if (each.checkVisibility() && !elsewhere(each)) for (const name of names) said.push(each.getAttribute(name) || '')
  return said.map(each => each.trim()).filter(each => each)
}"""


@cache
def _english_words() -> frozenset[str]:
    english, spanish = words("en"), words("es")
    return frozenset(english(key) for key in english.keys if english(key) != spanish(key))


@cache
def written_in(questions: Path) -> frozenset[str]:
    """Every text that stands in the files of a folder of questions."""
    return frozenset(text for file in questions.rglob("*.yaml") for text in _texts(yaml.safe_load(file.read_bytes())))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(each)


def english_left(
    page: Page, *courses: Course, own: tuple[str, ...] = (), written: Collection[str] = frozenset()
) -> list[str]:
    """What the page says in English outside of parts that are marked as English.

    own: what somebody typed; written: words of files, which belong here with their ids, because educators work on them.
    """
    texts = {text for course in courses for text in texts_of(course).values()}
    belongs = sorted((text for text in written if len(text) > _SHORT), key=len, reverse=True)
    said = cast("list[str]", page.evaluate(_SAID))
    said = [_without(each, belongs) for each in said] if belongs else said
    return [each for each in said if each not in own and (each in texts | _english_words() or _sounds_english(each))]


def _without(said: str, belongs: list[str]) -> str:
    said = " ".join(said.split())
    for text in belongs:
        if text in said:
            said = re.sub(rf"(?<!\w){re.escape(text)}(?!\w)", "", said)
    return _ID.sub("", said)


def _sounds_english(text: str) -> bool:
    words_of = re.sub(r"\S+\.yaml", "", text.lower())
    return bool(_ONLY_ENGLISH & set(re.findall(r"\w+", words_of)))
