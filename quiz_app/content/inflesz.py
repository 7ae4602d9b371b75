"""How easy a Spanish text is to read: the perspicuity index of Szigriszt-Pazos on the INFLESZ scale, offline.

index = 206.835 - 62.3 syllables per word - words per sentence (Szigriszt-Pazos 1993). The scale is that of
Barrio-Cantalejo and others (2008): below 40 very hard, to 55 rather hard, to 65 normal, to 80 rather easy ("bastante
fácil"), above very easy. A number in figures counts as one syllable, as in the English measure.
"""

import re

from quiz_app.content.reading_level import sentences, words_of

EASY = 65.0
"""Where "bastante fácil" begins."""

_SILENT = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
_NUCLEUS = re.compile(
    r"[iuü]?[aeoáéó](?:[iuü](?![aeoáéó])|y(?![a-záéíóúü]))?"  # a strong vowel with the weak ones that lean on it
    r"|uy(?![a-záéíóúü])|[iuü][úí]|[úí]|[iuü]{2}|[iuü]|y(?![a-záéíóúü])"
)


def perspicuity(text: str) -> float:
    """The index of a Spanish text, about 0 to 100, higher is easier; raises ValueError without any word."""
    found = [words for sentence in sentences(text) if (words := words_of(sentence))]
    if not found:
        raise ValueError("A text without words has no reading level.")
    every = [word for words in found for word in words]
    return 206.835 - 62.3 * sum(map(syllables, every)) / len(every) - len(every) / len(found)


def syllables(word: str) -> int:
    """How many syllables a Spanish word has, at least 1."""
    if word[0].isdigit():
        return 1
    return max(1, len(_NUCLEUS.findall(_SILENT.sub("", word.lower()))))
