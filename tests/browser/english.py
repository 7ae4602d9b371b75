"""English that is left over on a page in another language."""

import re
from functools import cache
from typing import cast

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
_SAID = """() => {
  const said = [document.title]
  const elsewhere = each => each.closest('style, script, code, pre, textarea, [lang="en"], [data-testid*="Icon"]')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const box = walker.currentNode.parentElement
    if (box.checkVisibility() && !elsewhere(box)) said.push(walker.currentNode.textContent)
  }
  for (const each of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    if (each.checkVisibility() && !elsewhere(each))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) said.push(each.getAttribute(name) || '')
  return said.map(each => each.trim()).filter(each => each)
}"""


@cache
def _english_words() -> frozenset[str]:
    english, spanish = words("en"), words("es")
    return frozenset(english(key) for key in english.keys if english(key) != spanish(key))


def english_left(
    page: Page, *courses: Course, own: tuple[str, ...] = (), originals: tuple[Course, ...] = ()
) -> list[str]:
    """What the page says in English outside of parts that are marked as English.

    own: what somebody typed; originals: courses whose own words belong here, because educators work on them.
    """
    texts = {text for course in courses for text in texts_of(course).values()}
    belongs = sorted((text for course in originals for text in texts_of(course).values()), key=len, reverse=True)
    said = cast("list[str]", page.evaluate(_SAID))
    said = [_without(each, belongs) for each in said]
    return [each for each in said if each not in own and (each in texts | _english_words() or _sounds_english(each))]


def _without(said: str, belongs: list[str]) -> str:
    return next((said.replace(text, "") for text in belongs if text in said), said)


def _sounds_english(text: str) -> bool:
    words_of = re.sub(r"\S+\.yaml", "", text.lower())
    return bool(_ONLY_ENGLISH & set(re.findall(r"[a-záéíóúñü]+", words_of)))
