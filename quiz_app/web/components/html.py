"""Pieces of a screen as escaped HTML: words, lists, care cards, icon arrays, pictures."""

import re
from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup, escape

from quiz_app.i18n.fixed import fixed
from quiz_app.i18n.messages import DEFAULT, Words, words

NOTHING = Markup("")


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs and bullet lists; nothing in it is markup."""
    blocks = [block.strip().splitlines() for block in re.split(r"\n\s*\n", text.strip())]
    return Markup("").join(part for block in blocks for part in _block(block))


def _block(lines: list[str]) -> Iterable[Markup]:
    said: list[str] = []
    listed: list[str] = []
    for each in map(str.strip, lines):
        if each.startswith("- "):
            listed.append(each[2:])
        elif listed:
            listed[-1] += f" {each}"
        else:
            said.append(each)
    if said:
        yield line(" ".join(said))
    if listed:
        yield bullets(listed)


def bullets(lines: Iterable[str]) -> Markup:
    """A bullet list."""
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(each) for each in lines))


def spoken(text: str, locale: str) -> Markup:
    """Words in a language that may not be that of the page."""
    return Markup('<span lang="{}" dir="auto">{}</span>').format(locale, text)


def explained(text: str) -> Markup:
    """A fixed text of the program in the reader's language; where it stays in English, it says so."""
    said = fixed(text)
    return spoken(said, DEFAULT) if said == text and words().locale != DEFAULT else escape(said)


def heading(text: str) -> Markup:
    """The one heading of a screen."""
    return Markup("<h1>{}</h1>").format(text)


def brand(name: str) -> Markup:
    """The mark of the app with its name."""
    return Markup('<p class="quiz-brand"><img src="/assets/icon.svg" alt="" width="32" height="32">{}</p>').format(name)


def end_panel(title: str, thanks: str) -> Markup:
    """The heading of a screen that says: you are done."""
    return Markup('<div class="quiz-end">{}{}</div>').format(heading(title), line(thanks))


def subheading(text: str) -> Markup:
    """A heading within a screen."""
    return Markup("<h2>{}</h2>").format(text)


def part_line(said: str, *, number: int, total: int) -> Markup:
    """Where the patient is: the second of six, in words and as a bar."""
    bar = Markup("").join(
        Markup('<span class="quiz-bar-{}"></span>').format("done" if n < number else "open") for n in range(total)
    )
    return Markup('<p class="quiz-part">{}</p><div class="quiz-bar" aria-hidden="true">{}</div>').format(said, bar)


def aloud(words: Words) -> Markup:
    """The two buttons that read a screen aloud and stop; shown where the device has a voice of its own for it."""
    return Markup(
        '<div class="quiz-aloud" hidden><button type="button" aria-pressed="false">{}</button>'
        '<button type="button" hidden>{}</button></div>'
    ).format(words("read.aloud"), words("read.aloud-stop"))


def box(kind: str, *parts: object) -> Markup:
    """A set-apart box of one kind: right, miss, unsure, note."""
    return Markup('<section class="quiz-box quiz-box-{}">{}</section>').format(
        kind, Markup("").join(escape(part) for part in parts)
    )


def line(text: str, css: str = "") -> Markup:
    """One paragraph."""
    return Markup('<p class="{}">{}</p>').format(css, text) if css else Markup("<p>{}</p>").format(text)


def link_button(address: str, text: str) -> Markup:
    """A link within the app that looks like a button."""
    return Markup('<p><a class="quiz-button" href="{}" target="_self">{}</a></p>').format(address, text)


def main_link(address: str, text: str) -> Markup:
    """The link that is the next thing to do, as a filled button."""
    return Markup('<p><a class="quiz-button quiz-main-button" href="{}" target="_self">{}</a></p>').format(
        address, text
    )


def help_lines(title: str, lines: Iterable[str]) -> Markup:
    """The fixed place for help: a heading and one line for each way to get it."""
    said = Markup("").join(line(text) for text in lines)
    return Markup('<section class="quiz-help"><h2>{}</h2>{}</section>').format(title, said)


def asks_if_idle(say: Words, whose: Literal["lent", "staff"]) -> Markup:
    """What is asked after some idle minutes, a minute before the visit ends; the bridge to the browser shows it then.

    A lent device is cleared when nobody answers; before staff the page stays, for what they typed.
    """
    return Markup('<div class="quiz-idle" data-then="{}" hidden><h2>{}</h2><p>{}</p><button>{}</button></div>').format(
        "/leave?idle" if whose == "lent" else "", say("idle.title"), say(f"idle.{whose}"), say("idle.here")
    )


def wrapped(*parts: Markup) -> Markup:
    """Parts within the frame that gives them their look."""
    return Markup('<div class="quiz">{}</div>').format(Markup("").join(parts))


def staff_line(state: str, *columns: Markup) -> Markup:
    """One patient on the work list, its parts side by side."""
    parts = Markup("").join(Markup("<div>{}</div>").format(each) for each in columns)
    return Markup('<section class="quiz-row quiz-row-{}">{}</section>').format(state, parts)


def head_row(*parts: Markup) -> Markup:
    """The heading and what is said beside it."""
    return Markup('<div class="quiz-head">{}</div>').format(Markup("").join(parts))


def gap(*columns: Markup) -> Markup:
    """One point to talk about, its parts side by side."""
    parts = Markup("").join(Markup("<div>{}</div>").format(each) for each in columns)
    return Markup('<section class="quiz-gap">{}</section>').format(parts)


def facts(pairs: Iterable[tuple[str, str]]) -> Markup:
    """Names with what they are, one a line."""
    rows = (Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, said) for name, said in pairs)
    return Markup('<dl class="quiz-facts">{}</dl>').format(Markup("").join(rows))


def field_heading(field: str, text: str, problem: str = "") -> Markup:
    """The heading of one field with what is missing in it; summaries link to it and its widgets are named by it."""
    said = Markup('<p class="quiz-problem">{}</p>').format(problem) if problem else NOTHING
    return Markup('<h2 class="quiz-field" id="field-{}">{}</h2>{}').format(field, text, said)


def problem_summary(title: str, problems: Iterable[tuple[str, str]]) -> Markup:
    """What needs a look, each line a link to its field."""
    links = (Markup('<li><a href="#field-{}">{}</a></li>').format(field, said) for field, said in problems)
    return Markup('<section class="quiz-summary" tabindex="-1" role="alert"><h2>{}</h2><ul>{}</ul></section>').format(
        title, Markup("").join(links)
    )


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], *, caption: str) -> Markup:
    """A table with its caption; the first cell of a row names it.

    On a phone each row stands as a list of its cells, so each cell carries its head, and the roles say it is a table.
    """
    names = tuple(heads)
    head = Markup("").join(Markup('<th scope="col" role="columnheader">{}</th>').format(each) for each in names)
    body = Markup("").join(_row(tuple(row), names) for row in rows)
    return Markup(
        '<table class="quiz-table" role="table"><caption>{}</caption><thead role="rowgroup"><tr role="row">{}</tr>'
        '</thead><tbody role="rowgroup">{}</tbody></table>'
    ).format(caption, head, body)


def _row(cells: tuple[str, ...], names: tuple[str, ...]) -> Markup:
    rest = Markup("").join(
        Markup('<td role="cell" data-head="{}">{}</td>').format(name, cell)
        for name, cell in zip(names[1:], cells[1:], strict=True)
    )
    return Markup('<tr role="row"><th scope="row" role="rowheader">{}</th>{}</tr>').format(cells[0], rest)


def languages(others: Iterable[tuple[str, str, str]]) -> Markup:
    """Links to the same page in other languages: address, the language's own name, and its tag, of each."""
    link = Markup('<a class="quiz-button" href="{}" lang="{}" hreflang="{}" target="_self">{}</a>')
    listed = [link.format(address, locale, locale, name) for address, name, locale in others]
    return Markup('<p class="quiz-links">{}</p>').format(Markup("").join(listed)) if listed else NOTHING


def links(pairs: Iterable[tuple[str, str]]) -> Markup:
    """Links in a row that look like buttons: address and text of each."""
    return Markup('<p class="quiz-links">{}</p>').format(
        Markup("").join(
            Markup('<a class="quiz-button" href="{}" target="_self">{}</a>').format(address, text)
            for address, text in pairs
        )
    )
