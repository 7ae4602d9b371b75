"""Text as it is searched for: the same for capital and small letters, in every script, on every database."""

import unicodedata


def folded(text: str) -> str:
    """The text without outer spaces and differences of case; zero bytes, which no database keeps, are left out."""
    return unicodedata.normalize("NFKC", text.replace("\0", "")).casefold().strip()
