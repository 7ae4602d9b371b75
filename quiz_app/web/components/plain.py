"""Bank text for widgets that read Markdown: every sign with a meaning there is only a sign."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#+!|$~:()=-])")


def plain(text: str) -> str:
    """The text with every Markdown sign escaped, on one line."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
