"""Words, sentences and stems: what the rules compare texts by."""

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['\u2019][A-Za-z]+)?|\d+(?:[.,:]\d+)*")
_ENDINGS_LONGEST_FIRST = "ations ation ingly edly ings ness ing ies ied est ers er ed es ly s e y"
_ENDINGS = tuple(_ENDINGS_LONGEST_FIRST.split())
_COMMON_WORDS = (
    "a about after again all am an and any are as at be because been before being but by can could did do does "
    "doing down for from get go going had has have having he her here him his how i if in into is it its just "
    "let like may me might more most must my no not of off on one or our out over own right same she should so "
    "some such than that the their them then there these they thing things this those through to too under "
    "until up us was we were what when where which while who whom why will with would you your yours yourself "
    "now need new next day days today take takes tell tells"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def words_in(text: str) -> list[str]:
    """The words and numbers of a text, as written."""
    return _WORD.findall(text)


def word_count(text: str) -> int:
    """How many words a reader counts: 'follow-up' and '100.4' are one each, a dash is none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def folded(text: str) -> str:
    """A text without case, punctuation and extra spaces, for telling whether two texts are the same."""
    return " ".join(word.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in words_in(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its commonest endings, so that 'calls' and 'calling' meet in 'call'."""
    word = word.casefold()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning: no pronouns, auxiliaries or prepositions."""
    words = (word.casefold() for word in words_in(text))
    return frozenset(stem(word) for word in words if word not in _COMMON and not word[0].isdigit() and len(word) > 2)


def likeness(one: str, other: str) -> float:
    """Share of meaning-carrying words that two texts have in common, 0 to 1."""
    first, second = content_stems(one), content_stems(other)
    return len(first & second) / len(first | second) if first | second else float(folded(one) == folded(other))
