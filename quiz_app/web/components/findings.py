"""What the checker found, in the language of whoever reads it: its own exact words stay English, and say so."""

from markupsafe import Markup

from quiz_app.content.catalogue import entry
from quiz_app.content.problems import Problem
from quiz_app.i18n.fixed import fixed
from quiz_app.web.components import html


def what(found: Problem) -> Markup:
    """What is wrong: the checker's sentence, and before it the title of its rule for readers of another language."""
    title, exact = entry(found.code).title, html.explained(found.message)
    return exact if fixed(title) == title else Markup("{}. {}").format(fixed(title), exact)


def remedy(found: Problem) -> Markup:
    """What to do about it."""
    return html.explained(found.remedy)


def in_short(found: Problem) -> Markup:
    """What is wrong and what to do, in a line."""
    return Markup("{} {}").format(what(found), remedy(found))
