"""The frame of every screen: page title, style, the bridge to the browser, and how HTML gets onto the page."""

import json
import uuid
from functools import cache
from typing import Literal

import streamlit as st
from markupsafe import Markup

from quiz_app.domain.writing import direction
from quiz_app.i18n.messages import words
from quiz_app.web import look
from quiz_app.web.components.html import wrapped
from quiz_app.web.components.streamlits_own import in_our_words

Label = Literal["visible", "hidden", "collapsed"]
NORMAL = "18"


@cache
def line_words(locale: str) -> dict[str, str]:
    """What the page says when its line to the server is gone; assets/line.js shows it."""
    say = words(locale)
    return {key: say(f"line.{key}") for key in ("title", "kept", "wait", "back", "again", "reload")}


def first_in_head(locale: str, visit: str) -> str:
    """What the start page begins with: the script that watches the line, with its words and the tag of the visit."""
    said = json.dumps(line_words(locale)).replace("<", "\\u003c")
    return (
        f'<script type="application/json" id="quiz-line-words">{said}</script>'
        f'<script src="{look.address("line.js")}" data-visit="{visit}"></script>'
        f'<script src="{look.address("screen.js")}" defer></script>'
    )


def words_at(size: str) -> None:
    """Draw the words larger than the style sheet does, in relation to the reader's own setting; px at 16 as usual."""
    if size != NORMAL:
        st.html(f"<style>html{{font-size:{int(size) / 16 * 100}% !important}}</style>")


def colours(scheme: str) -> None:
    """Draw the screen light or dark whatever the device says; an empty scheme leaves it to the device."""
    if scheme:
        st.html(f"<style>{look.forced(scheme)}</style>")


def show(*parts: Markup) -> None:
    """Put escaped HTML onto the page, as one block."""
    st.html(wrapped(*parts))


def show_beside(*parts: Markup) -> None:
    """Put escaped HTML beside buttons in a row, as wide as it is."""
    st.html(wrapped(*parts), width="content")


def at_problem() -> str:
    """The focus that goes to what needs a look; new each time, so that the same problem is found again."""
    return f"problem-{uuid.uuid4().hex}"


def close_page(
    title: str, step: str, *, locale: str, said: str = "", focus: str = "", reads: Literal["", "reads"] = ""
) -> None:
    """Tell the browser title, language, what to read out, and where the focus goes; called last on every screen.

    A new step moves the focus to the heading; focus="problem" moves it to the group of the problem box. reads: whether
    a patient reads the language, so that the pages beside the app speak it too.
    """
    st.set_page_config(page_title=title)
    _bridge()(
        key="bridge",
        data={
            "step": step,
            "lang": locale,
            "dir": direction(locale),
            "said": said,
            "focus": focus,
            "reads": reads,
            "words": _page_words(locale),
        },
    )


@cache
def _page_words(locale: str) -> str:
    """What the browser says by itself, as JSON: Streamlit would look for tables in whatever is not plain text."""
    return json.dumps({"line": line_words(locale), "own": in_our_words(words(locale))})


@cache
def _bridge():  # type: ignore[no-untyped-def]  # noqa: ANN202 - Streamlit does not export the type of a mounted part
    return st.components.v2.component("quiz-bridge", js="export default part => window.quizDraw(part.data)")
