"""Which way a language is written."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def direction(locale: str) -> str:
    """Which way a language is written, as HTML says it: ltr or rtl."""
    return "rtl" if locale.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"
