"""The languages that a course can be shown in: its own, and those that somebody began to translate it into."""

import re

import streamlit as st

from quiz_app.content.originals import original_of
from quiz_app.content.placeholders import with_words, words_of
from quiz_app.domain.clinic import Clinic
from quiz_app.domain.course import Course
from quiz_app.domain.translation import Translation, translated
from quiz_app.web.app_pages.educator.where import Where
from quiz_app.web.components import html, shell
from quiz_app.web.components.wording import language
from quiz_app.web.running import running

_FOLDER = re.compile(r"[^/]+/([a-z]{2}(?:-[A-Z]{2})?)/")


def in_chosen_language(at: Where, course: Course) -> Course:
    """The course in the language that is chosen on the page; a select stands there when there is more than one."""
    own = course.outline.locale
    locales = [own, *sorted(_begun(at) - {own})]
    if len(locales) < 2:
        return course
    chosen = st.selectbox(
        at.say("work.preview-language"),
        locales,
        key="preview-language",
        format_func=lambda each: language(each, at.say),
    )
    if not chosen or chosen == own:
        return course
    shell.show(html.line(at.say("work.preview-translated", language=language(own, at.say)), "quiz-quiet"))
    app = running()
    original = original_of(app.library.folder, at.course, today=app.clock.today())
    return in_words_of(course, original.translation(chosen), app.library.clinic) if original else course


def in_words_of(course: Course, translation: Translation, clinic: Clinic) -> Course:
    """The course with what is translated, the clinic's own words filled in; the rest stays as it is."""
    words = words_of(clinic, translation.locale)
    texts = {place: with_words(text.says, words) for place, text in translation.texts.items()}
    return translated(course, translation.locale, texts)


def _begun(at: Where) -> set[str]:
    """The locales that have a folder in the course."""
    shelves = running().workbench.shelves(at.actor)
    files = [file for shelf in shelves if shelf.course == at.course for file in shelf.files]
    return {found[1] for file in files if (found := _FOLDER.match(file))}
