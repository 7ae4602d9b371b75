"""A lesson screen as HTML: its text, picture, chance, care card, what to do, and the words it explains."""

import re

from markupsafe import Markup

from quiz_app.domain.course import Card, Chance, Course, Picture, Screen, Term
from quiz_app.i18n.messages import Words
from quiz_app.web.components.html import NOTHING, aloud, bullets, heading, paragraphs
from quiz_app.web.components.wording import chance_said


def care_card(card: Card, words: Words) -> Markup:
    """The signs that need one kind of help, in a box whose heading says how soon and whom to call."""
    return Markup('<section class="quiz-card quiz-card-{}"><h2><span><b>{}</b> {}</span></h2>{}</section>').format(
        card.call.value, words(f"read.call.{card.call}"), card.heading, bullets(card.signs)
    )


def picture(picture: Picture, course_id: str) -> Markup:
    """A drawing of the course."""
    return Markup('<img class="quiz-picture" src="/pictures/{}/{}" alt="{}">').format(
        course_id, picture.file, picture.alt
    )


def icon_array(chance: Chance, words: Words) -> Markup:
    """A chance as one hundred small figures, with the same in words."""
    key = "read.icons-one" if chance.low == chance.high else "read.icons"
    drawn = words(key, low=chance.low, high=chance.high, of=chance.of)
    figures = Markup("").join(Markup('<i class="{}"></i>').format(_shade(n, chance)) for n in range(int(chance.of)))
    return Markup(
        '<figure class="quiz-chance"><div class="quiz-icons" role="img" aria-label="{}">{}</div>'
        "<figcaption>{} {}.</figcaption></figure>"
    ).format(drawn, figures, chance_said(chance, words), chance.what)


def _shade(number: int, chance: Chance) -> str:
    if number < chance.low:
        return "quiz-icon-full"
    return "quiz-icon-part" if number < chance.high else "quiz-icon-none"


def to_do(text: str, words: Words) -> Markup:
    """The one thing to do, set apart."""
    return Markup('<section class="quiz-do"><h2>{}</h2><p>{}</p></section>').format(words("read.do"), text)


def lesson_screen(screen: Screen, course: Course, words: Words, *, lead: Markup = NOTHING) -> Markup:
    """One lesson screen, whole; the lead stands below its heading."""
    parts = [heading(screen.heading), aloud(words), lead]
    if screen.picture:
        parts.append(picture(screen.picture, course.outline.course))
    parts.append(paragraphs(screen.say))
    if screen.simpler:
        parts.append(at_a_tap(words("read.simpler"), paragraphs(screen.simpler)))
    if screen.chance:
        parts.append(icon_array(screen.chance, words))
    if screen.card:
        parts.append(care_card(screen.card, words))
    if screen.do:
        parts.append(to_do(screen.do, words))
    parts.append(glossary(_words_of(screen), course.glossary, words))
    return Markup("").join(parts)


def _words_of(screen: Screen) -> str:
    signs = " ".join(screen.card.signs) if screen.card else ""
    return " ".join(f"{screen.heading} {screen.say} {screen.simpler or ''} {screen.do or ''} {signs}".split())


def at_a_tap(name: str, *parts: Markup) -> Markup:
    """Parts that open below their name at a tap."""
    return Markup('<details class="quiz-words"><summary>{}</summary>{}</details>').format(name, Markup("").join(parts))


def glossary(text: str, terms: dict[str, Term], words: Words) -> Markup:
    """The glossary words of a text, each explained at a tap."""
    found = [term for term in terms if _occurs((term, *terms[term].also), text.casefold())]
    if not found:
        return NOTHING
    entries = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, terms[name].means) for name in sorted(found)
    )
    return at_a_tap(words("read.words"), Markup("<dl>{}</dl>").format(entries))


def _occurs(forms: tuple[str, ...], folded: str) -> bool:
    """Whether one of the forms stands in the text as whole words; kept, as every patient reads the same texts."""
    return any(re.search(rf"(?<!\w){re.escape(form.casefold())}(?!\w)", folded) for form in forms)
