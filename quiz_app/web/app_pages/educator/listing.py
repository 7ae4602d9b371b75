"""Lines of a file as they are written, with their numbers."""

from collections.abc import Iterable

from markupsafe import Markup


def listing(lines: Iterable[str], *, first: int = 0, marked: int = 0) -> Markup:
    """The lines, numbered from `first` unless that is 0; the marked one stands out."""
    shown = Markup("").join(
        Markup('<span class="quiz-code-line{}">{}<code>{}</code></span>').format(
            " quiz-code-marked" if number == marked else "",
            Markup("<b>{}</b>").format(number) if first else "",
            line or " ",
        )
        for number, line in enumerate(lines, start=first or 1)
    )
    return Markup('<div class="quiz-listing">{}</div>').format(shown)
